from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from callbacks.upload_parts import brought, preview, publishes, said
from data import pointer
from data.held import Held
from data.intake import Preview
from data.job_status import Status
from data.report import Conflict, FileReport, LoadReport
from tests.callbacks.opening import context_of
from tests.data.writing import write
from tests.layouts.ui.parts import text

NOTHING, WAITING = Held((), (), ()), Held((), (Path("a.csv"),), ())
THEN = datetime(2024, 1, 5, 14, 2, tzinfo=UTC)
RUNNING = Status("accept", THEN, "reading a.csv", 1, 3)
LOADED = FileReport("a.csv", "campaign performance", "campaign_performance", rows_read=1, rows_loaded=1)


@pytest.mark.parametrize(
    ("job", "held", "words"),
    [
        (None, WAITING, ""),
        (RUNNING, WAITING, "Publishing: reading a.csv, 2 of 3"),
        (replace(RUNNING, command="preview", of=0), WAITING, "Checking…"),
        (replace(RUNNING, command="train"), WAITING, ""),
        (replace(RUNNING, ended=THEN, error="no rows."), WAITING, "Nothing was published. No rows."),
        (replace(RUNNING, ended=THEN, error="no rows."), NOTHING, ""),
        (replace(RUNNING, command="rollback", ended=THEN, error="none"), NOTHING, "Nothing was changed. None."),
        (replace(RUNNING, command="preview", ended=THEN, error="x"), WAITING, "The check did not finish. X.Check"),
        (replace(RUNNING, ended=THEN, result="v"), NOTHING, "Published 5 Jan 2024, 14:02 UTC. Pages that are open"),
        (replace(RUNNING, ended=THEN, result="v"), WAITING, ""),
    ],
)  # fmt: skip
def test_what_is_said_of_the_last_job(job: Status | None, held: Held, words: str) -> None:
    shown = text(said(job, held, ""))
    assert shown.startswith(words)
    assert bool(shown) == bool(words)


def test_a_refusal_comes_first() -> None:
    assert text(said(RUNNING, WAITING, "Not now.")) == "Not now."


def test_only_a_publication_under_way_publishes() -> None:
    assert publishes(RUNNING)
    assert not any(map(publishes, (None, replace(RUNNING, ended=THEN), replace(RUNNING, command="preview"))))


def test_what_is_in_the_way_is_named_once(tmp_path: Path) -> None:
    conflict = Conflict("campaign_performance", ("a.csv", "b.csv"), "each row once", "1 in both")
    other = FileReport("b.csv", "x", "campaign_performance", refused="too many rows were lost")
    found = Preview("", LoadReport((LOADED, other), (conflict,)))
    words = text(preview(context_of(tmp_path), WAITING, found, stuck=False))
    assert "This cannot be published yet" in words
    assert words.count("a.csv and b.csv: expected each row once") == 1
    assert words.count("b.csv: too many rows were lost") == 1
    ready = text(preview(context_of(tmp_path), WAITING, Preview("", LoadReport((LOADED,))), stuck=False))
    assert ready.startswith("Ready to publish")


def test_after_going_back_files_that_were_brought_in_may_not_be_in_force(tmp_path: Path) -> None:
    held = Held((write(tmp_path / "a.csv", ""),), (), ())
    assert "A version before" not in text(brought(tmp_path, held, allowed=True))
    pointer.hold(tmp_path, "0" * 16)
    assert "A version before" in text(brought(tmp_path, held, allowed=True))
