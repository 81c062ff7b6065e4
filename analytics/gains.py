"""What calling the best leads first gains over calling at random."""

import numpy as np
import pandas as pd

from analytics.intervals import NORMAL_95
from analytics.scores import (
    HIGH,
    LOW,
    NO_BUYER,
    THRESHOLD,
    Column,
    Numbers,
    ScoresError,
    ratio,
    require,
    scores,
    tally,
)

CALLED, SHARE_CALLED, BUYERS, SHARE_BUYERS, LIFT = "called", "share_called", "buyers", "share_buyers", "lift"
# Beyond this many decimals a number of leads differs from a whole one by arithmetic alone: 0.1 · 3 of 10.
LEAD_DECIMALS = 6


def gains(actual: Column, score: Column, *, shares: Column | None = None, weight: Column | None = None) -> pd.DataFrame:
    """The leads called from the highest score down: one row per distinct score, or one for each of `shares` (0 to 1).

    `threshold`: the score called down to (inf: nobody); `called`, `buyers`: leads; `share_called`, `share_buyers`: of
    all leads, of all buyers; `lift` = share_buyers / share_called, with its 95 % interval in `lift_low`, `lift_high`.
    A share that cuts through leads of one score takes their buyers pro rata, so the order of rows says nothing.

    The interval is lift · exp(± z √v), v = 1/tp − 1/called − 1/buyers + 2 tp / (called · buyers) − 1/n: the delta
    method for the logarithm of a ratio of shares of one multinomial sample (Agresti 2013, section 16.1). NaN where
    nobody, or no buyer, is called. Raises ScoresError as `scores` does, where nobody bought, and for a share that is
    none.
    """
    given = scores(actual, score, weight)
    if given.undefined == NO_BUYER:
        raise ScoresError("gains", "leads who bought", NO_BUYER)
    counted = tally(given)
    total, bought = counted.called[-1], counted.won[-1]
    called = counted.called if shares is None else np.round(_shares(shares) * total, LEAD_DECIMALS)
    threshold, won = counted.at(called)
    shared = {SHARE_CALLED: called / total, SHARE_BUYERS: won / bought}
    columns = {THRESHOLD: threshold, CALLED: called, BUYERS: won} | shared
    return pd.DataFrame(columns | _lift(won, called, bought, total))


def _shares(shares: Column) -> Numbers:
    values = np.asarray(shares, dtype=float)
    require("shares", values, (values >= 0) & (values <= 1), "fractions from 0 to 1")
    return values


def _lift(won: Numbers, called: Numbers, bought: float, total: float) -> dict[str, Numbers]:
    lift = ratio(won * total, called * bought)
    variance = ratio(np.ones(len(won)), won) - ratio(np.ones(len(won)), called) - 1 / bought - 1 / total
    variance += 2 * ratio(won, called * bought)
    reach = NORMAL_95 * np.sqrt(np.maximum(variance, 0))
    return {LIFT: lift, f"{LIFT}_{LOW}": lift * np.exp(-reach), f"{LIFT}_{HIGH}": lift * np.exp(reach)}
