"""How journeys flow from touch to touch, as a chart card's content."""

import pandas as pd

from analytics.journey_flow import CONVERSIONS, FROM, JOURNEYS, LATER, OTHERS, TO
from analytics.journey_flow import Stop as Place
from analytics.numbers import exact_count, percent
from analytics.paths import EXIT, PURCHASE
from analytics.periods import Period
from layouts.figures.flow import Link, Stop, flow
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.twin import Cell, Column, twin

ENDS = (PURCHASE, EXIT)
QUESTION = "How do journeys run?"


def flow_card(links: pd.DataFrame, drawing: Drawing, days: Period | None) -> dict[str, object]:
    """The flow that `links` say: columns of touches, the most travelled stop of each on top."""
    if links.empty:
        why = empty("No journey in view", "No journey is left by this filter, these months and what is left out.")
        return {
            "head": head(QUESTION, "Journeys from touch to touch"),
            "figure": BLANK,
            "note": why,
            "twin": None,
        }
    places = _places(links)
    number = {place: at for at, place in enumerate(places)}
    drawn = [
        Link(number[start], number[end], float(journeys), _hover(start, end, journeys, bought, drawing))
        for start, end, journeys, bought in _rows(links)
    ]
    stops = [
        Stop(place.name, _colour(place.name, drawing), place.step, _said(place, links, drawing)) for place in places
    ]
    whole = float(links.loc[[place.step == 0 for place in links[FROM]], JOURNEYS].sum())
    subject = f"{exact_count(whole, drawing.currency)} journeys from touch to touch, as wide as many"
    columns = [Column("From"), Column("Touch", "count"), Column("To"), Column("Journeys", "count")]
    columns += [Column("Of them convert", "count")]
    rows: list[list[Cell]] = [
        [start.name, start.step + 1, end.name, float(journeys), float(bought)]
        for start, end, journeys, bought in _rows(links)
    ]
    return {
        "head": head(_title(links), subject),
        "figure": flow(stops, drawn, colours=drawing.colours),
        "note": _note(places),
        "twin": twin(drawing, subject, days, columns, rows),
    }


def _rows(links: pd.DataFrame) -> list[tuple[Place, Place, float, float]]:
    return list(zip(links[FROM], links[TO], links[JOURNEYS], links[CONVERSIONS], strict=True))


def _places(links: pd.DataFrame) -> list[Place]:
    """Every stop: column by column, the largest first, OTHERS and EXIT below."""
    sizes: dict[Place, float] = {}
    for start, end, journeys, _ in _rows(links):
        for place in (end,) if start.step else (start, end):
            sizes[place] = sizes.get(place, 0) + journeys
    last = (OTHERS, EXIT)
    return sorted(sizes, key=lambda place: (place.step, place.name in last, -sizes[place], place.name))


def _colour(name: str, drawing: Drawing) -> str:
    ends = {PURCHASE: drawing.colours.accent, EXIT: drawing.colours.compare}
    return ends.get(name) or drawing.channels.get(name, drawing.colours.compare)


def _hover(start: Place, end: Place, journeys: float, bought: float, drawing: Drawing) -> str:
    told = f"<b>{exact_count(journeys, drawing.currency)}</b> {escape(start.name)} → {escape(end.name)}"
    return told if end.name in ENDS else f"{told}<br>{percent(bought / journeys)} of them convert"


def _said(place: Place, links: pd.DataFrame, drawing: Drawing) -> str:
    into = sum(journeys for _, end, journeys, _ in _rows(links) if end == place)
    out = sum(journeys for start, _, journeys, _ in _rows(links) if start == place)
    where = "the end" if place.name in ENDS else f"touch {place.step + 1}"
    return f"<b>{exact_count(max(into, out), drawing.currency)}</b> {escape(place.name)}, {where}"


def _title(links: pd.DataFrame) -> str:
    unnamed = {*ENDS, LATER, OTHERS}
    steps = [(journeys, start, end) for start, end, journeys, _ in _rows(links) if not unnamed & {start.name, end.name}]
    if not steps:
        return QUESTION
    _, start, end = max(steps, key=lambda step: step[0])
    again = f"{end.name} again" if start.name == end.name else end.name
    return f"The most travelled step is from {start.name} to {again}"


def _note(places: list[Place]) -> str:
    names = {place.name for place in places}
    said = ["Touches after the third are drawn together."] if LATER in names else []
    said += ["The less frequent channels are drawn together as Others."] if OTHERS in names else []
    return " ".join(said)
