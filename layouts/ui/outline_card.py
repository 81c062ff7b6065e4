"""States as a file draws their outlines, as a chart card's content."""

import math
from collections.abc import Sequence

from analytics.geography import STATE, States
from analytics.geography_findings import map_finding
from analytics.geography_places import key_of
from analytics.geography_shapes import Boundary, by_key
from analytics.metrics import Metric
from analytics.wording import listed
from layouts.figures.place import Outline, outlines
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.map_key import cut_scale, map_key
from layouts.ui.state_words import states_twin, told
from layouts.ui.tile_card import NOT_REPORTED


def outline_card(shown: Metric, states: States, shapes: Sequence[Boundary], drawing: Drawing) -> dict[str, object]:
    """A shape for each state of the file; those without figures are outlined, figures without a shape are named."""
    values, boxes = states.each(shown), told(states, drawing)
    scale, drawable = cut_scale(values, drawing), by_key(shapes)
    named = {key_of(str(name)): str(name) for name in reversed(values.index)}

    def outline(key: str, boundary: Boundary) -> Outline:
        name = named.get(key)
        if name is None:
            return Outline(boundary.rings, None, f"<b>{escape(boundary.name)}</b><br>{NOT_REPORTED}")
        colour = None if math.isnan(values[name]) else scale.colour(values[name])
        return Outline(boundary.rings, colour, boxes[name], states.reachable(name), name not in states.names)

    drawn = [outline(key, boundary) for key, boundary in drawable.items()]
    silent = sum(shape.colour is None for shape in drawn)
    unplaced = [
        str(name) for name in values.index if named.get(key_of(str(name))) != name or key_of(str(name)) not in drawable
    ]
    said = [f"{name} {drawing.written(shown, values[name])}" for name in unplaced]
    subject = f"{drawing.named(shown)} by {STATE}"
    return {
        "head": head(map_finding(shown, states.whole), f"{subject}; select one to filter the page"),
        "figure": outlines(drawn, colours=drawing.colours),
        "note": map_key(
            shown,
            values,
            scale,
            drawing,
            silent=f"{NOT_REPORTED}: {silent} of {len(drawn)}" if silent else "",
            notes=[f"Not in the file of outlines: {listed(said)}."] if said else [],
        ),
        "twin": states_twin(states, subject, drawing),
    }
