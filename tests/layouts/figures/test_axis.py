import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.numbers import Unit
from layouts.figures.axis import compact_axis, in_one_unit, open_axis


def plain(labels: tuple[str, ...]) -> list[str]:
    return [label.replace("\u00a0", " ") for label in labels]


@pytest.mark.parametrize(
    ("values", "unit", "currency", "expected"),
    [
        ([1.2, 123_100_000], Unit.CURRENCY, "INR", ["0", "₹5 Cr", "₹10 Cr"]),
        ([9_000_000], Unit.CURRENCY, "INR", ["0", "₹20 L", "₹40 L", "₹60 L", "₹80 L"]),
        ([100_000], Unit.CURRENCY, "INR", ["0", "₹0.5 L", "₹1 L"]),
        ([99_999], Unit.CURRENCY, "INR", ["0", "₹20,000", "₹40,000", "₹60,000", "₹80,000"]),
        ([12_000_000], Unit.CURRENCY, "USD", ["0", "$5 M", "$10 M"]),
        ([0.0543], Unit.PERCENT, "INR", ["0", "2 %", "4 %"]),
        ([35.1], Unit.TIMES, "INR", ["0", "10×", "20×", "30×"]),
        ([2], Unit.COUNT, "INR", ["0", "1", "2"]),
        ([-30_000_000, 40_000_000], Unit.CURRENCY, "INR", ["−₹2 Cr", "0", "₹2 Cr", "₹4 Cr"]),
        ([None, float("nan")], Unit.CURRENCY, "INR", ["0"]),
        ([], Unit.COUNT, "INR", ["0"]),
    ],
)
def test_an_axis_has_round_ticks_in_one_unit(
    values: list[float | None], unit: Unit, currency: str, expected: list[str]
) -> None:
    assert plain(compact_axis(values, unit, currency).labels) == expected


@pytest.mark.parametrize(
    ("values", "unit", "currency", "texts", "words"),
    [
        ([223_062_950, 18_623_298, None], Unit.CURRENCY, "INR", ["22.3", "1.9", ""], "₹ Cr"),
        ([4_675, 2_253], Unit.CURRENCY, "INR", ["4,675", "2,253"], "₹"),
        ([55_209, 8_266], Unit.COUNT, "INR", ["55,209", "8,266"], ""),
        ([1_234_567, 90_000], Unit.COUNT, "INR", ["12.3", "0.9"], "L"),
        ([-0.037, 0.249], Unit.PERCENT, "INR", ["−3.7", "24.9"], "%"),
        ([4.444, 3.59], Unit.SCORE, "INR", ["4.44", "3.59"], ""),
        ([12_000_000], Unit.CURRENCY, "CHF", ["12.0"], "CHF M"),
        ([], Unit.COUNT, "INR", [], ""),
    ],
)
def test_values_share_the_unit_of_the_largest(
    values: list[float | None], unit: Unit, currency: str, texts: list[str], words: str
) -> None:
    shown, said = in_one_unit(values, unit, currency)
    assert (list(shown), said.replace("\u00a0", " ")) == (texts, words)


def test_an_open_axis_need_not_start_at_0() -> None:
    assert plain(open_axis(3.4, 4.6, Unit.SCORE, "INR").labels) == ["3.5", "4", "4.5"]
    assert plain(open_axis(-0.06, 0.27, Unit.PERCENT, "INR").labels) == ["0", "10 %", "20 %"]


@given(st.floats(-1e12, 0), st.floats(1e-4, 1e12), st.sampled_from([Unit.CURRENCY, Unit.PERCENT, Unit.TIMES]))
def test_an_axis_has_three_to_five_ticks_inside_its_values(low: float, high: float, unit: Unit) -> None:
    axis = compact_axis([low, high], unit, "INR")
    assert 3 <= len(axis.ticks) <= 5
    assert 0 in axis.ticks
    assert axis.labels[axis.ticks.index(0)] == "0"
    assert len(set(axis.labels)) == len(axis.labels)
    assert min(axis.ticks) >= low * (1 + 1e-6)
    assert max(axis.ticks) <= high * (1 + 1e-6)


@given(st.integers(0, 10**9))
def test_counts_have_whole_ticks(high: int) -> None:
    assert all(tick.is_integer() for tick in compact_axis([high], Unit.COUNT, "INR").ticks)
