"""What changed, computed from the rows in view. No cause is claimed, and nothing is said that does not stand out."""

import math
from calendar import month_name
from collections.abc import Callable
from dataclasses import replace

from analytics.comparison import Change
from analytics.findings import last_complete_month, same_month_before
from analytics.insight import Insight, first
from analytics.metrics import metric
from analytics.numbers import moved, multiple
from analytics.reading import Reading, mover, went
from analytics.return_insights import REVENUE, ROAS, SPEND, strongest_return, weakest_return
from analytics.wording import Strong, Words, listed, period_name

MOST = 6
FELL = -0.4
APART = 0.15


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


def _without(others: Change, reading: Reading) -> Words:
    if math.isnan(others.relative):
        return ()
    rest = f", from {reading.money(others.before)} to {reading.money(others.now)}."
    return " ", Strong(f"Leave it out and revenue {went(others.relative)}"), rest


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
