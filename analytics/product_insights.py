"""What stands out among what is sold: a thin margin, many returns, a quarter unlike the others."""

from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.filters import FILTERS
from analytics.insight import Insight, first
from analytics.intervals import wilson
from analytics.metric import Metric
from analytics.numbers import percent
from analytics.product_metrics import RETURNED, TRACKED, product_metric
from analytics.products import MARGIN, QUARTER, SALES
from analytics.ranking import NOW, ranking
from analytics.reading import Reading
from analytics.wording import Strong

MOST = 3
REAL_PART = 0.1
APART = 0.2
QUARTER_APART = 0.15
FEWEST_QUARTERS = 4
RETURNS = product_metric("return_rate")


def product_insights(kinds: Reading, regions: Reading) -> tuple[Insight, ...]:
    """The findings that stand out, at most three: by `kinds` (categories, or the subcategories of one) and regions."""
    rules = (thin_margin(kinds), most_returned(regions), most_returned(kinds), quarter(kinds), thin_margin(regions))
    return first(MOST, rules)


def thin_margin(reading: Reading) -> Insight | None:
    """The member that keeps least of its sales, where it sells a real part and the others keep clearly more."""
    column = reading.by.column
    kept = ranking(MARGIN, reading.facts, column)[NOW].dropna()
    part = _parts(SALES, reading.facts, column)
    large = [str(name) for name in kept.index if part.get(str(name), 0) >= REAL_PART]
    if len(kept) < 2 or not large:
        return None
    name = large[-1]
    own, rest = kept[name], MARGIN.value(reading.facts.where(column, name, leave_out=True).now)
    if not (rest > 0 and own <= (1 - APART) * rest):
        return None
    words = (
        f"{name} makes up {percent(part[name], 0)} of sales. ",
        Strong(f"The other {_others(reading)} keep {percent(rest)}"),
        " of theirs as profit.",
    )
    return _insight("Thin margin", name, percent(own), words, reading, MARGIN)


def most_returned(reading: Reading) -> Insight | None:
    """The member of which most comes back, where its rate and that of the others are clearly apart."""
    column = reading.by.column
    ranked = ranking(RETURNS, reading.facts, column)
    rates = ranked.loc[ranked["ranked"], NOW]
    if len(rates) < 2:
        return None
    name = str(rates.index[0])
    own, others = reading.facts.where(column, name).now, reading.facts.where(column, name, leave_out=True).now
    rest = RETURNS.value(others)
    if not (rates.iloc[0] >= (1 + APART) * rest and _low(own) > _high(others)):
        return None
    low, high = _interval(own)
    words = (
        f"{percent(low)} to {percent(high)} of its units came back (95\N{NO-BREAK SPACE}% interval). ",
        Strong(f"Of the other {_others(reading)}, {percent(rest)}"),
        ".",
    )
    return _insight("Most returned", name, percent(rates.iloc[0]), words, reading, RETURNS)


def quarter(reading: Reading) -> Insight | None:
    """The quarter whose sales lie furthest from the median of the others, where there are enough of them."""
    sold = SALES.by(reading.facts.now, [QUARTER])
    if len(sold) < FEWEST_QUARTERS:
        return None
    gaps = pd.Series({name: _gap(sold, str(name)) for name in sold.index})
    name = str(gaps.abs().idxmax())
    if not abs(gaps[name]) >= QUARTER_APART:
        return None
    side = "above" if gaps[name] > 0 else "below"
    words = (
        f"{reading.money(sold[name])} of sales, ",
        Strong(f"{percent(abs(gaps[name]), 0)} {side} the median"),
        f" of the other {len(sold) - 1} quarters.",
    )
    arrow = "▲" if gaps[name] > 0 else "▼"
    view = reading.asking(quarter=name)
    return Insight(
        f"{'Strongest' if gaps[name] > 0 else 'Weakest'} quarter", name, f"{arrow} {percent(abs(gaps[name]), 0)}",
        gaps[name] > 0, words, f"{name} alone", view,
    )  # fmt: skip


def _insight(kind: str, name: str, figure: str, words: Sequence[str], reading: Reading, shown: Metric) -> Insight:
    view = reading.asking(metric=shown.name)
    return Insight(kind, name, figure, None, words, f"{shown.label} by {reading.by.noun}", view)


def _parts(shown: Metric, facts: Facts, column: str) -> dict[str, float]:
    sums = shown.by(facts.now, [column])
    whole = sums.sum()
    return {str(name): float(value / whole) for name, value in sums.items()} if whole > 0 else {}


def _gap(sold: "pd.Series[float]", name: str) -> float:
    others = float(sold.drop(name).median())
    return float(sold[name]) / others - 1 if others > 0 else 0


def _interval(rows: pd.DataFrame) -> tuple[float, float]:
    sums = rows[[RETURNED, TRACKED]].dropna().sum()
    return wilson(float(sums[RETURNED]), float(sums[TRACKED]))


def _low(rows: pd.DataFrame) -> float:
    return _interval(rows)[0]


def _high(rows: pd.DataFrame) -> float:
    return _interval(rows)[1]


def _others(reading: Reading) -> str:
    return next(known.plural for known in FILTERS if known.key == reading.by.key)
