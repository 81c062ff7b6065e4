import pytest

from layouts.figures.bridge import Span, bridge
from layouts.ui.theme import LIGHT

SPANS = (
    Span("Revenue", 0, 100, "#111111", "$100", "all"),
    Span("Ad <spend>", 100, -20, "#222222", "−$120", "paid"),
    Span("Left", 0, -20, "#333333", "−$20", "rest"),
)


def test_each_bar_lies_from_start_to_end() -> None:
    (bars,) = bridge(SPANS, colours=LIGHT, height=276).data
    assert list(bars.base) == [0, 100, 0]
    assert list(bars.x) == [100, -120, -20]
    assert list(bars.marker.color) == ["#111111", "#222222", "#333333"]


def test_the_axis_holds_every_bar_and_zero() -> None:
    assert bridge(SPANS, colours=LIGHT, height=276).layout.xaxis.range == (-20, 100)
    assert bridge((), colours=LIGHT, height=276).layout.xaxis.range == (0, 1)


def test_a_line_joins_each_bar_to_the_next_one() -> None:
    assert [(line.x0, line.x1) for line in bridge(SPANS, colours=LIGHT, height=276).layout.shapes] == [
        (100, 100),
        (-20, -20),
    ]


def test_names_are_text_and_amounts_stand_beside() -> None:
    layout = bridge(SPANS, colours=LIGHT, height=276).layout
    assert layout.yaxis.ticktext == ("Revenue", "Ad &lt;spend&gt;", "Left")
    assert [one.text for one in layout.annotations] == ["$100", "−$120", "−$20"]


def test_few_bars_fill_the_height_and_are_no_thicker_than_many() -> None:
    for spans in (SPANS, (*SPANS, *SPANS)):
        drawn = bridge(spans, colours=LIGHT, height=300)
        assert drawn.layout.yaxis.range == (len(spans) - 0.5, -0.5)
        thick = drawn.data[0].width * 300 / len(spans)
        assert 25 < thick <= 30
        first = drawn.layout.shapes[0]
        assert (first.y0, 1 - first.y1) == (pytest.approx(drawn.data[0].width / 2), pytest.approx(first.y0))
