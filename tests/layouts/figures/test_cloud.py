from layouts.figures.cloud import TREND, Frame, Grid, Points, density, scattered
from layouts.ui.theme import LIGHT

FRAME = Frame((0, 100), (0, 50), "Income", "Lifetime value", "INR")
GROUPS = (
    Points("Loyal", "#111111", (10.0, 20.0), (1.0, 2.0), (("C1", "30"), ("C2", "40"))),
    Points("New", "#222222", (5.0,), (3.0,), (("C3", "n/a"),)),
)
LINE = ((0.0, 1.0), (100.0, 11.0))


def test_a_point_stands_at_its_numbers_with_what_hover_says() -> None:
    shown = scattered(GROUPS, FRAME, colours=LIGHT, template="%{customdata[0]}", line=None)
    loyal = shown.data[0]
    assert (list(loyal.x), list(loyal.y), loyal.name) == ([10, 20], [1, 2], "Loyal")
    assert loyal.customdata.tolist() == [["C1", "30"], ["C2", "40"]]
    assert loyal.marker.line.width == 0
    assert len(shown.data) == 2


def test_the_trend_line_lies_over_points_and_cells_for_the_browser_to_show() -> None:
    cells = Grid(0, 10, 0, 5, [[1, None], [None, 3]], [["one", ""], ["", "three"]])
    for shown in (
        scattered(GROUPS, FRAME, colours=LIGHT, template="", line=LINE),
        density(cells, FRAME, colours=LIGHT, line=LINE),
    ):
        assert shown.data[-1].meta == TREND
        assert (tuple(shown.data[-1].x), tuple(shown.data[-1].y)) == ((0, 100), (1, 11))


def test_cells_have_the_axes_of_the_points() -> None:
    cells = Grid(0, 10, 0, 5, [[1, None]], [["one", ""]])
    shown = density(cells, FRAME, colours=LIGHT, line=None)
    heat = shown.data[0]
    assert (heat.x0, heat.dx, heat.y0, heat.dy) == (5, 10, 2.5, 5)
    points = scattered(GROUPS, FRAME, colours=LIGHT, template="", line=None)
    assert shown.layout.xaxis.range == points.layout.xaxis.range == (0, 100)
    assert shown.layout.yaxis.ticktext == points.layout.yaxis.ticktext
    assert "Income" in shown.layout.annotations[1].text
