"""What a chart shows, said as its title: only what the rows in view hold."""

import math
from calendar import month_name

from analytics.comparison import Facts
from analytics.metrics import Metric, metric
from analytics.numbers import percent
from analytics.periods import Period, month_end, month_start
from analytics.trend import DAYS, SPAN, START, VALUE, Grain, trend
from analytics.wording import period_name

PEAK_FACTOR = 1.5
NOTABLE = 0.10
LONG_ENOUGH = 60


def trend_finding(shown: Metric, facts: Facts) -> str:
    """The peak month and how the last complete month compares; a question where neither stands out."""
    parts = [part for part in (_peak(shown, facts), _ending(shown, facts)) if part]
    return f"{shown.label} {' and '.join(parts)}" if parts else f"How does {_lower(shown.label)} move over time?"


def ranking_finding(shown: Metric, facts: Facts, dimension: str, *, noun: str) -> str:
    """Who leads, and with what share of it and of the spend; a question where one member or none is in view."""
    values = shown.by(facts.now, [dimension]).dropna().sort_values(ascending=False)
    if len(values) < 2 or values.iloc[0] <= 0:
        return f"Which {noun} carries {_lower(shown.label)}?"
    leader, others = str(values.index[0]), values.iloc[1]
    if shown.per:
        return f"{leader} has the highest {_lower(shown.label)}" if values.iloc[0] > others else "No single leader"
    share = percent(values.iloc[0] / values.sum(), 0)
    spend = _spend_share(facts, dimension, leader)
    if shown.name == "spend" or math.isnan(spend):
        return f"{leader} makes up {share} of {_lower(shown.label)}"
    return f"{leader} earns {share} of {_lower(shown.label)} on {percent(spend, 0)} of spend"


def last_complete_month(period: Period) -> Period | None:
    """The last whole calendar month inside a period."""
    end = period.end if period.end == month_end(period.end) else month_end(month_start(period.end, -1))
    return Period(month_start(end), end).within(period) if month_start(end) >= period.start else None


def same_month_before(month: Period, facts: Facts) -> Period | None:
    """The month of the comparison that lies over a month of the period."""
    if facts.compared is None or not facts.period.whole_months or not facts.compared.whole_months:
        return None
    start = month_start(month.start, -facts.period.whole_months)
    return Period(start, month_end(start)) if start >= facts.compared.start else None


def _peak(shown: Metric, facts: Facts) -> str:
    months = trend(shown, facts.now, facts.period, Grain.MONTH)
    whole = months[months[DAYS] == months[SPAN]].dropna()
    if facts.period.days < LONG_ENOUGH or len(whole) < 3 or shown.per:
        return ""
    top = whole.sort_values(VALUE).iloc[-1]
    stands_out = top[VALUE] >= PEAK_FACTOR * whole[VALUE].median()
    return f"peaked in {month_name[top[START].month]}" if stands_out else ""


def _ending(shown: Metric, facts: Facts) -> str:
    month = last_complete_month(facts.period)
    before = same_month_before(month, facts) if month else None
    if not month or not before or facts.compared is None:
        return ""
    change = facts.within(month, before).change(shown).relative
    if math.isnan(change) or abs(change) < NOTABLE:
        return ""
    side = "below" if change < 0 else "above"
    than = "last year" if facts.period.whole_months == 12 else period_name(before)
    return f"ended {month_name[month.start.month]} {percent(abs(change), 0)} {side} {than}"


def _spend_share(facts: Facts, dimension: str, member: str) -> float:
    spend = metric("spend")
    whole = spend.value(facts.now)
    return spend.value(facts.where(dimension, member).now) / whole if whole else math.nan


def _lower(label: str) -> str:
    return label if label.split(",")[0].isupper() else label[0].lower() + label[1:]
