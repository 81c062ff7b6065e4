"""The chart card: a finding as its title, its own choices, the plot, and the same figures as a table or a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

import dash_bootstrap_components as dbc
from dash import Output, dcc, html
from dash.development.base_component import Component

from analytics.choices import Steps
from layouts.figures.template import CONFIG
from layouts.ui.attributes import attributes
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import choice_id
from layouts.ui.still import CONTENT, Still

BLANK: dict[str, Any] = {"data": [], "layout": {"xaxis": {"visible": False}, "yaxis": {"visible": False}}}
ACTIONS = {"table": "Show as table", "csv": "Download CSV", "png": "Download PNG", "link": "Copy link"}
SYMBOLS = {"table": Icon.TABLE, "csv": Icon.DOWNLOAD, "png": Icon.IMAGE, "link": Icon.LINK}
TOKENS = ("accent", "compare", "ink")


@dataclass(frozen=True)
class Key:
    """One entry of the key row; `colour` is a token ("accent", "compare", "ink") or any CSS colour."""

    label: str
    total: str
    style: Literal["line", "tick", "square", "dot", "ring", "diamond"]
    colour: str


def chart_card(
    name: str,
    *,
    height: int,
    choices: Sequence[Component] = (),
    label: str,
    span: int = 12,
    narrowest: int = 0,
    local: bool = False,
    fit: bool = False,
) -> Component:
    """The card of the chart `name`, `span` of 12 columns wide, with `label` as its title until the rows are read.

    A plot that needs at least `narrowest` pixels scrolls sideways where there are fewer. A `local` one is drawn by the
    browser from its base. One that is to `fit` is as high as its figure says.
    """
    waiting = [html.Div(head(label, "Reading the rows…"), className="nm-waiting")]
    return html.Section(
        className=f"nm-card nm-chart nm-span-{span}{' nm-fitted' if fit else ''}",
        children=[
            Still(waiting, id=f"{name}-head", className="nm-chart-head"),
            html.Div(list(choices), className="nm-chart-choices"),
            _menu(name, label),
            _plot(name, height, narrowest, fit),
            html.Div(id=f"{name}-table", className="nm-chart-table", hidden=True),
            Still(id=f"{name}-note", className="nm-chart-note"),
            dcc.Store(id=f"{name}-twin"),
            *([dcc.Store(id=f"{name}-base")] if local else []),
        ],
        **attributes(aria_label=label),
    )


def outputs(name: str, *, local: bool = False) -> dict[str, Output]:
    """What a callback gives the card: head(...), a figure, a note or empty(...) or failure(...), the table twin."""
    return {
        "head": Output(f"{name}-head", CONTENT),
        "figure": Output(f"{name}-base", "data") if local else Output(f"{name}-figure", "figure"),
        "note": Output(f"{name}-note", CONTENT),
        "twin": Output(f"{name}-twin", "data"),
    }


def blank() -> dict[str, Any]:
    """What those outputs are on a page without rows, where the card is hidden."""
    return {"head": [], "figure": BLANK, "note": None, "twin": None}


def head(title: str, caption: str, keys: Sequence[Key] = ()) -> list[Component]:
    """The title with measure, unit and grain below it, and the key row."""
    titles = html.Div([html.H2(title, className="nm-card-title"), html.P(caption, className="nm-caption")])
    return [titles, html.Div([_key(key) for key in keys], className="nm-keys")] if keys else [titles]


def segmented(key: str, options: Mapping[str, str], value: str, label: str = "") -> Component:
    """A choice between few values, all in sight."""
    listed = [{"label": words, "value": option} for option, words in options.items()]
    control = dbc.RadioItems(id=choice_id(key), options=listed, value=value, class_name="nm-segments")
    return html.Div(control, className="nm-segmented", role="radiogroup", **attributes(aria_label=label or key.title()))


def select(key: str, label: str, options: Mapping[str, str], value: str) -> Component:
    """A choice between many values."""
    listed = [{"label": words, "value": option} for option, words in options.items()]
    control = dbc.Select(id=choice_id(key), options=listed, value=value)
    return html.Label([html.Span(label), control, icon(Icon.CHEVRON_DOWN)], className="nm-select")


def slider(key: str, label: str, steps: Steps, value: str) -> Component:
    """A choice on a scale, which the browser answers while it is moved."""
    low, high, step = (f"{number:g}" for number in (steps.low, steps.high, steps.step))
    control = dbc.Input(id=choice_id(key), type="range", min=low, max=high, step=step, value=value)
    return html.Label([html.Span(label), control, html.Output(value)], className="nm-slider")


def _plot(name: str, height: int, narrowest: int, fit: bool) -> Component:
    skeleton = Still([html.Div() for _ in range(4)], className="nm-skeleton", **attributes(aria_hidden="true"))
    chart = dcc.Graph(
        id=f"{name}-figure",
        figure=BLANK,
        config=cast("Any", dict(CONFIG)),
        responsive="auto" if fit else True,
        style={"height": "auto" if fit else "100%"},
        className="nm-graph",
    )
    described = attributes(aria_labelledby=f"{name}-head {name}-note")
    figure = html.Div(
        chart,
        className="nm-figure",
        role="img",
        style={"minWidth": f"{narrowest}px"} if narrowest else None,
        **described,
    )
    kind, stop = ("nm-plot nm-plot-wide", "0") if narrowest else ("nm-plot", None)
    return html.Div([skeleton, figure], className=kind, style={"minHeight": f"{height}px"}, tabIndex=stop)


def _key(key: Key) -> Component:
    colour = f"var(--nm-{key.colour})" if key.colour in TOKENS else key.colour
    swatch = html.Span(className=f"nm-swatch nm-swatch-{key.style}", style={"color": colour})
    return html.Span([swatch, html.Span(key.label), " ", html.B(key.total)], className="nm-key")


def _menu(name: str, label: str) -> Component:
    items = [_action(name, action, words) for action, words in ACTIONS.items()]
    face = html.Summary(
        icon(Icon.MORE), className="nm-tool", title="More", **attributes(aria_label=f"More for {label}")
    )
    return Still([face, html.Div(items, className="nm-menu-list")], tag="details", className="nm-menu nm-drop")


def _action(name: str, action: str, words: str) -> Component:
    return html.Button(
        [icon(SYMBOLS[action]), html.Span(words)], type="button", **attributes(data_action=action, data_chart=name)
    )
