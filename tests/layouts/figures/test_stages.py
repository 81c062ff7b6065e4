import plotly.graph_objects as go

from layouts.figures.stages import Stage, height, stages
from layouts.ui.theme import LIGHT

ROWS = (
    Stage("Seen", 1000, "1,000", "100.0 %", "hover", "▼ 80.0 % leave", worst=True, faded=True),
    Stage("<Asked>", 200, "200", "20.0 %", "hover", "▼ 5.0 % leave"),
    Stage("Bought", 190, "190", "19.0 %", "hover"),
)


def drawn() -> go.Figure:
    return stages(ROWS, colours=LIGHT)


def notes(text: str) -> list[go.layout.Annotation]:
    return [note for note in drawn().layout.annotations if text in note.text]


def test_bars_stand_from_the_top_from_zero() -> None:
    bars = drawn().data[0]
    assert list(zip(bars.y, bars.x, strict=True)) == [(0, 1000), (1, 200), (2, 190)]
    assert list(bars.customdata) == ["Seen", "<Asked>", "Bought"]
    assert list(drawn().layout.xaxis.range) == [0, 1000]
    assert list(drawn().layout.yaxis.ticktext) == ["Seen", "&lt;Asked&gt;", "Bought"]


def test_a_count_stands_in_its_bar_only_where_that_has_room_on_a_phone() -> None:
    assert [(note.xanchor, note.font.color) for note in notes("<b>1,000</b>")] == [("right", LIGHT.ink)]
    assert [(note.xanchor, note.font.color) for note in notes("<b>200</b>")] == [("left", LIGHT.ink)]
    whole = stages([Stage("A", 5, "5", "", "")], colours=LIGHT).layout.annotations[0]
    assert (whole.xanchor, whole.font.color) == ("right", LIGHT.on_accent)
    long = stages([Stage("A", 5, "12,34,56,78,90,123", "", "")], colours=LIGHT).layout.annotations[0]
    assert long.xanchor == "left"


def test_losses_stand_between_stages_and_only_the_largest_is_bad() -> None:
    assert [(note.y, note.font.color) for note in notes("80.0 % leave")] == [(0.5, LIGHT.bad)]
    assert [(note.y, note.font.color) for note in notes("5.0 % leave")] == [(1.5, LIGHT.ink_3)]
    assert len(drawn().layout.annotations) == 3 + 3 + 2


def test_it_is_as_high_as_its_stages_and_no_stage_is_no_error() -> None:
    assert drawn().layout.height == height(3)
    assert stages([], colours=LIGHT).layout.height == height(1)
