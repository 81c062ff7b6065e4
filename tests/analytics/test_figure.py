from analytics.figure import Figure
from analytics.numbers import money


def test_a_figure_keeps_its_unit_apart_and_joins_it_without_a_break() -> None:
    assert money(2_130_600_000, "INR") == Figure("₹213.06", "Cr")
    assert str(Figure("₹213.06", "Cr")) == "₹213.06\u00a0Cr"
    assert str(Figure("35.1", "×")) == "35.1×"
    assert str(Figure("5,000")) == "5,000"
