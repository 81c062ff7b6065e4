"""States as a file draws their outlines, as a chart card's content."""

import math
from collections.abc import Sequence

from analytics.geography import STATE, States
from analytics.geography_findings import map_finding
from analytics.geography_places import key_of
from analytics.geography_shapes import Boundary
from analytics.metric import Metric
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
    scale, drawable = cut_scale(values, drawing), {key_of(shape.name) for shape in shapes}
    named = {key_of(name): name for name in reversed(list(map(str, values.index)))}

    def outline(shape: Boundary) -> Outline:
        name = named.get(key_of(shape.name))
        if name is None:
            return Outline(shape.rings, None, f"<b>{escape(shape.name)}</b><br>{NOT_REPORTED}")
        colour = None if math.isnan(values[name]) else scale.colour(values[name])
        return Outline(shape.rings, colour, boxes[name], states.reachable(name), name not in states.names)

    drawn = list(map(outline, shapes))
    silent = sum(shape.colour is None for shape in drawn)
    unplaced = sorted(set(map(str, values.index)) - {named[key] for key in named.keys() & drawable})
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
