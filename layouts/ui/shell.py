"""What stands around every page: side bar or bottom tabs, top bar, main region, toasts, shared stores."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dash import dcc, html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import Ids, Place, nav_id
from layouts.ui.notices import toasts
from layouts.ui.still import Still
from layouts.ui.theme import Theme
from layouts.ui.tools import tools

TABS = 4
DATA = "/data"


@dataclass(frozen=True)
class Destination:
    """A page one can go to; `short` is its name on a phone, `tab` whether it gets one of the four bottom tabs there.

    A tab that is `shared` stands for all pages of its group.
    """

    path: str
    name: str
    short: str
    icon: Icon
    group: str = ""
    tab: bool = False
    shared: bool = False


def shell(
    *,
    brand: str,
    logo: str | None,
    destinations: Sequence[Destination],
    content: Component,
    theme: Theme = Theme.LIGHT,
    reads: bool = True,
) -> Component:
    """The frame of the product around `content`, which `reads` data or only says something.

    `logo` is the URL of an image that replaces the star.
    """
    return html.Div(
        className="nm-shell",
        children=[
            html.A("Skip to content", href=f"#{Ids.CONTENT}", className="nm-skip"),
            _side_bar(brand, logo, destinations, reads),
            _top_bar(logo),
            html.Main(content, id=Ids.CONTENT, className="nm-main", tabIndex="-1"),
            _tabs(destinations),
            toasts(),
            dcc.Store(id=Ids.THEME, data=theme),
            dcc.Store(id=Ids.FAILURE),
        ],
    )


def freshness(state: Literal["ok", "warn"], headline: str, lines: Sequence[str]) -> Component:
    """How new the data is, for the foot of the side bar."""
    return html.Div(
        [
            html.Div([html.Span(className=f"nm-dot nm-dot-{state}"), html.B(headline)]),
            *(html.Div(line) for line in lines),
        ]
    )


def _side_bar(brand: str, logo: str | None, destinations: Sequence[Destination], reads: bool) -> Component:
    groups = groupby(destinations, key=lambda destination: destination.group)
    return html.Aside(
        id=Ids.SIDE,
        className="nm-side",
        children=[
            html.Div([_mark(logo), html.Span(brand)], className="nm-brand"),
            html.Nav([_group(name, list(members)) for name, members in groups], **attributes(aria_label="Pages")),
            *([_foot()] if reads else []),
        ],
    )


def _foot() -> Component:
    """The freshness, which leads to the page that says more of it."""
    shown = Still(id=Ids.FRESHNESS, className="nm-freshness")
    return dcc.Link(shown, href=DATA, id=nav_id(DATA, Place.FOOT), className="nm-foot", title="What is loaded")


def _mark(logo: str | None) -> Component:
    if logo:
        return html.Img(src=logo, alt="", className="nm-logo")
    return html.Span(className="nm-logo nm-star", **attributes(aria_hidden="true"))


def _group(name: str, members: Sequence[Destination]) -> Component:
    head = [html.P(name, className="nm-nav-head")] if name else []
    links = [_link(member, member.name, Place.SIDE) for member in members]
    return html.Div([*head, *links])


def _link(destination: Destination, name: str, place: Place) -> Component:
    kind = "nm-nav-link nm-nav-tabbed" if destination.tab else "nm-nav-link"
    tab = "nm-tab nm-tab-shared" if destination.shared else "nm-tab"
    return dcc.Link(
        [icon(destination.icon), html.Span(name)],
        href=destination.path,
        id=nav_id(destination.path, place),
        className=kind if place is Place.SIDE else tab,
    )


def _top_bar(logo: str | None) -> Component:
    return html.Header([_mark(logo), html.Span(id=Ids.PAGE), tools()], className="nm-top")


def _tabs(destinations: Sequence[Destination]) -> Component:
    tabbed = [destination for destination in destinations if destination.tab][:TABS]
    links = [_link(destination, destination.short, Place.TABS) for destination in tabbed]
    return html.Nav([*links, _more()], className="nm-tabs", **attributes(aria_label="Main pages"))


def _more() -> Component:
    return html.Button(
        [icon(Icon.MENU), html.Span("More")],
        className="nm-tab",
        type="button",
        **attributes(data_opens=Ids.SIDE, aria_expanded="false", aria_controls=Ids.SIDE),
    )
