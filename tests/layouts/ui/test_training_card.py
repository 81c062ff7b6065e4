from datetime import UTC, datetime

import pytest

from layouts.ui.training_card import Past, Progress, permission, said, told, training_card
from tests.layouts.ui.drawn import plain
from tests.layouts.ui.parts import having, parts

WHEN = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("past", "says"),
    [
        (None, "Nothing has been trained on this data yet."),
        (Past(WHEN, 2000, 2000, 0), "Trained 1 May 2024, 12:30 UTC, on 2,000 leads. Every lead reports an outcome."),
        (Past(WHEN, 150, 150, 3), "Trained 1 May 2024, 12:30 UTC, on 150 leads. Left out: 3 without an outcome."),
        (
            Past(WHEN, 50_000, 80_000, 3),
            "on 50,000 of 80,000 leads, chosen evenly. Left out: 3 without an outcome.",
        ),
    ],
)
def test_it_says_what_was_trained_when_and_on_how_many(past: Past | None, says: str) -> None:
    assert says in plain(told(past, "INR"))


def test_progress_is_said_and_drawn() -> None:
    shown = said(Progress("Boosted trees, fold 2 of 5", 12, 60), "an old error")
    assert plain(shown) == "Fitting: Boosted trees, fold 2 of 5, 12 of 60"
    (bar,) = having(shown, "nm-progress")
    assert bar.children.style == {"width": "20%"}
    assert plain(said(Progress("", 0, 0), "")) == "Reading the leads…"


def test_trouble_is_said_where_nothing_runs() -> None:
    assert plain(said(None, "It was stopped.")) == "It was stopped."
    assert said(None, "") == []


def test_it_says_what_the_button_does_or_how_it_is_allowed() -> None:
    assert "whatever is filtered here" in plain(permission(True))
    words = plain(permission(False))
    assert "NOVAMART_TRAINING=on" in words
    assert "python -m data train" in words


def test_what_happens_is_read_out_and_the_clock_rests_at_first() -> None:
    card = training_card("training")
    (live,) = [part for part in parts(card) if getattr(part, "aria-live", None)]
    assert (live.id, live.role) == ("training-said", "status")
    (clock,) = [part for part in parts(card) if getattr(part, "id", None) == "training-clock"]
    assert (clock.disabled, clock.interval) == (True, 2000)
