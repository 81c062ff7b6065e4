"""What calling leads from the highest score down is expected to earn, and how many calls earn most."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.scores import THRESHOLD, Column, Numbers, ScoresError, Tally, scores, tally

CALLED, WINS, PROFIT, PRO_RATA = "called", "wins", "profit", "pro_rata"
RESAMPLES, SEED = 500, 0
MIDDLE_95 = (2.5, 97.5)
Ends = tuple[float, float]
# So many groups that joining neighbours moves an interval by less than drawing does, and few enough to draw at once.
MOST_GROUPS = 2000


@dataclass(frozen=True)
class Profit:
    """The profit of calling the top N, and the N that earns most; in the currency of a win and a call.

    `curve`: a row per cutoff, `called` (N), `threshold` (the score called down to), `wins`, `profit`, `pro_rata`;
    between two rows wins and profit lie on the straight line, since leads of one score are called pro rata.
    `called`, `threshold`, `wins`, `profit`, `pro_rata`: the best of its rows, of several the one with fewest calls.
    `low` to `high`: 95 % of resampled sets of leads earn this when their own top N is called. `called_low` to
    `called_high`: 95 % of them earn most with that many calls; far apart, the curve is flat around its best.
    `pro_rata` says that the capacity ends among leads of one score, so that which of them are called is open; `wins`
    is then what calling any of them gives on average.
    """

    curve: pd.DataFrame
    called: int
    threshold: float
    wins: float
    profit: float
    pro_rata: bool
    low: float
    high: float
    called_low: float
    called_high: float


@dataclass(frozen=True)
class _Terms:
    win: float
    call: float
    capacity: float

    def profit(self, called: Numbers, wins: Numbers) -> Numbers:
        return wins * self.win - called * self.call


def expected_profit(
    actual: Column,
    score: Column,
    *,
    win: float,
    call: float,
    capacity: float | None = None,
    weight: Column | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Profit:
    """profit = wins · win − called · call at each cutoff from nobody to everybody, or to as many as `capacity` allows.

    `win` is what a buyer brings before the cost of the call, `call` what calling a lead costs, `capacity` how many
    leads can be called. The intervals are percentiles of `resamples` multinomial samples of as many leads, drawn with
    `seed`, so the same leads give the same interval (the bootstrap, Efron 1979); of more than 2,000 distinct scores,
    neighbours are drawn together. The best is chosen on the same leads, so new ones earn a little less. Raises
    ScoresError as `scores` does, for a win or call that is no amount from 0, and for a capacity that is no whole
    number from 0.
    """
    terms = _terms(win, call, math.inf if capacity is None else capacity)
    counted = tally(scores(actual, score, weight))
    curve = _curve(counted, terms)
    best = curve.iloc[int(np.argmax(curve[PROFIT]))]
    drawn = np.array([_outcome(sample, terms, best[CALLED]) for sample in _samples(_joined(counted), resamples, seed)])
    (low, called_low), (high, called_high) = np.percentile(drawn, MIDDLE_95, axis=0).tolist()
    return _profit(curve, best, (low, high), (called_low, called_high))


def _profit(curve: pd.DataFrame, best: "pd.Series[float]", earns: Ends, calls: Ends) -> Profit:
    kinds = {CALLED: int, THRESHOLD: float, WINS: float, PROFIT: float, PRO_RATA: bool}
    named: dict[str, Any] = {name: kind(best[name]) for name, kind in kinds.items()}
    return Profit(curve, **named, low=earns[0], high=earns[1], called_low=calls[0], called_high=calls[1])


def _terms(win: float, call: float, capacity: float) -> _Terms:
    for name, amount in (("win", win), ("call", call)):
        if not 0 <= amount < math.inf:
            raise ScoresError(name, "an amount from 0", f"{amount:g}")
    if not capacity >= 0 or (capacity < math.inf and capacity % 1):
        raise ScoresError("capacity", "a whole number from 0", f"{capacity:g}")
    return _Terms(win, call, capacity)


def _curve(counted: Tally, terms: _Terms) -> pd.DataFrame:
    called = np.unique(np.minimum(counted.called, terms.capacity))
    threshold, wins = counted.at(called)
    columns = {CALLED: called.astype(np.int64), THRESHOLD: threshold, WINS: wins, PROFIT: terms.profit(called, wins)}
    return pd.DataFrame(columns | {PRO_RATA: ~np.isin(called, counted.called)})


def _joined(counted: Tally) -> Tally:
    if counted.score.size <= MOST_GROUPS:
        return counted
    starts = np.linspace(0, counted.score.size, MOST_GROUPS, endpoint=False).astype(int)
    return Tally(counted.score[starts], *(np.add.reduceat(leads, starts) for leads in (counted.buyers, counted.others)))


def _samples(counted: Tally, resamples: int, seed: int) -> Iterator[Tally]:
    generator = np.random.default_rng(seed)
    leads = np.concatenate([counted.buyers, counted.others])
    total, groups = int(leads.sum()), counted.score.size
    for _ in range(resamples):
        drawn = generator.multinomial(total, leads / total).astype(float)
        yield Tally(counted.score, drawn[:groups], drawn[groups:])


def _outcome(sample: Tally, terms: _Terms, called: float) -> tuple[float, float]:
    ends, won = sample.called, sample.won
    cutoffs = np.minimum(ends, terms.capacity)
    best = cutoffs[np.argmax(terms.profit(cutoffs, np.interp(cutoffs, ends, won)))]
    return float(terms.profit(np.array([called]), np.interp([called], ends, won))[0]), float(best)
