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


def test_without_a_line_there_are_no_ends() -> None:
    none = TrendLine(2, reason="a trend line needs at least 3 points")
    assert ends(none, AXES) is None
    assert title(none, AXES).endswith("?")
