"""Which members return least and most on what is spent on them, computed from the rows in view."""

import pandas as pd

from analytics.insight import Insight
from analytics.metrics import metric
from analytics.numbers import multiple, percent
from analytics.reading import Reading
from analytics.wording import Strong, Words

SPEND_ENOUGH = 0.05
WEAK, STRONG = 0.5, 1.5
SPEND, REVENUE, ROAS = "spend", "revenue", "roas"


def weakest_return(reading: Reading) -> Insight | None:
    """The member that returns least, where it takes a real part of the spend for half of the average or less."""
    members = spending(reading)
    returns, average = returning(members), _average(reading, members)
    if len(returns) < 2 or not average > 0 or returns.iloc[-1] > WEAK * average:
        return None
    worst, best = str(returns.index[-1]), str(returns.index[0])
    instead = f" {best} returned {multiple(returns.iloc[0])} on {reading.money(members[SPEND][best])}."
    words = (*_took(reading, members, worst), instead)
    view = reading.asking(**{reading.by.key: worst})
    return Insight("Weakest return", worst, str(multiple(returns.iloc[-1])), None, words, f"{worst} alone", view)


def strongest_return(reading: Reading) -> Insight | None:
    """The member that returns most, where it takes a real part of the spend and returns well above the average."""
    members = spending(reading)
    returns, average = returning(members), _average(reading, members)
    if len(returns) < 2 or not average > 0 or returns.iloc[0] < STRONG * average:
        return None
    best = str(returns.index[0])
    words = (*_took(reading, members, best), f" Paid {reading.by.noun}s together returned {multiple(average)}.")
    view = reading.asking(**{reading.by.key: best})
    return Insight("Strongest return", best, str(multiple(returns.iloc[0])), None, words, f"{best} alone", view)


def spending(reading: Reading) -> pd.DataFrame:
    """The spend, revenue and ROAS of each member."""
    rows, by = reading.facts.now, [reading.by.column]
    return pd.DataFrame({name: metric(name).by(rows, by) for name in (SPEND, REVENUE, ROAS)})


def returning(members: pd.DataFrame) -> "pd.Series[float]":
    """The ROAS of the members that take a real part of the spend, the largest first."""
    real = members[members[SPEND] >= SPEND_ENOUGH * members[SPEND].sum()]
    return real[ROAS].dropna().sort_values(ascending=False)


def _average(reading: Reading, members: pd.DataFrame) -> float:
    paid = reading.facts.members(reading.by.column, list(members.index[members[SPEND] > 0]))
    return metric(ROAS).value(paid.now)


def _took(reading: Reading, members: pd.DataFrame, name: str) -> Words:
    spend, revenue = members[SPEND], members[REVENUE]
    parts = revenue.min() >= 0
    brought = percent(revenue[name] / revenue.sum(), 0) if parts else reading.money(revenue[name])
    took = Strong(f"{percent(spend[name] / spend.sum(), 0)} of spend")
    return "It took ", took, f" ({reading.money(spend[name])}) and brought {brought} of revenue."
