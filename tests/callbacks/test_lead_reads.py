from pathlib import Path

import pytest

from analytics.lead_thresholds import Terms
from callbacks.lead_reads import EARNS, SEPARATES, SUPPLIED, Scored
from callbacks.lead_trained import importance, learning
from callbacks.opening import open_state
from callbacks.state import Context
from data.store import Store
from layouts.leads import PAGE
from settings import Settings
from tests.callbacks.scoring import CURVE, EIGHT, FEATURES
from tests.data.publishing import Rows, publish_rows


def scored(state: Path, query: str = "", leads: Rows = EIGHT, **others: Rows) -> Scored:
    publish_rows(state, None, 0, lead_scoring_results=leads, **others)
    return Scored(open_state(Context(Settings(state=state), Store(state)), PAGE, query, None, "light"))


def test_what_is_best_by_what_worked_by_hand(tmp_path: Path) -> None:
    assert scored(tmp_path, "call=1&win=3").best == {SEPARATES: 0.8, SUPPLIED: 0.41, EARNS: 0.3}


def test_amounts_come_from_the_link(tmp_path: Path) -> None:
    assert scored(tmp_path, "call=1.5&win=0&capacity=4").terms == Terms(1.5, 0, 4)
    assert scored(tmp_path).terms == Terms(500, 1000, None)


@pytest.mark.parametrize(("query", "called"), [("top=3", 3), ("top=99", 8), ("top=0", 0), ("call=1&win=3", 6)])
def test_as_many_are_called_as_entered_or_as_earn_most(tmp_path: Path, query: str, called: int) -> None:
    read = scored(tmp_path, query)
    assert (read.called, len(read.calls)) == (called, called)


def test_ranks_are_the_same_leads_page_by_page_and_in_the_whole_file(tmp_path: Path) -> None:
    twins: Rows = [*EIGHT, *({**row, "lead_id": f"{row['lead_id']}b"} for row in EIGHT)]
    read = scored(tmp_path, "top=16", twins)
    paged = [name for first in (1, 6, 11) for name in read.ranks(first, min(first + 4, 16))["lead_id"]]
    assert [*paged, *read.ranks(16, 16)["lead_id"]] == list(read.calls["lead_id"])
    assert paged[:4] == ["L0", "L0b", "L1", "L1b"]


def test_scores_are_found_however_they_are_written(tmp_path: Path) -> None:
    odd = (1.0, 0.1 + 0.2, 1 / 3, 1e-05, 1.5e-07, 0.0)
    rows: Rows = [
        {**EIGHT[0], "lead_id": f"L{place}", "predicted_probability": score} for place, score in enumerate(odd)
    ]
    read = scored(tmp_path, "top=6", rows)
    assert list(read.ranks(1, 6)["predicted_probability"]) == sorted(odd, reverse=True)


def test_slices_are_those_in_view_or_of_all_the_other_filters_leave(tmp_path: Path) -> None:
    read = scored(tmp_path, "size=Small")
    assert list(read.by("size").index) == ["Small"]
    assert list(read.by("size", whole=True).index) == ["Large", "Small"]


def test_what_was_supplied_about_the_training_is_there_or_not(tmp_path: Path) -> None:
    state = scored(tmp_path, learning_curve=CURVE, feature_importance=FEATURES).state
    assert len(learning(state)) == len(importance(state)) == 1  # type: ignore[arg-type]
    bare = scored(tmp_path).state
    assert (learning(bare), importance(bare)) == (None, None)
    assert learning(scored(tmp_path, learning_curve=[{**CURVE[0], "train_score": None}]).state) is None
