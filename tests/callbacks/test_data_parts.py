from collections.abc import Mapping
from pathlib import Path

import pytest

from callbacks.data_parts import counted, files, loaded, report
from callbacks.opening import open_state
from callbacks.state import State
from data.evidence import Noun
from layouts.data import PAGE
from tests.callbacks.opening import context_of
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows


def opened(state: Path, tables: Mapping[str, Rows], problems: int = 0) -> State:
    publish_rows(state, None, problems, **tables)
    return open_state(context_of(state), PAGE, "", None, "light")


def test_what_files_were_loaded_for_comes_before_what_is_derived(tmp_path: Path) -> None:
    state = opened(tmp_path, {"campaign_performance": CAMPAIGN_ROWS, "funnel_data": [{"stage": "A", "visitors": 1}]})
    shown = [(one.name, one.rows, one.newest, one.source) for one in loaded(state)]
    assert shown == [
        ("Campaigns", "4", "29 Feb 2024", "campaign_performance.csv"),
        ("Funnel", "1", "–", "funnel_data.csv"),
        ("Ad platforms", "4", "29 Feb 2024", "derived from Campaigns"),
    ]


def test_a_check_that_could_not_look_at_anything_was_not_made(tmp_path: Path) -> None:
    shown = report(opened(tmp_path, {"campaign_performance": [CAMPAIGN_ROWS[0] | {"clicks": None}]}))
    assert "More clicks than impressions" in shown.unmade
    assert ("Spend without impressions", "1 row") in shown.passed
    assert shown.reported == []


def test_a_file_lists_its_first_problems_and_counts_the_rest(tmp_path: Path) -> None:
    (file,), rest = files(opened(tmp_path, {"campaign_performance": CAMPAIGN_ROWS}, problems=25))
    assert (len(file.problems), file.more, rest) == (20, 5, "")
    assert file.rows == "Rows: 4 read, 4 loaded"


def test_files_beyond_the_first_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("callbacks.data_parts.MOST_FILES", 1)
    funnel: Rows = [{"stage": "A", "visitors": 1}]
    state = opened(tmp_path, {"campaign_performance": CAMPAIGN_ROWS, "funnel_data": funnel}, problems=1)
    listed, rest = files(state)
    assert (len(listed), rest) == (1, "1 more file, 1 with problems")


def test_counts_have_their_noun(tmp_path: Path) -> None:
    state = opened(tmp_path, {"campaign_performance": CAMPAIGN_ROWS})
    assert (counted(state, Noun.DAY, 1), counted(state, Noun.ROW, 123456)) == ("1 day", "1,23,456 rows")
