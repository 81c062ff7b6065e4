import json
import re
from pathlib import Path

import pytest

from data.__main__ import main
from data.jobs import Status, status
from tests.data.writing import campaign, write

pytestmark = pytest.mark.usefixtures("no_settings")


@pytest.mark.parametrize(
    ("text", "code"),
    [(campaign({}), 0), (campaign({}, {"clicks": "x"}), 1), ("<html>", 2), ("", 2)],
)
def test_check_answers_with_its_exit_code(
    text: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(write(tmp_path / "a.csv", text))]) == code
    assert capsys.readouterr().out.startswith("a.csv: ")


def test_check_as_json_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write(tmp_path / "a.csv", campaign({}, {"clicks": "x"}))), "--json"]) == 1
    file = json.loads(capsys.readouterr().out)["files"][0]
    assert (file["file"], file["table"], file["rows_read"], file["rows_loaded"]) == (
        "a.csv",
        "campaign_performance",
        2,
        1,
    )
    assert file["totals"]["revenue"] == 250.5
    assert file["problems"] == [{"line": 3, "column": "clicks", "expected": "a whole number", "found": "x"}]


def test_check_reads_the_data_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "a.csv", campaign({"date": "01/02/2024"}))
    monkeypatch.setenv("NOVAMART_DATA", str(tmp_path))
    assert main(["check"]) == 2
    monkeypatch.setenv("NOVAMART_DATE_FORMAT", "dmy")
    monkeypatch.setenv("NOVAMART_CURRENCY", "GBP")
    assert main(["check"]) == 0
    assert "amounts: GBP" in capsys.readouterr().out


def test_publish_sample_and_list_work_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NOVAMART_STATE", str(tmp_path / "state"))
    path = write(tmp_path / "a.csv", campaign({}, {"clicks": "x"}))
    assert main(["publish", str(path)]) == 1
    *_, published, reminder = capsys.readouterr().out.splitlines()
    version = published.removeprefix("published version ")
    assert "NOVAMART_DATA" in reminder
    assert main(["list"]) == 0
    assert capsys.readouterr().out.split() == [version]
    assert main(["publish", str(write(tmp_path / "b.csv", ""))]) == 2
    assert main(["publish", str(path), "--json"]) == 1


def test_publishing_is_a_job_that_says_what_came_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = tmp_path / "state"
    monkeypatch.setenv("NOVAMART_STATE", str(state))
    monkeypatch.setenv("NOVAMART_DATA", str(write(tmp_path / "a.csv", campaign({}))))
    assert main(["ensure"]) == 0
    first = job(state)
    assert (first.command, first.done, first.of) == ("ensure", 1, 2)
    assert re.fullmatch(r"version \S+ is in force", first.result)
    assert main(["ensure"]) == 0
    assert job(state) == first
    assert main(["publish"]) == 0
    assert job(state).result.startswith("published version ")
    write(tmp_path / "a.csv", "no,heading\n1,2\n")
    assert main(["ensure"]) == 2
    assert job(state).error == (
        "nothing was published: a.csv: line 1: expected the headings of one of the tables, found none of them"
    )


def test_a_job_that_was_started_for_it_ends_also_where_nothing_is_to_be_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    monkeypatch.setenv("NOVAMART_STATE", str(state))
    monkeypatch.setenv("NOVAMART_DATA", str(write(tmp_path / "a.csv", campaign({}))))
    assert main(["ensure"]) == 0
    first = job(state)
    monkeypatch.setenv("NOVAMART_JOB_CLAIMED", "1")
    assert main(["ensure"]) == 0
    assert (job(state).result, job(state).ended != first.ended) == (first.result, True)


def test_there_must_be_something_to_watch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch"]) == 2
    assert capsys.readouterr().err == "NOVAMART_DATA: expected a file or folder to watch, found ''\n"


def test_watching_looks_until_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    waited: list[int] = []

    def pause(seconds: int) -> None:
        waited.append(seconds)
        if len(waited) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", pause)
    monkeypatch.setattr("data.watching.Watch.look", lambda watching: waited.append(0))
    monkeypatch.setenv("NOVAMART_DATA", str(tmp_path))
    monkeypatch.setenv("NOVAMART_WATCH", "7")
    assert main(["watch"]) == 2
    assert waited == [0, 7, 0, 7]


def job(state: Path) -> Status:
    found = status(state)
    assert found is not None
    assert not found.running
    return found


def test_a_check_keeps_rejected_rows_where_it_is_told_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.csv", campaign({}, {"clicks": "x"}))
    assert main(["check", str(path), "--rejected", str(tmp_path / "rejected"), "--json"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert Path(file["quarantine"]).parent == tmp_path / "rejected"
    assert {"file", "recognised_as", "table", "currency", "period", "totals", "problems", "decisions"} <= file.keys()
    assert file["rows_read"] == file["rows_loaded"] + file["rows_rejected"] + file["rows_skipped"]


def test_sample_is_written_and_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "--out", str(tmp_path / "sample"), "--rows", "100", "--seed", "1"]) == 0
    assert main(["check", str(tmp_path / "sample"), "--json"]) == 0
    assert main(["sample", "--out", str(tmp_path / "other"), "--rows", "0"]) == 2
    assert capsys.readouterr().err.startswith("rows: expected")
