"""What the product says when something is missing, ignored, slow or broken."""

from dash import dcc, html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.icons import Icon, icon
from layouts.ui.ids import Ids


def notice(text: str) -> Component:
    """A strip that can be dismissed, for a value of the link that was ignored."""
    return html.Div(
        key=text,
        className="nm-notice",
        role="status",
        children=[
            icon(Icon.WARNING),
            html.Span(text),
            html.Button(
                icon(Icon.CLOSE),
                className="nm-tool",
                type="button",
                **attributes(data_action="dismiss", aria_label="Dismiss"),
            ),
        ],
    )


def toasts() -> Component:
    """The region where assets/ui.js puts short messages, read out as they come."""
    return html.Div(id=Ids.TOASTS, className="nm-toasts", role="status", **attributes(aria_live="polite"))


def empty(title: str, why: str, action: Component | None = None) -> Component:
    """What stands in a card instead of a chart: what is missing, which file or filter, one action."""
    return html.Div([html.H3(title), html.P(why), *_present(action)], className="nm-empty")


def failure(title: str, why: str, reference: str) -> Component:
    """What stands in a card that could not be drawn: what failed, that the rest stands, Try again, report number."""
    return empty(title, why, html.P([_reload("Try again"), html.Span(f"Report no. {reference}")]))


def loading_page(headline: str = "Loading your data", trouble: str = "") -> Component:
    """The page until the first snapshot is there; assets/ui.js asks again until it is, and shows the step."""
    step = html.P(trouble, role="status", **attributes(data_waiting_step=""))
    why = "This page opens by itself as soon as the rows are checked."
    return _page(headline, why, html.Div([step, _skeleton()]), waiting=True)


def failure_page(reference: str) -> Component:
    """The page when it could not be built at all."""
    why = f"Nothing was changed. If it stays, report no. {reference}."
    return _page("This page could not be opened", why, _reload("Try again"))


def not_found(path: str) -> Component:
    """The page for a path that leads nowhere."""
    link = dcc.Link("Executive overview", href="/", className="nm-link")
    return _page("There is no such page", f"Nothing is at {path}. Links keep working from the overview.", link)


def _page(title: str, why: str, rest: Component, waiting: bool = False) -> Component:
    state = attributes(data_waiting="") if waiting else {}
    return html.Div([html.H1(title), html.P(why), rest], className="nm-page-notice", **state)


def _reload(label: str) -> Component:
    return html.Button(label, className="nm-link", type="button", **attributes(data_action="reload"))


def _skeleton() -> Component:
    bars = [html.Div() for _ in range(4)]
    return html.Div(bars, className="nm-skeleton", **attributes(aria_hidden="true"))


def _present(part: Component | None) -> list[Component]:
    return [] if part is None else [part]
