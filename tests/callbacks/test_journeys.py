from pathlib import Path

import pytest

from callbacks.journeys import Journeys, journeys
from callbacks.opening import open_state
from layouts.attribution import PAGE
from tests.callbacks.opening import context_of
from tests.data.publishing import Rows, publish_rows
from tests.data.touches import ROWS

STEPS: Rows = ({"touchpoint_1": "Ads", "touchpoint_2": "Purchase", "customer_count": 3},)


def found(folder: Path, query: str = "", **tables: Rows) -> Journeys:
    publish_rows(folder, None, 0, **(tables or {"journeys": ROWS}))
    known = journeys(open_state(context_of(folder), PAGE, f"period=all&{query}", None, "light"))
    assert known is not None
    return known


def test_what_is_chosen_narrows_the_paths(tmp_path: Path) -> None:
    assert found(tmp_path).paths().conversions.sum() == 3
    assert found(tmp_path, "channel=Search").paths().conversions.sum() == 2
    assert found(tmp_path, "without=Search&without=Nobody").without == ("Search",)
    assert found(tmp_path, "without=Search").paths().channels == ("Direct", "Email")


def test_filtered_or_left_out_journeys_are_not_the_whole(tmp_path: Path) -> None:
    assert found(tmp_path).whole
    assert not found(tmp_path, "channel=Search").whole
    assert not found(tmp_path, "without=Search").whole


def test_the_model_looked_at_is_among_those_computed(tmp_path: Path) -> None:
    known = found(tmp_path, "model=shapley&models=first")
    assert list(known.credits.shares) == ["first", "shapley"]
    assert known.chosen.label == "Shapley"


def test_value_is_credited_only_where_it_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path / "a", "credit=value").what == "value"
    assert found(tmp_path / "b", "credit=value", customer_journey=STEPS).what == "conversions"


def test_how_sure_a_model_is_says_why_where_it_has_no_answer(tmp_path: Path) -> None:
    assert set(found(tmp_path / "a", "model=linear").certain().intervals) == {"Direct", "Email", "Search"}
    silent = found(tmp_path / "b", "model=time-decay-7", customer_journey=STEPS).certain()
    assert silent.reason == "customer_journey carries no times, so it has no time decay"


@pytest.mark.parametrize(("tables", "members"), [
    ({"journeys": ROWS}, ("Direct", "Email", "Search")),
    ({"customer_journey": STEPS}, ("Ads",)),
])  # fmt: skip
def test_members_are_what_the_page_may_be_filtered_by(
    tmp_path: Path, tables: dict[str, Rows], members: tuple[str, ...]
) -> None:
    assert found(tmp_path, "", **tables).members == members


def test_without_journeys_there_are_none(tmp_path: Path) -> None:
    publish_rows(tmp_path, None, 0, funnel_data=({"stage": "Seen", "visitors": 1},))
    assert journeys(open_state(context_of(tmp_path), PAGE, "", None, "light")) is None
