"""What a chart shows, said as its title: only what the rows in view hold."""

import math
from calendar import month_name

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.metrics import metric
from analytics.numbers import Unit, format_value, percent
from analytics.periods import Period, month_end, month_start, months_between
from analytics.ranking import NOW, RANKED, ranking
from analytics.trend import DAYS, SPAN, START, VALUE, Grain, trend
from analytics.wording import lower, period_name

PEAK_FACTOR = 1.5
NOTABLE = 0.10
SPEND = "spend"
PLAIN = "USD"  # in any currency the same values read alike
LONG_ENOUGH = 60
YEAR = 12
SMALLEST_SHARE = 0.005


def trend_finding(shown: Metric, facts: Facts) -> str:
    """The peak month and how the last complete month compares; a question where neither stands out."""
    parts = [part for part in (_peak(shown, facts), _ending(shown, facts.claimable())) if part]
    return f"{shown.label} {' and '.join(parts)}" if parts else f"How did {lower(shown.label)} move over time?"


def ranking_finding(shown: Metric, facts: Facts, dimension: str, *, noun: str) -> str:
    """Who leads, and with what share of it and of the spend; a question where fewer than two members can be ranked.

    A share is given only where no member is negative, so that the shares make up a whole.
    """
    ranked = ranking(shown, facts, dimension)
    values, what = ranked.loc[ranked[RANKED], NOW], lower(shown.label)
    most = f"the {'highest' if shown.per else 'most'} {what}"
    if len(values) < 2 or values.iloc[0] <= 0:
        return f"Which {noun} has {most}?"
    if values.iloc[0] == values.iloc[1] or (shown.per and _alike(shown, *values.iloc[:2])):
        return f"No single {noun} has {most}"
    leader = str(values.index[0])
    if shown.per or values.min() < 0:
        return f"{leader} has {most}"
    share = f"{_share(values.iloc[0] / shown.value(facts.now))} of {what}"
    spend = _spend_share(facts, dimension, leader)
    if shown.name == SPEND or math.isnan(spend):
        return f"{leader} makes up {share}"
    verb = "earns" if shown.unit is Unit.CURRENCY else "brings"
    return f"{leader} {verb} {share} {f'on {_share(spend)} of spend' if spend else 'with no ad spend'}"


def _alike(shown: Metric, one: float, other: float) -> bool:
    """Whether two values read the same, as those beside the bars."""
    return format_value(one, shown.unit, PLAIN) == format_value(other, shown.unit, PLAIN)


def last_complete_month(period: Period) -> Period | None:
    """The last whole calendar month inside a period."""
    end = period.end if period.end == month_end(period.end) else month_end(month_start(period.end, -1))
    return Period(month_start(end), end).within(period) if month_start(end) >= period.start else None


def same_month_before(month: Period, facts: Facts) -> Period | None:
    """The month of the comparison that a month of the period is laid over, where both are of whole months."""
    if facts.compared is None or not facts.period.whole_months or not facts.compared.whole_months:
        return None
    start = month_start(month.start, -months_between(facts.compared.start, facts.period.start))
    before = Period(start, month_end(start))
    return before if before.within(facts.compared) == before else None


def _peak(shown: Metric, facts: Facts) -> str:
    months = trend(shown, facts.now, facts.period, Grain.MONTH)
    whole = months[months[DAYS] == months[SPAN]].dropna()
    if facts.period.days < LONG_ENOUGH or len(whole) < 3 or shown.per:
        return ""
    top = whole.sort_values(VALUE).iloc[-1]
    if not top[VALUE] >= PEAK_FACTOR * whole[VALUE].median() > 0:
        return ""
    year = f" {top[START].year}" if len(months) > YEAR else ""
    return f"peaked in {month_name[top[START].month]}{year}"


def _ending(shown: Metric, facts: Facts) -> str:
    month = last_complete_month(facts.period)
    before = same_month_before(month, facts) if month else None
    if not month or not before:
        return ""
    change = facts.within(month, before).change(shown).relative
    if math.isnan(change) or abs(change) < NOTABLE:
        return ""
    side = "below" if change < 0 else "above"
    than = "last year" if months_between(before.start, month.start) == YEAR else period_name(before)
    return f"ended {month_name[month.start.month]} {percent(abs(change), 0)} {side} {than}"


def _spend_share(facts: Facts, dimension: str, member: str) -> float:
    if SPEND not in facts.now:
        return math.nan
    spend = metric(SPEND)
    whole = spend.value(facts.now)
    return spend.value(facts.where(dimension, member).now) / whole if whole else math.nan


def _share(part: float) -> str:
    return percent(part, 0) if part >= SMALLEST_SHARE else f"under {percent(0.01, 0)}"
