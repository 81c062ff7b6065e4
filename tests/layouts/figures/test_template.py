import math

import pytest

from layouts.figures.template import CONFIG, drawn, escape, figure, rgba, template, text_width
from layouts.ui.theme import Theme, tokens


@pytest.mark.parametrize("theme", list(Theme))
def test_a_figure_is_opaque_in_its_theme_and_its_template_is_small(theme: Theme) -> None:
    colours = tokens(theme)
    made = figure(colours, height=100)
    assert made.layout.template.layout.paper_bgcolor == colours.surface
    assert made.layout.template.layout.plot_bgcolor == colours.surface
    assert made.layout.height == 100
    assert len(template(colours).to_plotly_json()["layout"]) > 0
    assert len(made.to_json()) < 2_000


def test_nothing_uploads_a_chart() -> None:
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["modeBarButtonsToRemove"] == ["sendChartToCloud"]


def test_values_are_rounded_to_what_is_seen() -> None:
    assert drawn([123_456_789.123, 1.5, None, math.nan, math.inf]) == [123_460_000, 0, None, None, None]
    assert drawn([0.054321987]) == [0.054322]
    assert drawn([0.0, None]) == [0, None]
    assert drawn([]) == []


def test_text_from_the_data_is_shown_literally() -> None:
    assert escape("<b>A&B</b>") == "&lt;b&gt;A&amp;B&lt;/b&gt;"


def test_an_opacity_is_added_to_a_colour() -> None:
    assert rgba("#0B6782", 0.2) == "rgba(11,103,130,0.2)"


@pytest.mark.parametrize(
    ("text", "noto_sans"), [("Organic Search", 86), ("₹86.11\u00a0Cr", 53.2), ("▲\u00a0123\u00a0%", 48.7)]
)
def test_text_is_given_as_much_room_as_it_needs_and_little_more(text: str, noto_sans: float) -> None:
    assert noto_sans <= text_width(text) <= noto_sans * 1.15
