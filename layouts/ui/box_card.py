"""How lifetime value is spread within the members of a dimension, as a local chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.metrics import FEWEST
from analytics.numbers import NOT_AVAILABLE, Unit, exact_count, money, multiple
from analytics.reading import Dimension
from analytics.spread import Box, Summary, box
from analytics.wording import listed
from layouts.figures.boxes import Spread, boxes
from layouts.figures.rows import Bar
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Cell, Column, twin, value_column

WORTH, MEDIAN = "lifetime_value", "0.5"
TOLD = {"Mean": Summary.MEAN, "Least": Summary.LOW, "Greatest": Summary.HIGH}
ENDS = {
    "Lower whisker": "low",
    "Lower quartile": "q1",
    "Median": "median",
    "Upper quartile": "q3",
    "Upper whisker": "high",
}
Member = tuple[str, "pd.Series[float]", Box | None]


def box_card(
    spreads: pd.DataFrame,
    points: pd.DataFrame,
    by: Dimension,
    drawing: Drawing,
    coverage: Coverage,
    chosen: Sequence[str] = (),
) -> dict[str, object]:
    """A box for each member, the highest median first; with members `chosen` the others stay, faded.

    `spreads` are the quartiles of each member, `points` the customers that the browser may show.
    """
    known = spreads.dropna(subset=[by.column]).sort_values(MEDIAN, ascending=False, na_position="last")
    members = [(str(one[by.column]), one, box(one.to_dict())) for _, one in known.iterrows()]
    rows = [
        Spread(_bar(member, drawing, coverage, chosen), member[2], _numbers(points, by, member[0]))
        for member in members
    ]
    subject = f"Lifetime value of a customer by {by.noun}"
    caption = f"{subject}: box the middle half, line the median; select one to filter the page"
    few = [name for name, one, _ in members if one[Summary.ROWS] < FEWEST]
    said = [
        f"Fewer than {FEWEST} customers: {listed(few)}, pale." if few else "",
        _points(len(points), float(spreads[Summary.ROWS].sum()), drawing),
    ]
    return {
        "head": head(_title(known, by), caption),
        "figure": boxes(rows, colours=drawing.colours, unit=Unit.CURRENCY, currency=drawing.currency),
        "note": coverage.note(float(spreads[Summary.UNREPORTED].sum()), "lifetime value", *said),
        "twin": _twin(members, by, subject, drawing),
    }


def _bar(member: Member, drawing: Drawing, coverage: Coverage, chosen: Sequence[str]) -> Bar:
    name, one, told = member
    return Bar(
        name=name,
        value=told.median if told else None,
        colour=drawing.channels.get(name, drawing.colours.compare),
        value_text=f"{coverage.mark}{money(told.median, drawing.currency)}" if told else NOT_AVAILABLE,
        hover=_hover(member, drawing, coverage),
        faded=bool(chosen and name not in chosen) or one[Summary.ROWS] < FEWEST,
    )


def _numbers(points: pd.DataFrame, by: Dimension, name: str) -> list[float]:
    return [float(worth) for worth in points.loc[points[by.column] == name, WORTH]]


def _hover(member: Member, drawing: Drawing, coverage: Coverage) -> str:
    name, one, told = member
    whole = f"<b>{escape(name)}</b>, {coverage.count(one[Summary.ROWS])} customers"
    if told is None:
        return f"{whole}<br>no lifetime value reported"
    values = (told.median, one[Summary.MEAN], told.q1, told.q3, told.low, told.high, one[Summary.HIGH])
    median, mean, q1, q3, low, high, greatest = (str(money(value, drawing.currency)) for value in values)
    lines = [f"Median <b>{median}</b>, mean {mean}", f"Middle half {q1} to {q3}", f"Whiskers {low} to {high}"]
    return "<br>".join([whole, *lines, f"Greatest {greatest}"])


def _title(spreads: pd.DataFrame, by: Dimension) -> str:
    """How far the highest median lies above the next, where both stand on enough customers."""
    known = spreads[spreads[Summary.ROWS] >= FEWEST]
    if len(known) < 2 or not known[MEDIAN].iloc[0] > known[MEDIAN].iloc[1] > 0:
        return f"How does lifetime value differ within and between {by.noun}s?"
    first, second = (str(name) for name in known[by.column].head(2))
    times = multiple(known[MEDIAN].iloc[0] / known[MEDIAN].iloc[1])
    return f"The median {first} customer is worth {times} the median {second} one"


def _points(shown: int, whole: float, drawing: Drawing) -> str:
    if not shown:
        return ""
    customers = f"{exact_count(shown, drawing.currency)} customers"
    return f"Points, when shown, are {f'{customers} drawn at random' if shown < whole else f'all {customers}'}."


def _twin(members: Sequence[Member], by: Dimension, subject: str, drawing: Drawing) -> dict[str, object]:
    columns = [value_column(label, Unit.CURRENCY, drawing.currency) for label in (*ENDS, *TOLD)]
    rows: list[list[Cell]] = [
        [
            name,
            float(one[Summary.ROWS]),
            *(getattr(told, end) if told else None for end in ENDS.values()),
            *(None if math.isnan(one[key]) else float(one[key]) for key in TOLD.values()),
        ]
        for name, one, told in members
    ]
    return twin(drawing, subject, None, [Column(by.noun.capitalize()), Column("Customers", "count"), *columns], rows)
