from pathlib import Path

from callbacks.loaded import matrix, shares, stages
from callbacks.opening import open_state
from callbacks.state import State
from layouts.attribution import PAGE
from tests.callbacks.opening import context_of
from tests.data.publishing import Rows, publish_rows

STAGES: Rows = (
    {"stage": "Seen", "visitors": 10, "conversion_rate": 100.0},
    {"stage": "Asked", "visitors": None},
    {"stage": "Bought", "visitors": 3, "conversion_rate": 30.0},
)
STATED: Rows = (
    {"channel": "Email", "first_touch": 60, "last_touch": 40, "linear": 1, "time_decay": 2, "position_based": 3},
)
PAIRS: Rows = ({"measure": "A", "other": "B", "correlation": 0.5},)


def opened(folder: Path, **tables: Rows) -> State:
    publish_rows(folder, None, 0, **tables)
    return open_state(context_of(folder), PAGE, "", None, "light")


def test_small_tables_are_shown_as_they_were_loaded(tmp_path: Path) -> None:
    state = opened(tmp_path, funnel_data=STAGES, channel_attribution=STATED, correlation_matrix=PAIRS)
    assert stages(state)["stage"].tolist() == ["Seen", "Bought"]
    assert stages(state)["visitors"].tolist() == [10, 3]
    assert shares(state).loc["Email", "last_touch"] == 40
    assert matrix(state).loc["A", "B"] == 0.5
    assert matrix(state).isna().loc["B", "A"]


def test_those_that_are_not_loaded_are_empty(tmp_path: Path) -> None:
    assert stages(opened(tmp_path / "a", channel_attribution=STATED)).empty
    state = opened(tmp_path / "b", funnel_data=STAGES)
    assert shares(state).empty
    assert matrix(state).empty
