"""A table: headings that may sort, a bar in the sorted column, totals, and figures that say why one is missing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analytics.metric import Metric
from layouts.ui.attributes import attributes
from layouts.ui.drawing import Drawing

Sorted = Literal["ascending", "descending", ""]
Content = str | Component
SIGNS: dict[Sorted, str] = {"ascending": " ▴", "descending": " ▾", "": ""}
SPEND = "spend"
NONE, NOT_AVAILABLE = "none", "n/a"


@dataclass(frozen=True)
class Heading:
    """A column: its label, the link that sorts by it if it has one, how it is sorted now, whether it holds numbers.

    `help` says what it means.
    """

    label: str
    href: str = ""
    sorted: Sorted = ""
    number: bool = True
    help: str | None = None


@dataclass(frozen=True)
class Row:
    """One row: its name and what stands below it on a phone, a swatch, the other cells, and the bar's share, 0 to 1."""

    name: str
    below: str
    cells: Sequence[Content]
    colour: str = ""
    bar: float = 0


def written(known: Metric, value: float, rows: pd.DataFrame, drawing: Drawing) -> Content:
    """A metric of rows as a cell: "none" where nothing was spent, "n/a" with its reason where there is no value."""
    if value == 0 and known.total == SPEND:
        return html.Span(NONE, title="No ad spend")
    if not math.isnan(value):
        return str(drawing.written(known, value))
    why = known.reason(rows)
    return html.Span([NOT_AVAILABLE, html.Span(f": {why}", className="nm-sr")], title=why.capitalize())


def bar(value: float, largest: float) -> float:
    """The share of a bar of its column, 0 where there is none to draw."""
    return max(value / largest, 0.0) if largest > 0 and not math.isnan(value) else 0.0


def table(caption: str, headings: Sequence[Heading], rows: Sequence[Row], totals: Sequence[Content]) -> Component:
    """The table, in a region of its own that scrolls sideways; `totals` has a cell for each column."""
    head = html.Thead(html.Tr([_heading(heading) for heading in headings]))
    body = html.Tbody([_row(row, headings) for row in rows])
    sums = [_cell(content, headings[place], first=not place) for place, content in enumerate(totals)]
    foot = html.Tfoot(html.Tr(sums))
    whole = html.Table([html.Caption(caption, className="nm-sr"), head, body, foot], className="nm-table")
    return html.Div(
        whole,
        className="nm-table-scroll",
        role="region",
        tabIndex="0",
        **attributes(aria_label=f"{caption}, the table"),
    )


def _heading(heading: Heading) -> Component:
    words: list[Content] = [heading.label, html.Span(SIGNS[heading.sorted], **attributes(aria_hidden="true"))]
    face = html.A(words, href=heading.href, **attributes(data_stay="")) if heading.href else html.Span(words)
    state = attributes(aria_sort=heading.sorted) if heading.sorted else {}
    return html.Th(face, scope="col", className=_kind(heading), title=heading.help, **state)


def _row(row: Row, headings: Sequence[Heading]) -> Component:
    below = [html.Span([*_swatch(row), html.Span(_breaking(row.below))], className="nm-below")] if row.below else []
    name = html.Th([html.Span(row.name, title=row.name, className="nm-name"), *below], scope="row")
    cells = [
        _cell(content, heading, share=row.bar if heading.sorted else 0)
        for content, heading in zip(row.cells, headings[1:], strict=True)
    ]
    return html.Tr([name, *cells])


def _breaking(name: str) -> list[Content]:
    """A name that may be broken where an underscore parts it, as those of files are."""
    first, *others = name.split("_")
    return [first, *(part for other in others for part in ("_", html.Wbr(), other))]


def _swatch(row: Row) -> list[Component]:
    return [html.Span(className="nm-swatch nm-swatch-square", style={"color": row.colour})] if row.colour else []


def _cell(content: Content, heading: Heading, *, first: bool = False, share: float = 0) -> Component:
    if first:
        return html.Th(content, scope="row")
    if not share:
        return html.Td(content, className=_kind(heading))
    track = html.Span(
        html.Span(style={"width": f"{100 * share:.1f}%"}), className="nm-bar", **attributes(aria_hidden="true")
    )
    return html.Td([track, content], className=_kind(heading))


def _kind(heading: Heading) -> str:
    return " ".join(["nm-number"] * heading.number + ["nm-sorted"] * bool(heading.sorted))
