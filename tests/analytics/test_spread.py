import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.spread import DENSITY, VALUE, Box, Moment, Summary, box, kernel_density, trend_line

NUMBERS = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))


def moments(x: list[float], y: list[float]) -> dict[str, float]:
    """What the store tells of these points."""
    if not x:
        return {Moment.N: 0} | dict.fromkeys(list(Moment)[1:], math.nan)
    (sxx, sxy), (_, syy) = len(x) * np.cov(x, y, bias=True)
    told = (len(x), np.mean(x), np.mean(y), sxx, syy, sxy, 0)
    return dict(zip(Moment, map(float, told), strict=True))


def told(*values: float | None) -> dict[str, float | None]:
    """Quartiles and the furthest numbers inside the fences, of as many rows as there are values."""
    names = ("0.25", "0.5", "0.75", Summary.FENCE_LOW, Summary.FENCE_HIGH)
    return {Summary.ROWS: 5, **dict(zip(names, values, strict=True))}


def test_a_line_worked_by_hand() -> None:
    line = trend_line(moments([1, 2, 3, 4], [2, 4, 5, 4]))
    # Sxx = 5, Syy = 4.75, Sxy = 3.5: slope 0.7, R² 12.25 / 23.75.
    assert (line.n, line.reason) == (4, "")
    assert (line.slope, line.intercept, line.r2) == pytest.approx((0.7, 2.0, 0.5157894737))


def test_points_on_a_line_give_that_line() -> None:
    line = trend_line(moments([10, 20, 40], [-1, -3, -7]))
    assert (line.slope, line.intercept, line.r2) == pytest.approx((-0.2, 1.0, 1.0))
    assert line.r2 <= 1
    assert not line.reason


@pytest.mark.parametrize(
    ("x", "y", "why"),
    [
        ([], [], "at least 3 points"),
        ([1, 2], [1, 2], "at least 3 points"),
        ([5, 5, 5], [1, 2, 3], "do not differ across"),
        ([1, 2, 3], [5, 5, 5], "do not differ in height"),
    ],
)
def test_where_there_is_no_line_the_reason_is_given(x: list[float], y: list[float], why: str) -> None:
    line = trend_line(moments(x, y))
    assert why in line.reason
    assert line.n == len(x)
    assert all(map(math.isnan, (line.slope, line.intercept, line.r2)))


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=3, max_size=30))
def test_lines_are_those_of_numpy(points: list[tuple[float, float]]) -> None:
    x, y = map(list, zip(*points, strict=True))
    line = trend_line(moments(x, y))
    if np.ptp(x) > 1 and np.ptp(y) > 1:
        slope, intercept = np.polyfit(x, y, 1)
        assert (line.slope, line.intercept) == pytest.approx((slope, intercept), rel=1e-6, abs=1e-4)
        assert line.r2 == pytest.approx(np.corrcoef(x, y)[0, 1] ** 2, abs=1e-6)


def test_whiskers_end_at_the_furthest_numbers_inside_the_fences() -> None:
    assert box(told(2, 3, 4, 1, 6)) == Box(2, 3, 4, 1, 6)


def test_whiskers_do_not_end_inside_the_box() -> None:
    # 0, 10, 10, 10: the first quartile is 7.5, and 0 is beyond the fence at 3.75.
    assert box(told(7.5, 10, 10, 10, 10)) == Box(7.5, 10, 10, 7.5, 10)


def test_nothing_reported_has_no_box() -> None:
    assert box(told(None, None, None, None, None) | {Summary.ROWS: 0}) is None


def test_a_curve_worked_by_hand() -> None:
    curve = kernel_density([0, 1], [1, 1], 1)
    # The bandwidth is a bin, the middles 0.5 and 1.5: e^-0.125 + e^-1.125 at 0 and twice e^-0.125 at 1.
    assert curve[VALUE].iloc[[0, 50, 100]].tolist() == [0, 1, 2]
    low, high = curve[DENSITY].iloc[[0, 50]]
    assert low / high == pytest.approx((math.exp(-0.125) + math.exp(-1.125)) / (2 * math.exp(-0.125)))


def test_many_bins_of_a_normal_distribution_give_its_curve() -> None:
    edges = np.arange(-5, 5, 0.05)
    counts = np.round(1e6 * 0.05 * np.exp(-((edges + 0.025) ** 2) / 2) / math.sqrt(2 * math.pi))
    curve = kernel_density(edges.tolist(), counts.tolist(), 0.05)
    expected = np.exp(-(curve[VALUE] ** 2) / 2) / math.sqrt(2 * math.pi)
    np.testing.assert_allclose(curve[DENSITY], expected, atol=0.004)


@pytest.mark.parametrize(
    ("counts", "width", "bandwidth"),
    [
        # Quartiles at 11.25 and 18.75, IQR / 1.34 = 5.60, times 0.9 × 6^-0.2: less than a bin, which is the least.
        ({0: 1.0, 10: 4.0, 20: 1.0}, 10.0, 10.0),
        # σ = 28.866 is less than IQR / 1.34 = 37.3, and 0.9 × 28.866 × 100^-0.2 = 10.3427.
        (dict.fromkeys(range(100), 1.0), 1.0, 10.3427),
        # Quartiles at 9.5 and 30.5: 21 / 1.34 = 15.672 is less than σ = 110, and 0.9 × 15.672 × 420^-0.2 = 4.2140.
        ({-500: 10.0, 500: 10.0} | dict.fromkeys(range(40), 10.0), 1.0, 4.2140),
    ],
)
def test_the_bandwidth_is_silvermans_and_at_least_a_bin(
    counts: dict[int, float], width: float, bandwidth: float
) -> None:
    curve = kernel_density(list(counts), list(counts.values()), width)
    expected = [
        sum(n * math.exp(-(((value - edge - width / 2) / bandwidth) ** 2) / 2) for edge, n in counts.items())
        for value in curve[VALUE]
    ]
    np.testing.assert_allclose(curve[DENSITY], np.divide(expected, np.trapezoid(expected, curve[VALUE])), atol=1e-6)


@given(st.dictionaries(st.integers(-50, 50), st.integers(1, 1000), min_size=1), st.sampled_from([0.1, 1.0, 500.0]))
def test_the_area_is_one_and_the_order_of_bins_does_not_matter(bins: dict[int, int], width: float) -> None:
    edges, counts = [place * width for place in bins], [float(count) for count in bins.values()]
    curve = kernel_density(edges, counts, width)
    assert np.trapezoid(curve[DENSITY], curve[VALUE]) == pytest.approx(1)
    assert (curve[DENSITY] >= 0).all()
    assert (curve[VALUE].min(), curve[VALUE].max()) == pytest.approx((min(edges), max(edges) + width))
    np.testing.assert_allclose(kernel_density(edges[::-1], counts[::-1], width), curve)


def test_a_far_number_does_not_coarsen_the_curve() -> None:
    bins = dict.fromkeys(range(100), 10.0)
    alone, beside = (kernel_density(list(each), list(each.values()), 1) for each in (bins, bins | {900: 1.0}))
    assert alone[VALUE].diff().max() < 1.1
    assert beside[VALUE].diff().max() < 3
    assert len(kernel_density([0, 1_000_000], [1e9, 1], 1)) == 1001


def test_nothing_counted_has_no_curve() -> None:
    assert kernel_density([], [], 1).empty
    assert kernel_density([0, 1], [0, 0], 1).empty
    assert list(kernel_density([], [], 1).columns) == [VALUE, DENSITY]
