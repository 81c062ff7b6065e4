import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.currency import currency_of
from analytics.figure import Figure
from analytics.numbers import (
    change,
    count,
    day,
    direction,
    exact_count,
    exact_money,
    format_value,
    money,
    moved,
    multiple,
    percent,
    span,
)

UNKNOWN = (None, math.nan, math.inf, -math.inf)
CURRENCIES = ("INR", "USD", "JPY", "KWD", "CHF")
values = st.floats(min_value=-1e14, max_value=1e14, allow_nan=False)


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        (2_130_600_000, "INR", "₹213.06 Cr"),
        (9_086_000, "INR", "₹90.86 L"),
        (12_345.4, "INR", "₹12,345"),
        (70.831, "INR", "₹70.83"),
        (0, "INR", "₹0"),
        (-61_500_000, "INR", "−₹6.15 Cr"),
        (1_234_567_890_123, "INR", "₹1,23,456.79 Cr"),
        (999.999, "INR", "₹1,000"),
        (99_999.4, "INR", "₹99,999"),
        (99_999.6, "INR", "₹1.00 L"),
        (9_999_400, "INR", "₹99.99 L"),
        (9_999_600, "INR", "₹1.00 Cr"),
        (12_345, "USD", "$12,345"),
        (123_456, "USD", "$123.46 K"),
        (999_999, "USD", "$1.00 M"),
        (2_130_600_000, "USD", "$2.13 B"),
        (70.4, "JPY", "¥70"),
        (70.8314, "KWD", "KWD 70.831"),
        (9_086_000, "NPR", "NPR 90.86 L"),
        (9_086_000, "PKR", "PKR 9.09 M"),
    ],
)
def test_money_is_written_as_its_currency_is(value: float, currency: str, expected: str) -> None:
    assert plain(money(value, currency)) == expected


def test_exact_figures_keep_every_digit() -> None:
    assert exact_money(1_234_567, "INR") == "₹12,34,567.00"
    assert exact_money(-1_234_567.891, "USD") == "−$1,234,567.89"
    assert exact_count(100_000, "INR") == "1,00,000"
    assert exact_count(100_000, "EUR") == "100,000"


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        (857_123, "INR", "8.57 L"),
        (5_000, "INR", "5,000"),
        (100_000, "INR", "1.00 L"),
        (857_123, "USD", "857.12 K"),
        (0.4, "INR", "0.4"),
        (0, "INR", "0"),
        (3.0, "INR", "3"),
        (12.6, "INR", "13"),
    ],
)
def test_counts(value: float, currency: str, expected: str) -> None:
    assert plain(count(value, currency)) == expected


def test_percentages_multiples_and_changes() -> None:
    assert plain(percent(0.0543)) == "5.4 %"
    assert plain(percent(-0.0932)) == "−9.3 %"
    assert plain(percent(1.2256, decimals=0)) == "123 %"
    assert plain(percent(12.3456)) == "1,234.6 %"
    assert multiple(35.08) == Figure("35.1", "×")
    assert plain(change(0.054)) == "+5.4 %"
    assert plain(change(-0.093)) == "−9.3 %"
    assert plain(moved(1.2256, decimals=0)) == "▲ 123 %"
    assert plain(moved(-0.219)) == "▼ 21.9 %"


@pytest.mark.parametrize("value", [0.0, -0.0, 0.0004, -0.0004])
def test_a_change_that_rounds_to_nothing_points_nowhere(value: float) -> None:
    assert direction(value) == 0
    assert plain(change(value)) == plain(moved(value)) == "0.0 %"


@pytest.mark.parametrize("value", UNKNOWN)
def test_what_is_not_known_says_so(value: float | None) -> None:
    assert str(money(value, "INR")) == str(count(value, "INR")) == str(multiple(value)) == "n/a"
    assert exact_money(value, "INR") == exact_count(value, "INR") == percent(value) == change(value) == moved(value)
    assert percent(value) == "n/a"
    assert direction(value) == 0


def test_a_value_is_written_by_its_unit() -> None:
    assert format_value(2_130_600_000, "currency", "INR") == Figure("₹213.06", "Cr")
    assert format_value(857_123, "count", "INR") == Figure("8.57", "L")
    assert format_value(0.054, "percent", "INR") == Figure("5.4", "%")
    assert format_value(35.08, "x", "INR") == Figure("35.1", "×")
    assert format_value(4.136, "score", "INR") == Figure("4.14")
    assert plain(format_value(2.58, "days", "INR")) == "2.6 days"
    assert format_value(None, "percent", "INR") == Figure("n/a")
    with pytest.raises(ValueError, match="furlong"):
        format_value(1, "furlong", "INR")


def test_days_and_spans_say_nothing_twice() -> None:
    assert day(date(2024, 1, 5)) == "5 Jan 2024"
    assert day(date(2024, 8, 12), year=False) == "12 Aug"
    assert span(date(2024, 1, 1), date(2024, 12, 31)) == "1 Jan – 31 Dec 2024"
    assert span(date(2023, 4, 1), date(2024, 3, 31)) == "1 Apr 2023 – 31 Mar 2024"
    assert span(date(2023, 1, 1), date(2023, 1, 3)) == "1–3 Jan 2023"
    assert span(date(2024, 1, 5), date(2024, 1, 5)) == "5 Jan 2024"


@given(values, st.sampled_from(CURRENCIES))
def test_grouping_only_adds_commas(value: float, currency: str) -> None:
    style = currency_of(currency)
    digits = exact_money(value, currency).replace(style.prefix, "").replace(",", "").replace("−", "-")
    assert float(digits) == pytest.approx(value, abs=0.51 * 10**-style.digits, rel=1e-12)


@given(st.integers(min_value=0, max_value=10**15))
def test_lakh_grouping_is_three_digits_then_pairs(value: int) -> None:
    last, *pairs = exact_count(value, "INR").split(",")[::-1]
    assert len(last) == 3 or not pairs
    assert all(len(pair) == 2 for pair in pairs[:-1])


@given(values, st.sampled_from(CURRENCIES), st.sampled_from(["currency", "count", "percent", "x"]))
def test_no_figure_shows_a_negative_zero_or_a_hyphen(value: float, currency: str, unit: str) -> None:
    text = str(format_value(value, unit, currency))
    assert "-" not in text
    assert "nan" not in text
    assert "inf" not in text
    assert "−" not in text or any(digit in text for digit in "123456789")


@given(values, st.sampled_from(["INR", "USD"]))
def test_an_abbreviated_figure_is_the_value_to_two_decimals(value: float, currency: str) -> None:
    figure = money(value, currency)
    size = {"": 1, "L": 1e5, "Cr": 1e7, "K": 1e3, "M": 1e6, "B": 1e9}[figure.unit]
    number = float(figure.number.replace(",", "").replace("−", "-").replace("₹", "").replace("$", ""))
    assert number * size == pytest.approx(value, abs=0.5 if size == 1 else 0.0051 * size)
