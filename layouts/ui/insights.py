"""What changed: findings computed from the rows in view, each with a link to the view that shows it."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from analytics.insight import Insight
from layouts.ui.attributes import attributes
from layouts.ui.cards import NO_BREAK, VERDICTS, with_arrow
from layouts.ui.words import words


def insights_card(title: str, caption: str, items: Sequence[Insight], path: str) -> Component | None:
    """The card of findings, three across, each linking to its view of the page at `path`; None without any."""
    if not items:
        return None
    return html.Section(
        className="nm-card",
        children=[
            html.H2(title, className="nm-card-title"),
            html.P(caption, className="nm-caption"),
            html.Div([_insight(item, path) for item in items], className="nm-insight-row"),
        ],
        **attributes(aria_label=title),
    )


def _insight(item: Insight, path: str) -> Component:
    figure = html.Span(with_arrow(item.figure), className="nm-figures")
    return html.Article(
        className="nm-insight",
        children=[
            html.P(item.kind, className="nm-insight-kind"),
            html.H3([item.subject, " ", figure], className=f"nm-insight-subject nm-{VERDICTS[item.good]}"),
            html.P(words(item.words)),
            dcc.Link(f"{item.link}{NO_BREAK}→", href=f"{path}?{item.view}", className="nm-link"),
        ],
    )
