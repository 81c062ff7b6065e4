import json

import pytest

from data.console import in_force, refused, reported, say
from data.report import FileReport, LoadReport

CLEAN = LoadReport((FileReport("a.csv", "ad performance", "ad_performance", "USD", 3, 3),))


def test_a_report_is_said_in_words_and_its_exit_code_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert reported(CLEAN, False) == 0
    assert capsys.readouterr().out == f"{CLEAN}\n"
    assert reported(LoadReport(()), False) == 2


def test_a_report_is_said_as_json_with_the_version_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert reported(CLEAN, True, "v1") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said.pop("version"), LoadReport.from_json(said)) == ("v1", CLEAN)
    reported(CLEAN, True)
    assert "version" not in json.loads(capsys.readouterr().out)


def test_a_refusal_is_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused("no room") == 2
    assert capsys.readouterr() == ("", "no room\n")


def test_a_version_in_force_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    say(in_force("v1"))
    assert capsys.readouterr().out == "version v1 is in force\n"
