"""The head of a page: its question, then the answer computed from the rows."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from analytics.wording import Strong


def page_head(question: str, answer: Sequence[str]) -> Component:
    """The question in grey over the answer, its Strong figure in accent; without one the question is the heading."""
    if not answer:
        return html.Div(html.H1(question, className="nm-answer"), className="nm-head")
    parts = [html.Em(str(part)) if isinstance(part, Strong) else part for part in answer]
    return html.Div(
        [html.P(question, className="nm-question"), html.H1(parts, className="nm-answer")], className="nm-head"
    )
