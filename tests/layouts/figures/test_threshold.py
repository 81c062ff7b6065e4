import pytest

from layouts.figures.bars import ranking
from layouts.figures.rows import Bar
from layouts.figures.threshold import Line
from layouts.ui.theme import LIGHT

BARS = (Bar("A", 4, "#111111", "4.0×"), Bar("B", 1, "#222222", "1.0×"))


@pytest.mark.parametrize(("at", "high"), [(2.5, 4), (10, 10.4)])
def test_the_line_stands_at_its_value_inside_the_axis(at: float, high: float) -> None:
    layout = ranking(BARS, colours=LIGHT, line=Line(at, "Break-even")).layout
    (line,) = layout.shapes
    assert (line.x0, line.x1, layout.xaxis.range) == (at, at, (0, high))


def test_it_is_named_beside_the_values_that_stay() -> None:
    layout = ranking(BARS, colours=LIGHT, line=Line(2.5, "Break <even>")).layout
    assert [one.text for one in layout.annotations] == ["4.0×", "1.0×", "Break &lt;even&gt;"]
