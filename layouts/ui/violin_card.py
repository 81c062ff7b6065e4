"""How satisfied the customers of each NPS category are, one half against the other, as a chart card's content."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.metrics import FEWEST
from analytics.numbers import NOT_AVAILABLE, Unit, written
from analytics.spread import DENSITY, VALUE, Summary, kernel_density
from analytics.wording import listed
from layouts.figures.template import escape
from layouts.figures.violins import Half, Violin, violins
from layouts.ui.chart_card import Key, head
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Cell, Column, twin, value_column

HIGHEST, BIN = 5, 0.05
MEDIAN, ROWS = "0.5", "rows"
TOLD = {"Median": MEDIAN, "Mean": Summary.MEAN, "Least": Summary.LOW, "Greatest": Summary.HIGH}
FEWEST_FOR_A_CURVE = 5
NOTABLE = 0.1


@dataclass(frozen=True)
class Side:
    """One half: what it is called, its bins of BIN by category, and the summary and median of each category."""

    name: str
    bins: pd.DataFrame
    spreads: pd.DataFrame


def violin_card(
    left: Side, right: Side, score: str, category: str, order: Sequence[str], drawing: Drawing, coverage: Coverage
) -> dict[str, object]:
    """Both halves of every category in `order`, each with its median."""
    sides, colours = (left, right), (drawing.colours.accent, drawing.colours.compare)
    shapes = [
        Violin(name, _below(sides, category, name), *(_half(side, score, category, name, coverage) for side in sides))
        for name in order
    ]
    subject = f"Satisfaction by NPS category: {left.name} left, {right.name.lower()} right"
    keys = [
        Key(side.name, coverage.count(float(side.spreads[Summary.ROWS].sum())), "square", colour)
        for side, colour in zip(sides, colours, strict=True)
    ]
    lowest = pd.concat([side.spreads[Summary.LOW] for side in sides]).min()
    silent = float(sum(side.spreads[Summary.UNREPORTED].sum() for side in sides))
    return {
        "head": head(_title(left, right, category, order, coverage), f"{subject}; medians and numbers below", keys),
        "figure": violins(
            shapes,
            colours=drawing.colours,
            left=colours[0],
            right=colours[1],
            low=0 if pd.isna(lowest) else int(lowest),
            high=HIGHEST + 2 * BIN,
        ),
        "note": coverage.note(silent, "satisfaction score", _thin(sides, category)),
        "twin": _twin(sides, category, order, subject, drawing),
    }


def _spread(side: Side, category: str, name: str) -> "pd.Series[float] | None":
    own = side.spreads[(side.spreads[category] == name) & (side.spreads[Summary.ROWS] > 0)]
    return None if own.empty else own.iloc[0]


def _below(sides: Sequence[Side], category: str, name: str) -> list[str]:
    """The medians of both halves, and how many customers each stands on."""
    told = [_spread(side, category, name) for side in sides]
    medians = [NOT_AVAILABLE if one is None else written(float(one[MEDIAN]), 1) for one in told]
    counts = ["0" if one is None else f"{one[Summary.ROWS]:,.0f}" for one in told]
    return [" | ".join(medians), f"n {' | '.join(counts)}"]


def _half(side: Side, score: str, category: str, name: str, coverage: Coverage) -> Half:
    told = _spread(side, category, name)
    if told is None or told[Summary.ROWS] < FEWEST_FOR_A_CURVE:
        return Half([], [], None, "")
    own = side.bins[side.bins[category] == name]
    curve = kernel_density(own[score].tolist(), own[ROWS].tolist(), BIN)
    median, mean = float(told[MEDIAN]), float(told[Summary.MEAN])
    hover = (
        f"<b>{escape(name)}</b>, {escape(side.name)}<br>Median <b>{written(median, 2)}</b>, mean {written(mean, 2)}"
        f"<br>{coverage.count(told[Summary.ROWS])} customers"
    )
    return Half(curve[VALUE].tolist(), curve[DENSITY].tolist(), median, hover)


def _title(left: Side, right: Side, category: str, order: Sequence[str], coverage: Coverage) -> str:
    """Where the medians of the two halves part most, among categories with enough customers on both sides."""
    pairs = [(name, _median(left, category, name), _median(right, category, name)) for name in order]
    known = [
        (abs(one - other), name, one, other) for name, one, other in pairs if one is not None and other is not None
    ]
    if not known:
        return f"How content are customers acquired through {left.name}?"
    gap, name, one, other = max(known)
    if gap < NOTABLE:
        return f"{left.name} brings customers as content as the others"
    return f"{name}s through {left.name} score {coverage.mark}{written(one, 1)}, the others {written(other, 1)}"


def _median(side: Side, category: str, name: str) -> float | None:
    told = _spread(side, category, name)
    return float(told[MEDIAN]) if told is not None and told[Summary.ROWS] >= FEWEST else None


def _thin(sides: Sequence[Side], category: str) -> str:
    few = [
        f"{one[category]} ({side.name})"
        for side in sides
        for _, one in side.spreads.iterrows()
        if 0 < one[Summary.ROWS] < FEWEST_FOR_A_CURVE
    ]
    return f"Too few for a curve: {listed(few)}." if few else ""


def _twin(
    sides: Sequence[Side], category: str, order: Sequence[str], subject: str, drawing: Drawing
) -> dict[str, object]:
    columns = [Column("NPS category"), Column("Acquired through"), Column("Customers", "count")]
    columns += [value_column(name, Unit.SCORE, drawing.currency) for name in TOLD]
    rows: list[list[Cell]] = [
        [name, side.name, float(told[Summary.ROWS]), *(float(told[key]) for key in TOLD.values())]
        for name in order
        for side in sides
        if (told := _spread(side, category, name)) is not None
    ]
    return twin(drawing, subject, None, columns, rows)
