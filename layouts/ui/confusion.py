"""What a threshold does, two by two in plain words, and the rates that follow; the browser fills in its figures."""

from dash import html
from dash.development.base_component import Component

from analytics.figure import NO_BREAK
from analytics.lead_metrics import lead_metric
from analytics.operating_points import CELLS, MCC, RATES
from layouts.ui.attributes import attributes

SURE, REASON, SHARE = "sure", "reason", "share"
WORDS = dict(zip(CELLS, ("Won", "Wasted", "Spared", "Missed"), strict=True))
ROWS = (("Bought", ("tp", "fn")), ("Did not", ("fp", "tn")))
RIGHT = ("tp", "tn")
MCC_HELP = (
    "Matthews' correlation between calling and buying: 1 is perfect, 0 is chance, −1 is always wrong. It needs leads "
    "of all four kinds."
)
NAMES = {**{of.name: lead_metric(of.name).label for of in RATES}, MCC: "MCC"}


def confusion_matrix() -> Component:
    """The matrix; {tp} and the like stand where the browser puts the texts of the threshold."""
    head = html.Thead(html.Tr([html.Td(), *(html.Th(word, scope="col") for word in ("Called", "Not called"))]))
    rows = [html.Tr([html.Th(html.Span(word), scope="row"), *map(_cell, cells)]) for word, cells in ROWS]
    caption = html.Caption("Leads called and not called, by whether they bought", className="nm-sr")
    return html.Table([caption, head, html.Tbody(rows)], className="nm-confusion")


def rates() -> Component:
    """The rates, each saying on hover, focus or tap what it means and how sure it is."""
    return html.Div([_rate(name) for name in NAMES], className="nm-rates")


def _cell(name: str) -> Component:
    kind = "nm-right" if name in RIGHT else "nm-wrong"
    words = f"{WORDS[name]}{NO_BREAK}· {{{name}_{SHARE}}}"
    return html.Td([html.B(f"{{{name}}}"), html.Span(words)], className=kind)


def _rate(name: str) -> Component:
    help_id = f"rate-{name}"
    known = MCC_HELP if name == MCC else f"{lead_metric(name).help} Computed as {lead_metric(name).formula}."
    face = html.Button(NAMES[name], className="nm-help", type="button", **attributes(aria_describedby=help_id))
    tip = html.Div(f"{known} {{{name}_{SURE}}}", id=help_id, className="nm-tooltip", role="tooltip")
    return html.Div([html.B(f"{{{name}}}"), html.Div([face, tip])], className="nm-rate")
