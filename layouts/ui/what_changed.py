"""Findings of the analytics as the card of what changed."""

from collections.abc import Sequence

from dash.development.base_component import Component

from analytics.insights import Insight
from analytics.wording import Strong
from layouts.ui import insights as ui
from layouts.ui.cards import Arrow, Verdict

VERDICTS: dict[bool | None, Verdict] = {True: "good", False: "bad", None: "neutral"}
ARROWS: dict[str, Arrow] = {"▲": "up", "▼": "down"}


def what_changed(caption: str, found: Sequence[Insight], path: str) -> Component | None:
    """The card, with links into the page at `path`; nothing where nothing stands out."""
    return ui.insights("What changed", caption, [_item(insight, path) for insight in found]) if found else None


def _item(found: Insight, path: str) -> ui.Insight:
    sign, figure = found.figure[0], found.figure[1:].lstrip()
    arrow = ARROWS.get(sign)
    return ui.Insight(
        kind=found.kind,
        subject=found.subject,
        figure=figure if arrow else found.figure,
        verdict=VERDICTS[found.good],
        sentences=[ui.Bold(part) if isinstance(part, Strong) else part for part in found.words],
        link_text=found.link,
        href=f"{path}?{found.view}",
        arrow=arrow,
    )
