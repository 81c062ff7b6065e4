"""What calling the best leads first gains over calling at random, as a chart card's content."""

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.classifier import gains
from analytics.figure import Figure
from analytics.gains import BUYERS, CALLED, LIFT, SHARE_BUYERS, SHARE_CALLED
from analytics.intervals import between
from analytics.lead_rivals import Rival
from analytics.leads import Leads
from analytics.numbers import exact_count, percent
from layouts.figures.curve_traces import Curve
from layouts.figures.curves import Reference, curves, percent_side, thinned
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.lead_kpis import lift, too_few
from layouts.ui.moving import at_threshold, cell, moving, sentence, unavailable
from layouts.ui.rivals import NONE, Row, keys, lines
from layouts.ui.twin import Column, twin

LABEL = "Gains"
DECILES = tuple(tenth / 10 for tenth in range(1, 11))


def gains_card(
    leads: Leads, points: pd.DataFrame | None, drawing: Drawing, rivals: Sequence[Rival] = NONE
) -> dict[str, object]:
    """The share of the buyers won by calling the best share of the leads, a dot each tenth, and the `rivals`."""
    if not leads.buyers:
        return unavailable(LABEL, sentence(leads.undefined))
    tenths = gains(**leads.columns, shares=DECILES)
    first = tenths.iloc[0]
    return {
        "head": head(
            f"The best tenth holds {lift(first[LIFT])} as many buyers as chance",
            "Share of buyers won by share of leads called, best scores first; dashed is calling at random",
            keys(leads, rivals, _first, drawing.colours),
        ),
        "figure": moving(_drawn(leads, tenths, rivals, drawing), points, "share_called", "recall", _told(points)),
        "note": f"Lift of the best tenth: {lift(first[LIFT])} ({_ends(first)}).",
        "twin": _twin(tenths, drawing),
    }


def _drawn(leads: Leads, tenths: pd.DataFrame, rivals: Sequence[Rival], drawing: Drawing) -> go.Figure:
    whole, colour = _gains(leads), drawing.colours.accent
    curve = whole.iloc[thinned(len(whole))]
    won = Curve("Buyers won", list(curve[SHARE_CALLED]), list(curve[SHARE_BUYERS]), colour, [""] * len(curve))
    at, up = list(tenths[SHARE_CALLED]), list(tenths[SHARE_BUYERS])
    dots = Curve("Tenths", at, up, colour, _hover(tenths, drawing), dots=True, line=False)
    return curves(
        [*lines(rivals, _gains, SHARE_CALLED, SHARE_BUYERS, _said, drawing.colours), won, dots],
        x=percent_side("Leads called"),
        y=percent_side("Buyers won"),
        colours=drawing.colours,
        references=[Reference((0, 0), (1, 1), "")],
    )


def _gains(leads: Leads) -> pd.DataFrame:
    return gains(**leads.columns)


def _first(leads: Leads) -> Figure:
    return lift(gains(**leads.columns, shares=DECILES[:1])[LIFT].iloc[0])


def _said(row: Row) -> str:
    return f"<b>{percent(row[SHARE_BUYERS])}</b> of buyers<br>The best {percent(row[SHARE_CALLED])} of leads"


def _hover(tenths: pd.DataFrame, drawing: Drawing) -> list[str]:
    return [
        f"The best {percent(row[SHARE_CALLED], 0)} of leads"
        f"<br><b>{percent(row[SHARE_BUYERS])}</b> of buyers ({exact_count(row[BUYERS], drawing.currency)})"
        f"<br>Lift {lift(row[LIFT])} ({_ends(row)})"
        for row in tenths.to_dict("records")
    ]


def _ends(row: Mapping[Hashable, float] | pd.Series) -> str:
    return too_few(row[CALLED]) or between(lift(row["lift_low"]), lift(row["lift_high"]))


def _told(points: pd.DataFrame | None) -> list[str]:
    if points is None:
        return []
    called = [f"{percent(share)} of leads called" for share in points["share_called"]]
    return at_threshold(points, called, [f"{percent(share)} of buyers won" for share in points["recall"]])


def _twin(tenths: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    shares = (("Leads called", SHARE_CALLED), ("Buyers won", SHARE_BUYERS))
    columns = [
        Column("Called", "count"),
        Column("Buyers", "count"),
        *(Column(name, "percent", "%") for name, _ in shares),
    ]
    columns += [Column(name, "x", "x") for name in ("Lift", "Lift, low", "Lift, high")]
    rows = tenths[[CALLED, BUYERS, *(column for _, column in shares), LIFT, "lift_low", "lift_high"]].to_numpy(float)
    return twin(drawing, "Gains by tenth", None, columns, [[*map(cell, row)] for row in rows])
