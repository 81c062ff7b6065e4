import math

import pytest

from analytics.metrics import metric
from tests.layouts.ui.drawn import DRAWING


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("revenue", 41_517_800_000, "₹4,151.78 Cr"),
        ("roas", 31.05, "31.1×"),
        ("ctr", 0.0512, "5.1 %"),
        ("clicks", 123_456, "1.23 L"),
        ("cpa", math.nan, "n/a"),
        ("roas", math.inf, "n/a"),
    ],
)
def test_a_value_is_written_in_its_unit(name: str, value: float, written: str) -> None:
    assert str(DRAWING.written(metric(name), value)).replace("\u00a0", " ") == written


def test_blended_or_paid_is_said_only_where_it_changes_the_meaning() -> None:
    assert (DRAWING.named(metric("roas")), DRAWING.named(metric("ctr"))) == ("ROAS, blended", "CTR")
