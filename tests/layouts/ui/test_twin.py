import math
from typing import Any

import pandas as pd
import pytest

from analytics.numbers import Unit
from layouts.ui.twin import DATE, Column, twin, twin_of_many, value_column
from tests.analytics.frames import period
from tests.layouts.ui.drawn import DRAWING

JANUARY = period("2024-01-01", "2024-01-31")


@pytest.mark.parametrize(
    ("unit", "column"),
    [
        (Unit.CURRENCY, Column("Revenue", "currency", "INR")),
        (Unit.PERCENT, Column("Revenue", "percent", "%")),
        (Unit.TIMES, Column("Revenue", "x", "x")),
        (Unit.COUNT, Column("Revenue", "count", "")),
        (Unit.SCORE, Column("Revenue", "score", "of 5")),
        (Unit.DAYS, Column("Revenue", "days", "days")),
    ],
)
def test_the_unit_stands_in_the_heading(unit: Unit, column: Column) -> None:
    assert value_column("Revenue", unit, "INR") == column


def test_the_table_carries_what_a_file_of_it_says() -> None:
    made = twin(DRAWING, "Revenue by week", JANUARY, [Column("Week", DATE), Column("Channel")], [("2024-01-01", None)])
    assert made["file"] == "novamart-revenue-by-week-2024-01-01-2024-01-31"
    assert made["columns"] == [
        {"name": "Week", "kind": "date", "unit": ""},
        {"name": "Channel", "kind": "text", "unit": ""},
    ]
    assert made["rows"] == [["2024-01-01", None]]
    assert (made["about"], made["currency"]) == (["All channels.", "NovaMart, data version 1"], "INR")


def test_of_many_rows_the_columns_come_and_text_that_repeats_is_told_once() -> None:
    people = pd.DataFrame({"id": ["a", "b", "c"], "tier": ["T1", "T1", None], "age": [30, math.nan, 50]})
    columns = [Column("Customer"), Column("Tier"), value_column("Age", Unit.COUNT, "INR")]
    made: Any = twin_of_many(DRAWING, "People", columns, people)
    ids, tiers, ages = made["cells"]
    assert ids == ["a", "b", "c"]
    assert (tiers["names"], tiers["codes"].tolist()) == (["T1"], [0, 0, -1])
    assert ages.tolist() == pytest.approx([30, math.nan, 50], nan_ok=True)
    assert made["file"] == "novamart-people"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("ROAS, blended by channel", "novamart-roas-blended-by-channel"),
        ("../../etc/passwd", "novamart-etc-passwd"),
        ("Umsatz über Zeit", "novamart-umsatz-ber-zeit"),
        ("Revenue and ad spend by week, INR; break-even is 4.3× ad spend", "novamart-revenue-and-ad-spend-by-week"),
        ("Conversions so far, by channel, 2024", "novamart-conversions-so-far-by-channel"),
        ("People, share of Awareness", "novamart-people-share-of-awareness"),
        (f"People, share of {'those who know ' * 40}", f"novamart-people-share-of{'-those-who-know' * 3}"),
        ("n" * 300, f"novamart-{'n' * 63}"),
    ],
)
def test_a_file_name_is_short_and_holds_only_letters_digits_and_hyphens(title: str, name: str) -> None:
    assert twin(DRAWING, title, JANUARY, [], [])["file"] == f"{name}-2024-01-01-2024-01-31"
