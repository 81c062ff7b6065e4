from datetime import datetime

import pytest

from data.cells import Cells, dated_styles
from data.report import Unusable


def test_a_style_shows_a_day_by_its_number_or_by_its_code() -> None:
    codes = {164: "dd/mm/yyyy", 165: '0.00 "day"', 166: "[$-409]mmm d, yyyy", 167: "0.0%", 168: "\\d0"}
    assert dated_styles([0, 14, 164, 165, 166, 167, 168], codes) == {1, 2, 4}


def test_days_may_count_from_1904() -> None:
    cells = Cells([], frozenset({1}), since_1904=True)
    cells.start("row", {"r": "1"})
    cells.start("c", {"r": "A1", "s": "1"})
    cells.start("v", {})
    cells.text(str((datetime(2025, 7, 1) - datetime(1904, 1, 1)).days))
    for tag in ("v", "c", "row"):
        cells.end(tag)
    assert list(cells.finished()) == [(1, ["2025-07-01"])]
    assert list(cells.finished()) == []


def test_rows_out_of_order_are_refused() -> None:
    cells = Cells([], frozenset())
    cells.start("row", {"r": "5"})
    with pytest.raises(Unusable, match="rows in order"):
        cells.start("row", {"r": "4"})
