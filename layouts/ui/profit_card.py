"""How many leads to call, by what a call costs and a buyer brings, as a chart card's content."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from analytics.expected_profit import CALLED, PROFIT, WINS, Profit, expected_profit
from analytics.figure import Figure
from analytics.intervals import between
from analytics.lead_rivals import Rival
from analytics.lead_thresholds import Terms
from analytics.leads import Leads
from analytics.numbers import Unit, decimal, exact_count, exact_money, money
from analytics.scores import THRESHOLD
from layouts.figures.curve_traces import Curve, Point
from layouts.figures.curves import Reference, curves, thinned
from layouts.figures.sides import Side
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import at_threshold, cell, moving
from layouts.ui.rivals import NONE, Row, keys, lines
from layouts.ui.twin import Column, twin

LABEL = "Expected profit"


def profit_card(
    leads: Leads,
    profit: Profit,
    terms: Terms,
    points: pd.DataFrame | None,
    ignored: Sequence[str],
    drawing: Drawing,
    rivals: Sequence[Rival] = NONE,
) -> dict[str, object]:
    """The profit of calling the top N, its best N with the interval of what that earns, and the line of no profit.

    `ignored` is said first: what the reader entered that is no amount. The `rivals` scored as many leads.
    """
    others = lines(rivals, partial(_earned, terms), CALLED, PROFIT, partial(_said, drawing), drawing.colours)
    curve = profit.curve.iloc[thinned(len(profit.curve))]
    costs = f"{exact_money(terms.call, drawing.currency)} a call, {exact_money(terms.win, drawing.currency)} a buyer"
    return {
        "head": head(
            _title(profit, drawing),
            f"Expected profit by leads called, best scores first; {costs}",
            keys(leads, rivals, partial(_most, terms, drawing), drawing.colours),
        ),
        "figure": moving(_drawn(profit, curve, others, drawing), points, "called", "profit", _told(points, drawing)),
        "note": " ".join([*ignored, _note(profit, drawing)]),
        "twin": _twin(curve, drawing),
    }


def _drawn(profit: Profit, curve: pd.DataFrame, others: Sequence[Curve], drawing: Drawing) -> go.Figure:
    ends = [0.0, *curve[PROFIT], *(value for line in others for value in line.y), profit.low, profit.high]
    last = float(curve[CALLED].max())
    return curves(
        [
            *others,
            Curve(LABEL, list(curve[CALLED]), list(curve[PROFIT]), drawing.colours.accent, _hover(curve, drawing)),
        ],
        x=Side("Leads called", Unit.COUNT, drawing.currency),
        y=Side(LABEL, Unit.CURRENCY, drawing.currency),
        across=(0, max(last, 1)),
        up=(min(ends), max(ends)),
        colours=drawing.colours,
        points=[_best(profit, last, drawing)] if profit.called else [],
        references=[Reference((0, 0), (max(last, 1), 0), "")],
    )


def _earned(terms: Terms, leads: Leads) -> pd.DataFrame:
    """The curve alone: nobody asks how sure a baseline's best number is."""
    asked = {**leads.columns, "win": terms.win, "call": terms.call, "capacity": terms.capacity}
    return expected_profit(**asked, resamples=1).curve


def _most(terms: Terms, drawing: Drawing, leads: Leads) -> Figure:
    return money(float(_earned(terms, leads)[PROFIT].max()), drawing.currency)


def _said(drawing: Drawing, row: Row) -> str:
    return f"<b>{money(row[PROFIT], drawing.currency)}</b><br>{exact_count(row[CALLED], drawing.currency)} leads called"


def _title(profit: Profit, drawing: Drawing) -> str:
    if not profit.called:
        return "No number of calls is expected to earn anything"
    called = exact_count(profit.called, drawing.currency)
    return f"Calling the best {called} leads earns most: {money(profit.profit, drawing.currency)}"


def _best(profit: Profit, last: float, drawing: Drawing) -> Point:
    called = exact_count(profit.called, drawing.currency)
    hover = f"<b>{money(profit.profit, drawing.currency)}</b><br>{called} leads called<br>{_sure(profit, drawing)}"
    side = "top left" if profit.called > last / 2 else "top right"
    return Point(
        (profit.called, profit.profit),
        f"Best from {decimal(profit.threshold, 2)}",
        hover,
        side,
        (profit.low, profit.high),
    )


def _sure(profit: Profit, drawing: Drawing) -> str:
    return between(money(profit.low, drawing.currency), money(profit.high, drawing.currency))


def _note(profit: Profit, drawing: Drawing) -> str:
    if not profit.called:
        return "A call costs more than it brings at every score."
    low, high = (exact_count(end, drawing.currency) for end in (profit.called_low, profit.called_high))
    where = f"From {decimal(profit.threshold, 4)} on. {_sure(profit, drawing)}; the best number is {low} to {high}."
    return f"{where} The last of them share one score: which of them are called is open." if profit.pro_rata else where


def _hover(curve: pd.DataFrame, drawing: Drawing) -> list[str]:
    return [
        f"<b>{money(row[PROFIT], drawing.currency)}</b><br>{exact_count(row[CALLED], drawing.currency)} leads called, "
        f"{exact_count(row[WINS], drawing.currency)} won<br>Score from {decimal(row[THRESHOLD], 4)}"
        for row in curve.to_dict("records")
    ]


def _told(points: pd.DataFrame | None, drawing: Drawing) -> list[str]:
    if points is None:
        return []
    called = [f"{exact_count(count, drawing.currency)} leads called" for count in points["called"]]
    return at_threshold(points, [str(money(value, drawing.currency)) for value in points["profit"]], called)


def _twin(curve: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    columns = [Column("Called", "count"), Column("Score from", "score"), Column("Won", "count")]
    columns.append(Column("Expected profit", "currency", drawing.currency))
    rows = curve[[CALLED, THRESHOLD, WINS, PROFIT]].replace(float("inf"), float("nan")).to_numpy(float)
    return twin(drawing, LABEL, None, columns, [[*map(cell, row)] for row in rows])
