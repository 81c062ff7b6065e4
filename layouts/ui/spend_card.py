"""Ad spend against revenue over time, with the revenue that would break even, as a chart card's content."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analytics.ad_metrics import ad_metric
from analytics.ad_return import BreakEven
from analytics.comparison import Facts
from analytics.numbers import Unit, multiple
from analytics.trend import DAYS, SPAN, VALUE, Grain, trend
from layouts.ui.drawing import Drawing
from layouts.ui.trend_card import lines_card

REVENUE, SPEND, NEEDED = "Revenue", "Ad spend", "Break-even"
QUESTION = "Did revenue exceed ad spend?"


def spend_card(facts: Facts, grain: Grain, even: BreakEven | None, drawing: Drawing) -> dict[str, object]:
    """Revenue, ad spend, and where a margin is known the revenue at which gross profit pays for the ads."""
    parts = {
        name: trend(ad_metric(key), facts.now, facts.period, grain)
        for name, key in ((REVENUE, "revenue"), (SPEND, "spend"))
    }
    caption = f"Revenue and ad spend by {grain}, {drawing.currency}"
    if even:
        parts[NEEDED] = parts[SPEND].assign(**{VALUE: parts[SPEND][VALUE] * even.roas})
        caption = f"{caption}; break-even is {multiple(even.roas)} ad spend, by {even.basis}"
    colours = {REVENUE: drawing.colours.accent, SPEND: drawing.colours.compare, NEEDED: drawing.colours.warn}
    coloured = replace(drawing, channels=colours)
    return lines_card((_title(parts, grain), caption), parts, Unit.CURRENCY, facts.period, grain, coloured)


def _title(parts: Mapping[str, pd.DataFrame], grain: Grain) -> str:
    whole = parts[REVENUE][DAYS] == parts[REVENUE][SPAN]
    revenue, needed = parts[REVENUE][VALUE], parts.get(NEEDED, parts[SPEND])[VALUE]
    known = int((revenue.notna() & needed.notna() & whole).sum())
    if known < 2:
        return QUESTION
    if NEEDED in parts:
        return f"Revenue reached break-even in {_times((revenue >= needed)[whole], known, grain)}"
    return f"Revenue exceeded ad spend in {_times((revenue > needed)[whole], known, grain)}"


def _times(met: "pd.Series[bool]", known: int, grain: Grain) -> str:
    counted = {0: f"none of the {known}", known: f"all {known}"}.get(int(met.sum()), f"{int(met.sum())} of {known}")
    return f"{counted} {'' if grain is Grain.DAY else 'whole '}{grain}s"
