"""The filter bar: a pill for each filter, what it opens, and the sentence that says what is selected."""

from collections.abc import Mapping, Sequence
from datetime import date

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import Ids, choice_id, clear_id, pill_id
from layouts.ui.still import Still
from layouts.ui.tools import tools

CUSTOM, FROM, TO = "custom", "from", "to"
SHEET = "filter-sheet"
UNREAD = "…"


def filter_bar(pills: Sequence[Component]) -> Component:
    """The pills with the page's tools, sticky, and below them the sentence with its reset; no button without pills."""
    sheet = html.Div([_sheet_head("Filters"), *pills, _more()], id=SHEET, className="nm-filters", hidden=not pills)
    sentence = Still(id=Ids.SENTENCE, tag="p", className="nm-sentence")
    bar = html.Section(
        [_open(hidden=not pills), sheet, tools()], className="nm-filter-bar", **attributes(aria_label="Filters")
    )
    return html.Div([bar, sentence], className="nm-filter")


def pill(*, key: str, label: str, control: Component, search: bool = False, symbol: Icon | None = None) -> Component:
    """A filter: its face says the value, `control` stands in the panel it opens; a `symbol` stands for the label."""
    face = Still(pill_text(label, UNREAD, in_force=False), id=pill_id(key), tag="summary", className="nm-pill-face")
    panel = html.Div(
        [_sheet_head(label), *([_search(label)] if search else []), html.Div(control, className="nm-options")],
        className="nm-panel",
        role="group",
        **attributes(aria_label=label),
    )
    clear = html.Button(
        icon(Icon.CLOSE),
        id=clear_id(key),
        className="nm-clear",
        type="button",
        **attributes(aria_label=f"Clear {label}"),
    )
    symbols = [icon(symbol)] if symbol else []
    kind = "nm-pill nm-pill-symbol" if symbol else "nm-pill"
    return html.Div([*symbols, html.Details([face, panel], className="nm-drop"), clear], className=kind)


def pill_text(label: str, value: str, *, in_force: bool) -> Component:
    """The face of a pill; one in force is tinted and can be cleared."""
    state = attributes(data_in_force="") if in_force else {}
    return html.Span(
        [html.Span(label, className="nm-pill-label"), " ", html.B(value)], className="nm-pill-text", **state
    )


def choices(
    *, key: str, options: Sequence[str] | Mapping[str, str], value: Sequence[str] | str | None, multiple: bool
) -> Component:
    """The options of a filter, as check boxes or as radio buttons; a mapping gives each value its label."""
    labels = options if isinstance(options, Mapping) else {option: option for option in options}
    listed = [{"label": label, "value": option} for option, label in labels.items()]
    control = dbc.Checklist if multiple else dbc.RadioItems
    chosen: Component = control(id=choice_id(key), options=listed, value=value, class_name="nm-choices")
    return chosen


def period_control(
    presets: Mapping[str, str], value: str, start: date | None, end: date | None, low: date | None, high: date | None
) -> Component:
    """The presets of the period, and two dates, from `low` to `high`, for the preset "custom"."""
    named = {**presets, CUSTOM: presets.get(CUSTOM, "Other dates")}
    dates = [_date(FROM, "From", start, low, high), _date(TO, "To", end, low, high)]
    options = choices(key="period", options=named, value=value, multiple=False)
    return html.Div([options, html.Div(dates, className="nm-dates")], className="nm-period")


def _date(key: str, label: str, value: date | None, low: date | None, high: date | None) -> Component:
    bounds = {name: bound.isoformat() for name, bound in (("min", low), ("max", high)) if bound}
    chosen = value.isoformat() if value else None
    field = dbc.Input(id=choice_id(key), type="date", value=chosen, debounce=True, class_name="nm-input", **bounds)
    return html.Label([label, field], className="nm-date")


def _search(label: str) -> Component:
    words = f"Search {label.lower()}"
    field = dbc.Input(type="search", placeholder=words, class_name="nm-input nm-search", autocomplete="off")
    return html.Label([icon(Icon.SEARCH), html.Span(words, className="nm-sr"), field], className="nm-search-field")


def _open(*, hidden: bool) -> Component:
    return html.Button(
        [icon(Icon.FILTERS), html.B(["Filters", html.Span(id=Ids.FILTERS)])],
        className="nm-pill-face nm-filters-open",
        type="button",
        hidden=hidden,
        **attributes(data_opens=SHEET, aria_expanded="false", aria_controls=SHEET),
    )


def _more() -> Component:
    return _button("More", "nm-pill-face nm-filters-more", data_action="more-filters", aria_expanded="false")


def _sheet_head(title: str) -> Component:
    return html.Div([html.B(title), _button("Done", "nm-link", data_action="close")], className="nm-sheet-head")


def _button(words: str, kind: str, **named: str) -> Component:
    return html.Button(words, className=kind, type="button", **attributes(**named))
