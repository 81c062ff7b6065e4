import random
from pathlib import Path

import pytest

from data import jobs
from data.jobs import Busy
from tests.analytics.prospects import prospects
from tests.callbacks.asking import CALLBACK
from tests.callbacks.training import START, filled, payload, press, server_of, tick, waited
from tests.data.leads import lead_rows
from tests.data.publishing import publish_rows
from tests.test_app import forge, sound


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A state with too few leads to train on."""
    publish_rows(tmp_path, lead_scoring_results=lead_rows(prospects(60)))
    return tmp_path


def test_without_the_setting_it_says_how_it_is_allowed_and_starts_nothing(few: Path) -> None:
    client = server_of(few, "off")
    shown = filled(client)
    assert (shown.may_start, shown.waits, shown.said) == (False, False, "")
    assert "Nothing has been trained on this data yet." in shown.head
    assert press(client).said == "Starting a training from this page is switched off."
    assert jobs.status(few) is None


@pytest.mark.parametrize("asked", [None, 5, "", "light", "dark\nx\ny\nz"])
def test_whatever_else_is_sent_changes_nothing_and_starts_nothing(few: Path, asked: object) -> None:
    shown = filled(server_of(few), asked)
    assert (shown.may_start, shown.waits, shown.said) == (True, False, "")
    assert not press(server_of(few), clicks=None).waits
    assert jobs.status(few) is None


def test_what_cannot_be_trained_is_said_in_plain_words_and_nothing_is_filled_anew(few: Path) -> None:
    client = server_of(few)
    begun = press(client)
    assert (begun.waits, begun.said) == (True, "Reading the leads…")
    ended = waited(client)
    assert ended.said.startswith("The last training did not finish. Leads to train on: expected at least 50 who bought")
    assert not ended.done
    assert filled(client).said == ended.said


def test_a_second_training_is_refused_while_one_runs(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(command: object, state: object) -> None:
        raise Busy("another job is running; try again when it is done")

    monkeypatch.setattr(jobs, "start", busy)
    assert press(server_of(few)).said == "Another job is running; try again when it is done."


def test_it_shows_how_far_the_one_job_is_whoever_asks(few: Path) -> None:
    one, other = server_of(few), server_of(few)

    def work(tell: jobs.Tell) -> str:
        tell("Boosted trees, fold 1 of 5", 36, 60)
        assert tick(other).said == "Fitting: Boosted trees, fold 1 of 5, 36 of 60"
        pressed = press(one)
        assert (pressed.said, pressed.waits) == (tick(other).said, True)
        return "Trained."

    jobs.run("train", few, work)
    assert tick(other).done
    assert not filled(other).done


def test_another_job_is_not_taken_for_a_training(few: Path) -> None:
    jobs.run("publish", few, lambda tell: "done")
    assert not tick(server_of(few)).done


def test_forged_requests_are_refused_or_answered_and_start_nothing(few: Path) -> None:
    pick, client = random.Random(3), server_of(few, "off")
    whole = payload(client, f"{START}.n_clicks", 1)
    for _ in range(60):
        answer = client.post(CALLBACK, json=forge(pick, whole))
        assert sound(answer), answer.text
    assert jobs.status(few) is None
