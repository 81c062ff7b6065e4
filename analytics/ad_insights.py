"""What stands out on the CMO and the CFO dashboard, computed from the rows in view."""

from collections.abc import Iterator, Sequence

from analytics.ad_metrics import ad_metric
from analytics.ad_return import BreakEven
from analytics.insight import Insight, first, once
from analytics.insights import spend_and_revenue
from analytics.metric import Metric
from analytics.numbers import multiple, percent
from analytics.reading import Reading
from analytics.return_insights import ROAS, SPEND, returning, spending, weakest_return
from analytics.segments import Segment, standing_out
from analytics.wording import Strong

MOST = 3
PER = {SPEND: "ad spend"}
RATES = ("ctr", "cvr", "engagement_rate")


def response_insights(segments: Sequence[Reading]) -> tuple[Insight, ...]:
    """Who responds otherwise than the others, at most one of each breakdown, in the order given."""
    rates = [ad_metric(name) for name in RATES]
    return first(MOST, (apart(reading, rates) for reading in segments))


def return_insights(whole: Reading, segments: Sequence[Reading], even: BreakEven | None) -> tuple[Insight, ...]:
    """Which platforms lose money, whether spend and revenue parted, who returns little or otherwise than the rest."""
    return first(MOST, once(_returns(whole, segments, even)))


def below_break_even(reading: Reading, even: BreakEven | None) -> Insight | None:
    """The member that falls furthest short of break-even in money, among those that take a real part of the spend."""
    if even is None:
        return None
    members = spending(reading)
    returns = returning(members)
    short = (even.roas - returns) * members[SPEND].reindex(returns.index)
    if short.empty or not short.max() > 0:
        return None
    name, count = str(short.idxmax()), int((short > 0).sum())
    words = (
        f"Break-even is {multiple(even.roas)}, by {even.basis}. ",
        Strong(f"{count} of {len(returns)} {reading.by.noun}s {'is' if count == 1 else 'are'} below it"),
        f". {name} lacks {reading.money(short[name])} of revenue on {reading.money(members[SPEND][name])} of ad spend.",
    )
    view, figure = reading.asking(by=reading.by.key, metric=ROAS), str(multiple(returns[name]))
    return Insight("Below break-even", name, figure, None, words, f"ROAS by {reading.by.noun}", view)


def apart(reading: Reading, metrics: Sequence[Metric]) -> Insight | None:
    """The member that stands out from the others in one of the metrics, and the interval that says so."""
    found = standing_out(reading.facts.now, reading.by.column, metrics)
    if found is None:
        return None
    shown, noun, side = found.metric, reading.by.noun, "above" if found.gap > 0 else "below"
    label, others = reading.named(shown), reading.written(shown, found.others.value)
    words = (
        Strong(f"{percent(abs(found.gap), 0)} {side} the other {noun}s"),
        f", whose {label} is {others}, on {percent(found.part, 0)} of {PER.get(shown.per, shown.per)}.",
        _within(found, reading),
    )
    value, view = reading.written(shown, found.own.value), reading.asking(by=reading.by.key, metric=shown.name)
    return Insight(f"{label} {side} the rest", found.name, value, None, words, f"{shown.label} by {noun}", view)


def _returns(whole: Reading, segments: Sequence[Reading], even: BreakEven | None) -> Iterator[Insight | None]:
    yield below_break_even(whole, even)
    yield spend_and_revenue(whole)
    for reading in segments:
        yield weakest_return(reading) or apart(reading, [ad_metric(ROAS)])


def _within(found: Segment, reading: Reading) -> str:
    low, high = (reading.written(found.metric, end) for end in (found.own.low, found.own.high))
    return f" Its days put it between {low} and {high} (95\N{NO-BREAK SPACE}% interval)." if low != high else ""
