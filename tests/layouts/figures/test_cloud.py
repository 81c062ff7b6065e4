from layouts.figures.cloud import TREND, Frame, Grid, Table, density, scattered
from layouts.ui.theme import LIGHT

FRAME = Frame((0, 100), (0, 50), "Income", "Lifetime value", "INR")
GROUPS = {"Loyal": "#111111", "<New>": "#222222"}
TABLE = Table(1, 2, 3)
LINE = ((0.0, 1.0), (100.0, 11.0))


def test_each_group_has_its_points_and_the_figure_says_from_which_columns() -> None:
    shown = scattered(GROUPS, TABLE, FRAME, colours=LIGHT, template="%{customdata[0]}", line=None)
    loyal, new = shown.data
    assert (loyal.name, new.name) == ("Loyal", "&lt;New&gt;")
    assert (loyal.mode, loyal.marker.color, loyal.marker.line.width) == ("markers", "rgba(17,17,17,0.6)", 0)
    assert shown.layout.meta == {"table": {"x": 1, "y": 2, "group": 3}}


def test_the_trend_line_lies_over_points_and_cells_for_the_browser_to_show() -> None:
    cells = Grid(0, 10, 0, 5, [[1, None], [None, 3]], [["one", ""], ["", "three"]])
    for shown in (
        scattered(GROUPS, TABLE, FRAME, colours=LIGHT, template="", line=LINE),
        density(cells, FRAME, colours=LIGHT, line=LINE),
    ):
        assert shown.data[-1].meta == TREND
        assert (tuple(shown.data[-1].x), tuple(shown.data[-1].y)) == ((0, 100), (1, 11))


def test_cells_have_the_axes_of_the_points() -> None:
    cells = Grid(0, 10, 0, 5, [[1, None]], [["one", ""]])
    shown = density(cells, FRAME, colours=LIGHT, line=None)
    heat = shown.data[0]
    assert (heat.x0, heat.dx, heat.y0, heat.dy) == (5, 10, 2.5, 5)
    points = scattered(GROUPS, TABLE, FRAME, colours=LIGHT, template="", line=None)
    assert shown.layout.xaxis.range == points.layout.xaxis.range == (0, 100)
    assert shown.layout.yaxis.ticktext == points.layout.yaxis.ticktext
    assert "Income" in shown.layout.annotations[1].text
