from typing import Literal

import pytest
from dash import dcc

from layouts.ui.chart_card import Key, blank, chart_card, head, outputs, segmented, select
from tests.layouts.ui.parts import attribute, having, ids, parts, text

CARD = chart_card("trend", height=276, label="Revenue over time", span=7)


def test_every_output_of_a_card_is_a_part_of_it() -> None:
    assert {output.component_id for output in outputs("trend").values()} <= set(ids(CARD))


def test_a_blank_card_fills_every_output() -> None:
    assert blank().keys() == outputs("trend").keys()


def test_the_card_has_its_title_before_the_rows_are_read() -> None:
    (waiting,) = having(CARD, "nm-waiting")
    assert text(waiting).startswith("Revenue over time")


def test_the_menu_offers_table_csv_png_and_link_of_its_own_chart() -> None:
    buttons = [part for part in parts(having(CARD, "nm-menu-list")) if attribute(part, "data-action")]
    assert [attribute(button, "data-action") for button in buttons] == ["table", "csv", "png", "link"]
    assert {attribute(button, "data-chart") for button in buttons} == {"trend"}
    assert "trend-table" in ids(CARD)


def test_the_figure_is_described_by_title_and_note() -> None:
    (figure,) = having(CARD, "nm-figure")
    assert attribute(figure, "role") == "img"
    assert set(attribute(figure, "aria-labelledby").split()) <= set(ids(CARD))


def test_the_chart_has_no_mode_bar_and_cannot_be_sent_away() -> None:
    (graph,) = [part for part in parts(CARD) if isinstance(part, dcc.Graph)]
    assert attribute(graph, "config")["displayModeBar"] is False
    assert "sendChartToCloud" in attribute(graph, "config")["modeBarButtonsToRemove"]


@pytest.mark.parametrize(
    ("colour", "drawn"), [("accent", "var(--nm-accent)"), ("compare", "var(--nm-compare)"), ("#D35FA6", "#D35FA6")]
)
def test_a_key_names_its_mark_in_its_colour(colour: str, drawn: str) -> None:
    content = head("Revenue peaked in August", "Revenue by week", [Key("2024", "₹213.06 Cr", "line", colour)])
    assert text(content) == "Revenue peaked in AugustRevenue by week2024 ₹213.06 Cr"
    assert having(content, "nm-swatch-line")[0].style == {"color": drawn}


def test_a_head_without_keys_has_no_key_row() -> None:
    assert not having(head("Revenue", "by week"), "nm-keys")


def test_choices_offer_every_option_and_start_on_the_one_chosen() -> None:
    by_grain = segmented("grain", {"day": "Day", "week": "Week"}, "week", "Grain")
    by_metric = select("metric", "Metric", {"revenue": "Revenue", "roas": "ROAS"}, "roas")
    grain, metric = (
        next(part for part in parts(choice) if getattr(part, "id", None)) for choice in (by_grain, by_metric)
    )
    assert (grain.id, grain.value) == ({"type": "choice", "key": "grain"}, "week")
    assert grain.options == [{"label": "Day", "value": "day"}, {"label": "Week", "value": "week"}]
    assert (metric.id, metric.value) == ({"type": "choice", "key": "metric"}, "roas")
    assert attribute(by_grain, "aria-label") == "Grain"
    assert text(by_metric) == "Metric"


def test_a_plot_fills_its_card_or_is_as_high_as_its_figure() -> None:
    plots = {
        fit: next(part for part in parts(chart_card("x", height=99, label="X", fit=fit)) if isinstance(part, dcc.Graph))
        for fit in (False, True)
    }
    assert [(plots[fit].responsive, plots[fit].style["height"]) for fit in plots] == [(True, "100%"), ("auto", "auto")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("style", ["dot", "ring", "diamond"])
def test_a_key_has_the_mark_that_is_drawn(style: Literal["dot", "ring", "diamond"]) -> None:
    assert having(head("Credit", "", [Key("Supplied", "", style, "ink")]), f"nm-swatch-{style}")
