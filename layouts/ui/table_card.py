"""The table card: a finding as its title, its download, maybe a search, the table and its pages."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import ACTIONS, head
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import choice_id
from layouts.ui.still import CONTENT, Still

LONGEST = 80
NO_CHOICES: Mapping[str, str] = {}


def table_card(
    name: str, label: str, *controls: Component, hidden: Mapping[str, str] = NO_CHOICES, kind: str = ""
) -> Component:
    """The card of the table `name`, with `controls` beside its title; `hidden` are the values that its links choose."""
    waiting = [html.Div(head(label, "Reading the rows…"), className="nm-waiting")]
    return html.Section(
        className=f"nm-card nm-listing {kind}".strip(),
        children=[
            html.Div([Still(waiting, id=f"{name}-head"), *controls], className="nm-listing-head"),
            Still(id=f"{name}-rows"),
            *(dbc.Input(id=choice_id(key), type="hidden", value=value) for key, value in hidden.items()),
            dcc.Store(id=f"{name}-twin"),
        ],
        **attributes(aria_label=label),
    )


def outputs(name: str) -> dict[str, Output]:
    """What a callback gives the card: head(...), the table with its foot, the twin."""
    return {
        "head": Output(f"{name}-head", CONTENT),
        "rows": Output(f"{name}-rows", CONTENT),
        "twin": Output(f"{name}-twin", "data"),
    }


def blank() -> dict[str, Any]:
    """What those outputs are on a page without rows, where the card is hidden."""
    return {"head": [], "rows": None, "twin": None}


def csv_button(name: str) -> Component:
    """The button that writes the twin of a table as a file."""
    return _download(**attributes(data_action="csv", data_chart=name))


def whole_button(name: str) -> Component:
    """The button that asks for the whole table `name`, whose twin holds only what is shown, and writes it as a file."""
    return html.Div([_download(id=f"{name}-csv"), dcc.Store(id=f"{name}-whole")])


def search(key: str, text: str, label: str) -> Component:
    """The search of a table, which chooses `key`."""
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


def foot(first: int, last: int, whole: str, pages: Sequence[tuple[str, int]], link: Callable[[int], str]) -> Component:
    """What is shown of the whole, and a link to each of the `pages` (words, number)."""
    shown = f"{first}–{last} of {whole}" if last > first else f"{last} of {whole}"
    steps = [
        html.A(words, href=link(number), className="nm-link", **attributes(data_stay="")) for words, number in pages
    ]
    return html.Div([html.Span(shown), html.Span(steps, className="nm-steps")], className="nm-listing-foot")


def _download(**given: Any) -> Component:  # noqa: ANN401
    face = [icon(Icon.DOWNLOAD), html.Span(ACTIONS["csv"])]
    return html.Button(face, type="button", className="nm-link nm-download", **given)
