import plotly.graph_objects as go

from layouts.figures.dots import Dots, dots, height
from layouts.figures.template import rgba
from layouts.ui.theme import LIGHT

ROWS = (
    Dots("Email", 0.3, (0.1, 0.45), "30.0 %", "hover", (0.25, 0.35), "25.0–35.0", supplied=0.2, member="Email"),
    Dots("<Fax>", 0.1, (0.1,), "10.0 %", "hover", (0.099, 0.101), "9.9–10.1", faded=True),
    Dots("Post", None, (), "n/a", "hover"),
)
HEADS = ("Markov", "95 %")


def drawn(narrow: bool = False) -> go.Figure:
    return dots(ROWS, colours=LIGHT, heads=HEADS, narrow=narrow)


def written(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_the_band_is_the_range_of_all_shares_in_percent() -> None:
    band = drawn().data[0]
    assert [(low, low + wide) for low, wide in zip(band.base, band.x, strict=True)] == [(10, 45), (9.9, 10.1), (0, 0)]
    assert list(band.y) == [0, 1, 2]


def test_an_interval_is_seen_even_where_it_is_narrow() -> None:
    sure = drawn().data[1]
    assert (sure.base[0], sure.x[0]) == (25, 10)
    assert (sure.base[1], sure.x[1]) == (9.8, 0.4)
    assert sure.x[2] == 0


def test_other_models_are_hollow_and_what_is_supplied_a_diamond() -> None:
    _, _, others, supplied, _ = drawn().data
    assert list(zip(others.x, others.y, strict=True)) == [(10, 0), (45, 0), (10, 1)]
    assert others.marker.color == LIGHT.surface
    assert (list(supplied.x), list(supplied.y), supplied.marker.symbol) == ([20], [0], "diamond")


def test_the_model_looked_at_is_solid_and_a_click_says_what_to_filter_by() -> None:
    looked_at = drawn().data[4]
    assert list(looked_at.x) == [30, 10, 0]
    assert list(looked_at.customdata) == ["Email", None, None]
    opacities = (1, 0.35, 0)
    assert list(looked_at.marker.color) == [rgba(LIGHT.accent, opacity) for opacity in opacities]


def test_values_and_intervals_stand_in_columns_under_their_heads() -> None:
    assert written(drawn()) == [
        "<b>30.0 %</b>",
        "25.0–35.0",
        "<b>10.0 %</b>",
        "9.9–10.1",
        "<b>n/a</b>",
        "Markov",
        "95 %",
    ]


def test_a_narrow_one_keeps_the_room_of_the_intervals_for_the_dots() -> None:
    assert written(drawn(narrow=True)) == ["<b>30.0 %</b>", "<b>10.0 %</b>", "<b>n/a</b>", "Markov"]
    assert drawn(narrow=True).layout.margin.r < drawn().layout.margin.r
    assert len(drawn(narrow=True).data) == len(drawn().data)


def test_names_are_escaped_and_the_axis_reads_level() -> None:
    layout = drawn().layout
    assert list(layout.yaxis.ticktext) == ["Email", "&lt;Fax&gt;", "Post"]
    assert layout.xaxis.tickangle == 0
    assert layout.xaxis.range[1] == 45 * 1.04
    assert layout.height == height(3) == height(2) + 36


def test_a_share_below_0_has_room() -> None:
    below = dots([Dots("A", -0.1, (), "", "")], colours=LIGHT, heads=HEADS)
    assert below.layout.xaxis.range[0] == -10.4
