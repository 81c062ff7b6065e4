"""What changed, computed from the rows in view. No cause is claimed, and nothing is said that does not stand out."""

import math
from calendar import month_name
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

import pandas as pd

from analytics.comparison import Change
from analytics.findings import last_complete_month, same_month_before
from analytics.metrics import metric
from analytics.numbers import moved, multiple, percent
from analytics.reading import Reading, mover, went
from analytics.view import View
from analytics.wording import Strong, Words, listed, period_name

MOST = 6
SPEND_ENOUGH = 0.05
WEAK, STRONG = 0.5, 1.5
FELL = -0.4
APART = 0.15
SPEND, REVENUE, ROAS = "spend", "revenue", "roas"


@dataclass(frozen=True)
class Insight:
    """A finding: its kind, subject and figure, whether it is good news, its sentences, and the view that shows it."""

    kind: str
    subject: str
    figure: str
    good: bool | None
    words: Words
    link: str
    view: View


def insights(reading: Reading) -> tuple[Insight, ...]:
    """The findings that stand out, at most six, the weightiest kinds first.

    Nothing is said to have changed against a period that is not `comparable`.
    """
    sure = replace(reading, facts=reading.facts.claimable())
    rules: tuple[Callable[[Reading], Insight | None], ...] = (
        largest_mover,
        weakest_return,
        last_month,
        strongest_return,
        spend_and_revenue,
    )
    return first(MOST, (rule(sure) for rule in rules))


def first(most: int, found: Iterable[Insight | None]) -> tuple[Insight, ...]:
    """The first findings, at most so many; none is looked for beyond them."""
    return tuple(islice(filter(None, found), most))


def once(found: Iterable[Insight | None]) -> Iterator[Insight]:
    """Each subject once, as it is found first."""
    told: set[str] = set()
    for insight in filter(None, found):
        if insight.subject not in told:
            told.add(insight.subject)
            yield insight


def largest_mover(reading: Reading) -> Insight | None:
    """The member whose revenue moved most, and what the total did without it."""
    column = reading.by.column
    name = mover(reading.facts, column)
    if name is None:
        return None
    revenue = metric(REVENUE)
    own = reading.facts.where(column, name).change(revenue)
    others = reading.facts.where(column, name, leave_out=True).change(revenue)
    moving = _zero(own.now) - _zero(own.before)
    words = (
        f"{name} {'grew' if moving > 0 else 'fell'} from {_sum(own.before, reading)} to {_sum(own.now, reading)}.",
        *_without(others, reading),
    )
    figure = f"{'▲' if moving > 0 else '▼'} {reading.money(abs(moving))}"
    view = reading.asking(**{reading.by.key: name}, grain="month")
    link = f"{name} {'by month' if reading.has('grain') else 'alone'}"
    return Insight("Largest mover", name, figure, moving > 0, words, link, view)


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


def last_month(reading: Reading) -> Insight | None:
    """The last complete month, where it fell far below its comparison or where channels stopped reporting."""
    month = last_complete_month(reading.facts.period)
    before = same_month_before(month, reading.facts) if month else None
    if not month or not before:
        return None
    facts = reading.facts.within(month, before)
    change = facts.change(metric(REVENUE))
    reporting = sorted(set(facts.now[reading.by.column].dropna()))
    silent = sorted(set(reading.facts.now[reading.by.column].dropna()) - set(reporting))
    if math.isnan(change.relative) or (change.relative > FELL and not silent):
        return None
    name = month_name[month.start.month]
    words = (
        f"{reading.money(change.now)} against {reading.money(change.before)} in {period_name(before)}.",
        *_silence(name, reporting, silent, reading.by.noun),
    )
    view = replace(reading, view=reading.view.over(month)).asking(grain="day")
    kind = "Check the data" if silent else "Last complete month"
    return Insight(kind, name, moved(change.relative), change.better, words, f"{name} by day", view)


def spend_and_revenue(reading: Reading) -> Insight | None:
    """Spend and revenue, where they moved apart."""
    revenue, spend = (reading.facts.change(metric(name)) for name in (REVENUE, SPEND))
    roas = reading.facts.change(metric(ROAS))
    if math.isnan(roas.relative) or not abs(revenue.relative - spend.relative) >= APART:
        return None
    subject = reading.named(metric(ROAS))
    words = (
        f"Spend {went(spend.relative)}, to {reading.money(spend.now)}; ",
        Strong(f"revenue {went(revenue.relative)}"),
        f", to {reading.money(revenue.now)}. {subject} went from {multiple(roas.before)} to {multiple(roas.now)}.",
    )
    view, link = reading.asking(by=reading.by.key, metric=ROAS), f"ROAS by {reading.by.noun}"
    return Insight("Spend against revenue", subject, moved(roas.relative), roas.better, words, link, view)


def spending(reading: Reading) -> pd.DataFrame:
    """The spend, revenue and ROAS of each member."""
    rows, by = reading.facts.now, [reading.by.column]
    return pd.DataFrame({name: metric(name).by(rows, by) for name in (SPEND, REVENUE, ROAS)})


def returning(members: pd.DataFrame) -> "pd.Series[float]":
    """The ROAS of the members that take a real part of the spend, the largest first."""
    real = members[members[SPEND] >= SPEND_ENOUGH * members[SPEND].sum()]
    return real[ROAS].dropna().sort_values(ascending=False)


def _without(others: Change, reading: Reading) -> Words:
    if math.isnan(others.relative):
        return ()
    rest = f", from {reading.money(others.before)} to {reading.money(others.now)}."
    return " ", Strong(f"Leave it out and revenue {went(others.relative)}"), rest


def _average(reading: Reading, members: pd.DataFrame) -> float:
    paid = reading.facts.members(reading.by.column, list(members.index[members[SPEND] > 0]))
    return metric(ROAS).value(paid.now)


def _took(reading: Reading, members: pd.DataFrame, name: str) -> Words:
    spend, revenue = members[SPEND], members[REVENUE]
    parts = revenue.min() >= 0
    brought = percent(revenue[name] / revenue.sum(), 0) if parts else reading.money(revenue[name])
    took = Strong(f"{percent(spend[name] / spend.sum(), 0)} of spend")
    return "It took ", took, f" ({reading.money(spend[name])}) and brought {brought} of revenue."


def _silence(month: str, reporting: list[str], silent: list[str], noun: str) -> Words:
    if not silent:
        return ()
    if len(silent) <= len(reporting):
        return (" ", Strong(f"{listed(silent)} {'has' if len(silent) == 1 else 'have'} no rows in {month}"), ".")
    verb = "has" if len(reporting) == 1 else "have"
    return (
        " ",
        Strong(f"Only {listed(reporting)} {verb} rows in {month}"),
        f"; {len(silent)} {noun}s report nothing.",
    )


def _sum(value: float, reading: Reading) -> str:
    return "no reported revenue" if math.isnan(value) else str(reading.money(value))


def _zero(value: float) -> float:
    return 0 if math.isnan(value) else value
