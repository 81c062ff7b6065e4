"""States as tiles, each placed as on the map, as a chart card's content."""

import math
from collections.abc import Mapping, Sequence

from analytics.geography import STATE, States
from analytics.geography_findings import map_finding
from analytics.geography_places import PLACES, Place, placed
from analytics.metric import Metric
from analytics.wording import listed
from layouts.figures.axis import in_one_unit
from layouts.figures.shades import Scale
from layouts.figures.template import escape
from layouts.figures.tiles import Tile, tiles
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.map_key import cut_scale, map_key
from layouts.ui.state_words import states_twin, told

NOT_REPORTED = "Not reported"


def tile_card(shown: Metric, states: States, drawing: Drawing, notes: Sequence[str] = ()) -> dict[str, object]:
    """A tile for each state and territory of India, those in view in full colour; others are named below."""
    values = states.each(shown)
    known = {str(name): float(value) for name, value in values.items() if math.isfinite(value)}
    found, others = placed(sorted(map(str, values.index)))
    scale = cut_scale(values[values.index.isin(found.values())], drawing)
    texts, unit = in_one_unit([known.get(found.get(place, "")) for place in PLACES], shown.unit, drawing.currency)
    boxes = told(states, drawing)
    drawn = [_tile(place, found, text, known, scale, boxes, states) for place, text in zip(PLACES, texts, strict=True)]
    subject = f"{drawing.named(shown)} by {STATE}{f', {unit}' if unit else ''}"
    silent = sum(not text for text in texts)
    return {
        "head": head(map_finding(shown, states.whole), f"{subject}; select one to filter the page"),
        "figure": tiles(drawn, colours=drawing.colours),
        "note": map_key(
            shown,
            values,
            scale,
            drawing,
            silent=f"{NOT_REPORTED}: {silent} of {len(PLACES)}" if silent else "",
            notes=[*_elsewhere(shown, others, known, drawing), *notes],
        ),
        "twin": states_twin(states, subject, drawing),
    }


def _tile(
    place: Place,
    found: Mapping[Place, str],
    text: str,
    known: Mapping[str, float],
    scale: Scale,
    boxes: Mapping[str, str],
    states: States,
) -> Tile:
    name = found.get(place)
    if name is None:
        hover = f"<b>{escape(place.name)}</b><br>{NOT_REPORTED}"
        return Tile(place.column, place.row, place.code, "", None, hover)
    colour = scale.colour(known[name]) if name in known else None
    return Tile(
        place.column, place.row, place.code, text, colour, boxes[name], states.reachable(name), name not in states.names
    )


def _elsewhere(shown: Metric, names: Sequence[str], known: Mapping[str, float], drawing: Drawing) -> list[str]:
    """The names that no tile stands for, with their values."""
    said = [f"{name} {drawing.written(shown, known[name]) if name in known else 'n/a'}" for name in names]
    return [f"Not on the grid: {listed(said)}."] if said else []
