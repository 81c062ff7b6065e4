"""A table of many rows: headings that sort, a bar in the sorted column, totals, one page of rows at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes

Sorted = Literal["ascending", "descending", ""]
SIGNS: dict[Sorted, str] = {"ascending": " ▴", "descending": " ▾", "": ""}


@dataclass(frozen=True)
class Heading:
    """A column: its label, the link that sorts by it, how it is sorted now, and whether it holds numbers."""

    label: str
    href: str
    sorted: Sorted = ""
    number: bool = True


@dataclass(frozen=True)
class Row:
    """One row: its name and what stands below it on a phone, a swatch, the other cells, and the bar's share, 0 to 1."""

    name: str
    below: str
    cells: Sequence[str]
    colour: str = ""
    bar: float = 0


def table(caption: str, headings: Sequence[Heading], rows: Sequence[Row], totals: Sequence[str]) -> Component:
    """The table, in a region of its own that scrolls sideways; `totals` has a cell for each column."""
    head = html.Thead(html.Tr([_heading(heading) for heading in headings]))
    body = html.Tbody([_row(row, headings) for row in rows])
    foot = html.Tfoot(html.Tr([_cell(text, headings[place], first=not place) for place, text in enumerate(totals)]))
    whole = html.Table([html.Caption(caption, className="nm-sr"), head, body, foot], className="nm-table")
    return html.Div(
        whole,
        className="nm-table-scroll",
        role="region",
        tabIndex="0",
        **attributes(aria_label=f"{caption}, the table"),
    )


def _heading(heading: Heading) -> Component:
    sign = html.Span(SIGNS[heading.sorted], **attributes(aria_hidden="true"))
    link = html.A([heading.label, sign], href=heading.href, **attributes(data_stay=""))
    state = attributes(aria_sort=heading.sorted) if heading.sorted else {}
    return html.Th(link, scope="col", className=_kind(heading), **state)


def _row(row: Row, headings: Sequence[Heading]) -> Component:
    below = html.Span([*_swatch(row), row.below], className="nm-below")
    name = html.Th([html.Span(row.name, title=row.name, className="nm-name"), below], scope="row")
    cells = [
        _cell(text, heading, bar=row.bar if heading.sorted else 0)
        for text, heading in zip(row.cells, headings[1:], strict=True)
    ]
    return html.Tr([name, *cells])


def _swatch(row: Row) -> list[Component]:
    return [html.Span(className="nm-swatch nm-swatch-square", style={"color": row.colour})] if row.colour else []


def _cell(text: str, heading: Heading, *, first: bool = False, bar: float = 0) -> Component:
    if first:
        return html.Th(text, scope="row")
    if not bar:
        return html.Td(text, className=_kind(heading))
    track = html.Span(
        html.Span(style={"width": f"{100 * bar:.1f}%"}), className="nm-bar", **attributes(aria_hidden="true")
    )
    return html.Td([track, text], className=_kind(heading))


def _kind(heading: Heading) -> str:
    return " ".join(["nm-number"] * heading.number + ["nm-sorted"] * bool(heading.sorted))
