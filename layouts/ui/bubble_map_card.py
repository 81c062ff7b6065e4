"""States at their latitude and longitude, as large as their stores, as a chart card's content."""

import math
from collections.abc import Sequence

from analytics.geography import LATITUDE, LONGITUDE, STATE, States
from analytics.geography_metrics import state_metric
from analytics.wording import listed
from layouts.figures.place import bubble_map
from layouts.figures.spread import Bubble
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.map_key import cut_scale, map_key
from layouts.ui.reported import reported
from layouts.ui.state_words import states_twin, told

SIZE, COLOUR = state_metric("stores"), state_metric("satisfaction")


def bubble_map_card(states: States, drawing: Drawing, notes: Sequence[str] = ()) -> dict[str, object]:
    """A bubble for each state whose place the file gives, those in view in full colour."""
    sizes, colours = states.each(SIZE), states.each(COLOUR)
    scale, boxes = cut_scale(colours, drawing), told(states, drawing)
    places = states.around.now.drop_duplicates(STATE).dropna(subset=[LONGITUDE, LATITUDE])
    bubbles = [
        Bubble(
            name,
            float(longitude),
            float(latitude),
            reported(sizes[name]),
            scale.colour(colours[name]),
            boxes[name],
            name not in states.names,
            drawing.colours.line_strong,
        )
        for name, longitude, latitude in zip(places[STATE], places[LONGITUDE], places[LATITUDE], strict=True)
    ]
    placed = {bubble.name for bubble in bubbles}
    unplaced = [name for name in map(str, states.around.now[STATE].unique()) if name not in placed]
    grey = [str(name) for name in colours.index if math.isnan(colours[name]) and str(name) in placed]
    said = [f"No place in the file: {listed(unplaced)}."] if unplaced else []
    said += [f"Grey, {COLOUR.label.lower()} not reported: {listed(grey)}."] if grey else []
    subject = f"{SIZE.label} (size) and {COLOUR.label.lower()} (colour) by {STATE}"
    return {
        "head": head(_title(states.whole), f"{subject}; select one to filter the page"),
        "figure": bubble_map(bubbles, colours=drawing.colours),
        "note": map_key(COLOUR, colours, scale, drawing, notes=[*said, *notes]),
        "twin": states_twin(states, subject, drawing),
    }


def _title(states: States) -> str:
    most, best = states.inside(SIZE), states.inside(COLOUR)
    if len(most) < 2 or len(best) < 2:
        return "Where are the stores, and how satisfied are customers?"
    if most.index[0] == best.index[0]:
        return f"{most.index[0]} has the most stores and the most satisfied customers"
    return f"{most.index[0]} has the most stores, {best.index[0]} the most satisfied customers"
