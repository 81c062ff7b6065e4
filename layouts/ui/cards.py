"""The KPI strip: one surface cut by hairlines, a figure with its change and its shape in each part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.sparkline import sparkline

Arrow = Literal["up", "down"]
Verdict = Literal["good", "bad", "neutral"]
VERDICTS: dict[bool | None, Verdict] = {True: "good", False: "bad", None: "neutral"}
ARROWS: dict[Arrow, str] = {"up": "▲", "down": "▼"}
NO_BREAK = "\N{NO-BREAK SPACE}"
SHADES = 5
NAMED_PARTS = 2


@dataclass(frozen=True)
class Kpi:
    """One figure of the strip, already in words.

    `change` is the change without its sign, `was` the value it is compared with, `note` what is said when there is no
    change to show. `spark` and `spark_before` share one scale. `parts` are (name, amount) pairs, largest first, drawn
    instead of the sparkline.
    """

    label: str
    help: str
    value: str
    unit: str = ""
    change: str | None = None
    arrow: Arrow | None = None
    verdict: Verdict = "neutral"
    was: str = ""
    note: str = ""
    spark: Sequence[float | None] = ()
    spark_before: Sequence[float | None] = ()
    parts: Sequence[tuple[str, float]] = ()


def kpi_strip(kpis: Sequence[Kpi]) -> Component:
    """The strip: six across, three on a narrow screen, two on a phone."""
    cells = [_cell(kpi, f"help-{place}") for place, kpi in enumerate(kpis)]
    return html.Section(cells, className="nm-card nm-kpis", **attributes(aria_label="Key figures"))


def waiting_strip(labels: Sequence[str]) -> Component:
    """The strip while the rows are read: the labels of its figures over empty space."""
    label = "nm-kpi-label"
    cells = [html.Div(html.Div(html.Span(name), className=label), className="nm-kpi nm-kpi-waiting") for name in labels]
    return html.Section(cells, className="nm-card nm-kpis", **attributes(aria_label="Key figures", aria_busy="true"))


def with_arrow(figure: str) -> list[Component | str]:
    """A figure whose leading ▲ or ▼ is read out as a word."""
    arrow: Arrow | None = next((arrow for arrow, sign in ARROWS.items() if figure.startswith(sign)), None)
    return [*arrow_mark(arrow), figure[1:] if arrow else figure]


def arrow_mark(arrow: Arrow | None) -> list[Component]:
    """The sign of a direction, read out as a word."""
    if arrow is None:
        return []
    sign = html.Span(ARROWS[arrow], className="nm-arrow", **attributes(aria_hidden="true"))
    return [sign, html.Span(f"{arrow} ", className="nm-sr")]


def _cell(kpi: Kpi, help_id: str) -> Component:
    shape = _parts(kpi.parts) if kpi.parts else sparkline(kpi.spark, kpi.spark_before)
    return html.Div([_label(kpi, help_id), _value(kpi), _change(kpi), shape], className="nm-kpi")


def _label(kpi: Kpi, help_id: str) -> Component:
    label = html.Button(kpi.label, className="nm-help", type="button", **attributes(aria_describedby=help_id))
    return html.Div(
        [label, html.Div(kpi.help, id=help_id, className="nm-tooltip", role="tooltip")], className="nm-kpi-label"
    )


def _value(kpi: Kpi) -> Component:
    unit = html.Span(f"{NO_BREAK}{kpi.unit}" if kpi.unit else "", className="nm-unit")
    return html.P([kpi.value, unit], className="nm-kpi-value")


def _change(kpi: Kpi) -> Component:
    if kpi.change is None:
        return html.P(kpi.note, className="nm-kpi-change")
    change = html.Span([*arrow_mark(kpi.arrow), kpi.change], className=f"nm-change nm-{kpi.verdict}")
    was = html.Span(f" from {kpi.was}" if kpi.was else "", className="nm-was")
    return html.P([change, was], className="nm-kpi-change")


def _parts(parts: Sequence[tuple[str, float]]) -> Component:
    total = sum(amount for _, amount in parts) or 1
    strip = [
        html.Span(style={"flexGrow": amount, "background": f"var(--nm-sequential-{max(SHADES - place, 1)})"})
        for place, (_, amount) in enumerate(parts)
    ]
    named = [f"{amount / total * 100:.0f}{NO_BREAK}% {name}" for name, amount in parts[:NAMED_PARTS]]
    words = [html.Span(f", {text}" if place else text) for place, text in enumerate(named)]
    return html.Div([html.Div(strip, className="nm-parts"), html.P(words)], className="nm-kpi-parts")
