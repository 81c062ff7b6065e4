import re
from collections.abc import Sequence
from urllib.parse import unquote

import pytest

from layouts.ui.sparkline import sparkline
from tests.layouts.ui.parts import having

Values = Sequence[float | None]


def path(values: Values, before: Values = (), kind: str = "nm-spark-now") -> str:
    (line,) = having(sparkline(values, before), kind)
    found = re.search(r"<path d='([^']*)'", unquote(line.style["maskImage"]))
    assert found
    return found[1]


def test_the_line_runs_from_edge_to_edge_and_from_lowest_to_highest() -> None:
    assert path([0, 10, 5]) == "M0.0 33.0h0L50.0 3.0L100.0 18.0"


def test_both_lines_share_one_scale() -> None:
    assert path([0, 5], [0, 10]) == "M0.0 33.0h0L100.0 18.0"
    assert path([0, 5], [0, 10], "nm-spark-before") == "M0.0 33.0h0L100.0 3.0"


def test_a_gap_is_not_bridged() -> None:
    assert path([0, None, 10, 10]) == "M0.0 33.0h0M66.7 3.0h0L100.0 3.0"


def test_a_flat_line_runs_through_the_middle() -> None:
    assert path([7, 7]) == "M0.0 18.0h0L100.0 18.0"


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_without_values_nothing_is_drawn(values: Values) -> None:
    assert not sparkline(values, values).children


def test_one_value_is_a_dot() -> None:
    assert path([4]) == "M0.0 18.0h0"
