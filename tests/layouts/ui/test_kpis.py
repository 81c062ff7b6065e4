import pandas as pd
import pytest

from analytics.comparison import Facts
from analytics.metrics import METRICS, metric
from analytics.wording import PAID
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.drawing import Drawing
from layouts.ui.kpis import NO_DATES, POINTS, Measured, count_kpi, kpi
from layouts.ui.theme import LIGHT
from tests.analytics.frames import MEASURES, NOT_REPORTED, Row, days, facts, period, row
from tests.layouts.ui.drawn import DRAWING
from tests.layouts.ui.parts import text

FEBRUARY, JANUARY = period("2024-02-01", "2024-02-29"), period("2024-01-01", "2024-01-31")
ROWS = (
    row("2024-01-10", spend=100, revenue=400, conversions=8),
    row("2024-02-10", spend=200, revenue=500, conversions=10),
    row("2024-02-11", "Direct", spend=0, revenue=100, conversions=2),
)
SILENT = row("2024-02-10") | dict.fromkeys(MEASURES, NOT_REPORTED)


def measured(given: Facts, drawing: Drawing = DRAWING) -> Measured:
    return Measured(given, len(given.now), drawing)


def shown(name: str, *rows: Row, compared: bool = True) -> Kpi:
    return kpi(metric(name), measured(facts(rows or ROWS, FEBRUARY, JANUARY if compared else None)))


def read(card: Kpi) -> str:
    return f"{card.value} {card.unit}".replace("\u00a0", " ").strip()


@pytest.mark.parametrize(
    ("name", "value", "change", "was", "arrow", "verdict"),
    [
        ("revenue", "₹600.00", "50.0 %", "₹400.00", "up", "good"),
        ("spend", "₹200.00", "100.0 %", "₹100.00", "up", "neutral"),
        ("roas", "3.0 ×", "25.0 %", "4.0×", "down", "bad"),
        ("conversions", "12", "50.0 %", "8", "up", "good"),
        ("cpa", "₹16.67", "33.3 %", "₹12.50", "up", "bad"),
    ],
)
def test_a_figure_and_its_change_by_hand(
    name: str, value: str, change: str, was: str, arrow: str, verdict: str
) -> None:
    card = shown(name)
    assert (read(card), str(card.change).replace("\u00a0", " "), card.was) == (value, change, was)
    assert (card.arrow, card.verdict, card.note) == (arrow, verdict, "")


def test_a_change_that_rounds_to_nothing_has_no_arrow() -> None:
    card = shown("revenue", row("2024-01-10", revenue=100_000), row("2024-02-10", revenue=100_010))
    assert (card.change, card.arrow, card.verdict) == ("0.0\u00a0%", None, "neutral")


def test_blended_or_paid_is_said_where_it_matters() -> None:
    assert (shown("roas").label, shown("revenue").label) == ("ROAS, blended", "Revenue")
    assert "Blended: every channel, organic ones included." in shown("roas").help
    drawing = Drawing(LIGHT, {}, "INR", PAID, "NovaMart", ())
    paid = kpi(metric("cpa"), measured(facts(ROWS, FEBRUARY), drawing))
    assert paid.label == "CPA, paid"
    assert "Paid: paid channels only." in paid.help


def test_the_help_says_formula_rows_and_what_is_left_out() -> None:
    card = shown("roas", *ROWS, row("2024-02-12", spend=NOT_REPORTED, revenue=123.5, conversions=3))
    assert "Computed as revenue / spend, from 2 of 3 rows." in card.help
    assert card.help.endswith("Left out, the other side not reported: revenue ₹123.50.")
    assert "Left out" not in shown("revenue", *ROWS).help
    conversions = shown("cpa", *ROWS, row("2024-02-12", spend=NOT_REPORTED, conversions=1234))
    assert conversions.help.endswith("conversions 1,234.")


def test_rows_that_stand_for_several_count_as_many() -> None:
    given = facts((*ROWS, row("2024-02-12", spend=NOT_REPORTED, revenue=1)), FEBRUARY)
    counted = Facts.split(given.now.assign(rows=[5.0, 3.0, 2.0]), FEBRUARY, None, FEBRUARY)
    helps = [kpi(metric(name), Measured(counted, 10, DRAWING)).help for name in ("spend", "revenue")]
    assert "Computed as spend, from 8 of 10 rows." in helps[0]
    assert "Computed as revenue, from 10 rows." in helps[1]


@pytest.mark.parametrize(
    ("rows", "value", "note"),
    [
        ((row("2024-02-10", revenue=5),), "n/a", "Spend is 0"),
        ((row("2024-02-10", revenue=5, spend=NOT_REPORTED),), "n/a", "Spend not reported"),
        ((row("2024-01-10", revenue=5, spend=1),), "n/a", "No rows in this view"),
        ((row("2024-02-10", revenue=6, spend=2),), "3.0 ×", "Nothing to compare"),
        ((row("2024-02-10", revenue=6, spend=2), row("2024-01-10", spend=2)), "3.0 ×", "Was 0 or less before"),
        ((row("2024-02-10", revenue=-6, spend=2), row("2024-01-10", revenue=1, spend=2)), "−3.0 ×", ""),
    ],
)
def test_a_figure_or_a_change_that_there_is_not_says_why(rows: tuple[Row, ...], value: str, note: str) -> None:
    card = shown("roas", *rows)
    assert (read(card), card.note, card.change is None) == (value, note, bool(note))


def test_no_comparison_and_a_comparison_partly_loaded_are_told_apart() -> None:
    assert shown("revenue", compared=False).note == "No comparison chosen"
    partly = facts(ROWS, FEBRUARY, JANUARY, loaded=period("2024-01-09", "2024-02-29"))
    card = kpi(metric("revenue"), measured(partly))
    assert (card.note, card.change, card.was, card.spark_before) == ("Comparison partly loaded", None, "", [])


@pytest.mark.parametrize("name", [known.name for known in METRICS])
@pytest.mark.parametrize("rows", [(), (row("2024-02-10"),), (SILENT,)])
def test_no_metric_on_nothing_shows_nan_or_infinity(name: str, rows: tuple[Row, ...]) -> None:
    card = kpi(metric(name), measured(facts(rows, FEBRUARY, JANUARY)))
    words = text(kpi_strip([card])).lower()
    assert "nan" not in words
    assert "inf" not in words.replace("information", "")
    assert card.value
    assert card.note or card.change


def test_the_shape_is_the_metric_over_twelve_parts_with_gaps() -> None:
    rows = [*days("2024-01-01", "2024-01-12", revenue=1), *days("2024-02-01", "2024-02-11", revenue=2)]
    given = facts(rows, period("2024-02-01", "2024-02-12"), period("2024-01-01", "2024-01-12"))
    card = kpi(metric("revenue"), measured(given))
    assert card.spark == [2.0] * 11 + [None]
    assert card.spark_before == [1.0] * POINTS
    assert kpi(metric("revenue"), measured(facts(rows, given.period))).spark_before == []


def test_a_short_period_has_a_part_for_each_day() -> None:
    given = facts(days("2024-02-01", "2024-02-03", revenue=2), period("2024-02-01", "2024-02-03"))
    assert kpi(metric("revenue"), measured(given)).spark == [2.0, 2.0, 2.0]


def test_a_count_as_loaded_has_parts_instead_of_a_change() -> None:
    card = count_kpi("Customers", "As loaded.", pd.Series({"New": 40_000, "Loyal": 80_001}), "INR")
    assert (card.value, card.note, card.change) == ("1,20,001", NO_DATES, None)
    assert card.parts == [("Loyal", 80001.0), ("New", 40000.0)]
    assert text(kpi_strip([card])).endswith("67\u00a0% Loyal, 33\u00a0% New")


def test_a_count_of_nobody_is_nought() -> None:
    card = count_kpi("Customers", "As loaded.", pd.Series(dtype=float), "INR")
    assert (card.value, card.parts) == ("0", [])
    assert "nan" not in text(kpi_strip([card]))
