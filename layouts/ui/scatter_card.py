"""States between any two metrics, as a chart card's content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from analytics.geography import REGION, STATE, States
from analytics.geography_findings import quadrant_finding, quadrants, scatter_finding
from analytics.geography_metrics import state_metric
from analytics.metric import Metric
from analytics.wording import listed, lower
from layouts.figures.sides import Side
from layouts.figures.spread import Bubble, bubbles
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.map_key import cut_scale, map_key
from layouts.ui.reported import reported
from layouts.ui.state_words import states_twin, told
from layouts.ui.theme import category_colours

HEIGHT = 420
FEWEST_FOR_MEDIANS = 5
CORNERS = (
    "Satisfied,\nlittle reached",
    "Satisfied,\nwell reached",
    "Less satisfied,\nlittle reached",
    "Less satisfied,\nwell reached",
)


@dataclass(frozen=True)
class Scatter:
    """What is drawn: two metrics across and up, one as size, and as colour the region or a metric's name."""

    x: Metric
    y: Metric
    size: Metric
    colour: str = REGION


@dataclass(frozen=True)
class Shading:
    """The colour of each state, and the key that says what colours mean: in the head or below."""

    colours: Mapping[str, str]
    keys: Sequence[Key] = ()
    below: Component | None = None


def scatter_card(drawn: Scatter, states: States, drawing: Drawing) -> dict[str, object]:
    """A bubble for each state of the regions in view that reports both; those filtered out are pale."""
    x, y = drawn.x, drawn.y
    shading = _shading(drawn.colour, states, drawing)
    coloured = REGION if drawn.colour == REGION else lower(state_metric(drawn.colour).label)
    subject = f"{y.label} against {lower(x.label)} by {STATE}, size is {lower(drawn.size.label)}, colour {coloured}"
    note = html.Div([*([shading.below] if shading.below else []), html.P(_silent(x, y, states))])
    return {
        "head": head(scatter_finding(x, y, states.whole), subject, shading.keys),
        "figure": bubbles(
            _bubbles(drawn, shading, states, drawing),
            colours=drawing.colours,
            x=Side(x.label, x.unit, drawing.currency),
            y=Side(y.label, y.unit, drawing.currency),
            height=HEIGHT,
        ),
        "note": note,
        "twin": states_twin(states, subject, drawing),
    }


def quadrant_card(states: States, drawing: Drawing) -> dict[str, object]:
    """Satisfaction against penetration, cut at the medians of the states in view."""
    found = quadrants(states.whole)
    x, y, size = (state_metric(name) for name in ("penetration", "satisfaction", "state_revenue"))
    middle = found[[x.name, y.name]].median()
    plain = Shading(dict.fromkeys(states.figures.index, drawing.colours.accent))
    enough = len(found) >= FEWEST_FOR_MEDIANS
    lines = [float(middle[known.name]) if enough else None for known in (x, y)]
    subject = f"{y.label} against {lower(x.label)} by {STATE}, size is {lower(size.label)}"
    words = [f"{lower(known.label)} {drawing.written(known, middle[known.name])}" for known in (x, y)]
    medians = f"Lines at the medians of {len(found)} states: {listed(words)}."
    said = medians if enough else f"Fewer than {FEWEST_FOR_MEDIANS} states to take medians of."
    return {
        "head": head(quadrant_finding(found, states.whole), subject),
        "figure": bubbles(
            _bubbles(Scatter(x, y, size), plain, states, drawing),
            colours=drawing.colours,
            x=Side(x.label, x.unit, drawing.currency, lines[0]),
            y=Side(y.label, y.unit, drawing.currency, lines[1]),
            corners=CORNERS if enough else (),
            height=HEIGHT,
        ),
        "note": f"{said} {_silent(x, y, states)}".strip(),
        "twin": states_twin(states, subject, drawing),
    }


def _bubbles(drawn: Scatter, shading: Shading, states: States, drawing: Drawing) -> list[Bubble]:
    around = set(states.around.now[STATE])
    placed = states.figures[states.figures.index.isin(around)].dropna(subset=[drawn.x.name, drawn.y.name])
    boxes = told(states, drawing)
    return [
        Bubble(
            str(name),
            float(row[drawn.x.name]),
            float(row[drawn.y.name]),
            reported(row[drawn.size.name]),
            shading.colours[str(name)],
            boxes[str(name)],
            name not in states.names,
            drawing.colours.line_strong if shading.below else "",
        )
        for name, row in placed.iterrows()
    ]


def _shading(colour: str, states: States, drawing: Drawing) -> Shading:
    if colour == REGION:
        return _by_region(states, drawing)
    shown = state_metric(colour)
    values = states.each(shown)
    scale = cut_scale(values, drawing)
    colours = {str(name): scale.colour(value) for name, value in values.items()}
    return Shading(colours, below=map_key(shown, values, scale, drawing))


def _by_region(states: States, drawing: Drawing) -> Shading:
    regions = states.everywhere.now.drop_duplicates(STATE).set_index(STATE)[REGION]
    given = category_colours(sorted(set(regions.dropna())), drawing.colours)
    colours = {str(name): given.get(regions[name], drawing.colours.compare) for name in regions.index}
    inside = sorted(set(states.around.now[REGION].dropna()))
    return Shading(colours, [Key(region, "", "square", given[region]) for region in inside])


def _silent(x: Metric, y: Metric, states: States) -> str:
    figures = states.figures[states.figures.index.isin(states.names)]
    names = [str(name) for name in figures.index[figures[[x.name, y.name]].isna().any(axis=1)]]
    return f"Not placed, {lower(x.label)} or {lower(y.label)} not reported: {listed(names)}." if names else ""
