"""Figures right-aligned in two columns beside a plot, under a heading each."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.figures.labels import Annotation
from layouts.figures.template import LINE_HEIGHT, escape, text_width
from layouts.ui.theme import Tokens

GAP = 12
HEAD = 22


@dataclass(frozen=True)
class Beside:
    """What stands beside a row: its value, bold, and how sure that is; a `faded` row is filtered out."""

    value: str
    sure: str = ""
    faded: bool = False


def columns(rows: Sequence[Beside], heads: tuple[str, str], colours: Tokens) -> dict[str, object]:
    """Annotations for rows numbered from 0, and the margin that they need; without anything sure one column."""
    values = GAP + max(text_width(text, bold=True) for text in (heads[0], *(row.value for row in rows)))
    sure = max((text_width(row.sure) for row in rows), default=0)
    edge = values + (max(sure, text_width(heads[1])) + GAP if sure else 0)
    notes = [
        annotation
        for place, row in enumerate(rows)
        for annotation in (
            _cell(place, f"<b>{escape(row.value)}</b>", values, colours.ink_3 if row.faded else colours.ink),
            _cell(place, escape(row.sure), edge, colours.ink_3),
        )
        if annotation["text"]
    ]
    over = [_head(text, at, colours) for text, at in ((heads[0], values), (heads[1] if sure else "", edge)) if text]
    return {"annotations": [*notes, *over], "margin": {"r": edge, "t": HEAD}}


def _cell(place: int, text: str, edge: int, colour: str) -> Annotation:
    shared = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": edge}
    return {**shared, "y": place, "text": text, "font": {"color": colour}}


def _head(text: str, edge: int, colours: Tokens) -> Annotation:
    across = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": edge}
    up = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": HEAD - LINE_HEIGHT - 4}
    return {**across, **up, "text": text, "font": {"color": colours.ink_3}}
