import pytest

from analytics.spread import TrendLine
from layouts.ui.cloud_axes import Axes, ends, line_words, title

AXES = Axes("income", "lifetime_value", "Income", "Lifetime value", (0, 100_000), (0, 5_000))


@pytest.mark.parametrize(
    ("slope", "intercept", "start", "end"),
    [
        (0.01, 1_000, (0, 1_000), (100_000, 2_000)),
        (0.1, -1_000, (10_000, 0), (60_000, 5_000)),
        (-0.1, 6_000, (10_000, 5_000), (60_000, 0)),
        (0.0, 500, (0, 500), (100_000, 500)),
    ],
)
def test_the_line_ends_where_it_leaves_the_plot(
    slope: float, intercept: float, start: tuple[float, float], end: tuple[float, float]
) -> None:
    found = ends(TrendLine(9, slope, intercept, 0.5), AXES)
    assert found is not None
    assert [*found[0], *found[1]] == pytest.approx([*start, *end])


def test_the_title_says_which_way_and_the_words_how_sure() -> None:
    falling = TrendLine(1_234, -1.0, 0.0, 0.256)
    assert title(falling, AXES).startswith("Who earns more is worth less")
    assert line_words(falling).replace("\u00a0", " ") == "Least-squares line over n = 1,234: R² = 0.26."


@pytest.mark.parametrize(("n", "r2", "clear"), [(27, 0.16, True), (24, 0.16, False), (5_000, 0.04, False)])
def test_a_line_that_chance_may_draw_or_that_tells_little_is_no_finding(n: int, r2: float, clear: bool) -> None:
    """Fisher's z of 0.4 is 0.4236: times √24 it is 2.08 and times √21 it is 1.94, beyond and short of 1.96."""
    said = title(TrendLine(n, 1.0, 0.0, r2), AXES).replace("\u00a0", " ")
    assert said.startswith("Who earns more") == clear
    assert clear or said == f"Income says little of lifetime value: it goes with {100 * r2:.0f} % of the differences"


def test_without_a_line_there_are_no_ends() -> None:
    none = TrendLine(2, reason="a trend line needs at least 3 points")
    assert ends(none, AXES) is None
    assert title(none, AXES).endswith("?")
