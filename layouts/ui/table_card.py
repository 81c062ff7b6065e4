"""The table card: a finding as its title, a search, the table, its pages and its download."""

from collections.abc import Callable, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import choice_id

LONGEST = 80


def table_card(name: str, label: str, find: str, text: str, hidden: dict[str, str]) -> Component:
    """The card of the table `name`; `find` is the key of its search, `hidden` the values that its links choose."""
    waiting = html.Div(head(label, "Reading the rows…"), className="nm-waiting")
    return html.Section(
        className="nm-card nm-listing",
        children=[
            html.Div([html.Div(waiting, id=f"{name}-head"), _search(find, text, label)], className="nm-listing-head"),
            html.Div(id=f"{name}-rows"),
            *(dbc.Input(id=choice_id(key), type="hidden", value=value) for key, value in hidden.items()),
            dcc.Store(id=f"{name}-twin"),
        ],
        **attributes(aria_label=label),
    )


def outputs(name: str) -> dict[str, Output]:
    """What a callback gives the card: head(...), the table with its foot, the twin."""
    return {
        "head": Output(f"{name}-head", "children"),
        "rows": Output(f"{name}-rows", "children"),
        "twin": Output(f"{name}-twin", "data"),
    }


def blank() -> dict[str, Any]:
    """What those outputs are on a page without rows, where the card is hidden."""
    return {"head": [], "rows": None, "twin": None}


def foot(
    name: str, first: int, last: int, whole: str, pages: Sequence[tuple[str, int]], link: Callable[[int], str]
) -> Component:
    """What is shown of the whole, the download, and a link to each of the `pages` (words, number)."""
    shown = f"{first}–{last} of {whole}" if last > first else f"{last} of {whole}"
    steps = [
        html.A(words, href=link(number), className="nm-link", **attributes(data_stay="")) for words, number in pages
    ]
    csv = html.Button(
        "Download CSV", type="button", className="nm-link", **attributes(data_action="csv", data_chart=name)
    )
    return html.Div([html.Span(shown), html.Span([csv, *steps], className="nm-steps")], className="nm-listing-foot")


def _search(key: str, text: str, label: str) -> Component:
    words = f"Search {label.lower()}"
    field = dbc.Input(
        id=choice_id(key),
        type="search",
        value=text,
        debounce=True,
        placeholder=words,
        maxlength=LONGEST,
        class_name="nm-input nm-find",
        autocomplete="off",
    )
    return html.Label([icon(Icon.SEARCH), html.Span(words, className="nm-sr"), field], className="nm-search-field")
