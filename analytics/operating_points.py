"""What a threshold does: leads called and not called, bought and not bought, and the rates they give."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.scores import (
    NO_BUYER,
    ONLY_BUYERS,
    REASON,
    THRESHOLD,
    Column,
    Numbers,
    rate,
    ratio,
    require,
    scores,
    summed,
    tally,
)

TP, FP, TN, FN = CELLS = ("tp", "fp", "tn", "fn")
MCC = "mcc"
NONE_CALLED = "no lead reaches this threshold"
NEEDS_ALL_FOUR = "needs leads called and not called, bought and not bought"
# A hundredth as it is read from a file: 35 / 100, where 35 * 0.01 is a little more.
THRESHOLDS = tuple(step / 100 for step in range(101))


@dataclass(frozen=True)
class Confusion:
    """Leads called (score ≥ threshold) and not called, by whether they bought."""

    tp: int
    fp: int
    tn: int
    fn: int


@dataclass(frozen=True)
class Rate:
    """A rate over cells of the confusion matrix; a cell named twice counts twice. `undefined` says why it may lack."""

    name: str
    part: tuple[str, ...]
    whole: tuple[str, ...]
    undefined: str = ""
    interval: bool = True


RATES = (
    Rate("accuracy", (TP, TN), CELLS),
    Rate("precision", (TP,), (TP, FP), NONE_CALLED),
    Rate("recall", (TP,), (TP, FN), NO_BUYER),
    Rate("specificity", (TN,), (TN, FP), ONLY_BUYERS),
    Rate("f1", (TP, TP), (TP, TP, FP, FN), f"{NO_BUYER} and {NONE_CALLED}", interval=False),
)


def confusion(actual: Column, score: Column, threshold: float, *, weight: Column | None = None) -> Confusion:
    """How many leads a threshold calls, and how many of these and of the others bought."""
    cells = _cells(actual, score, [threshold], weight)
    return Confusion(**{cell: int(counts[0]) for cell, counts in cells.items()})


def operating_points(
    actual: Column, score: Column, thresholds: Column = THRESHOLDS, *, weight: Column | None = None
) -> pd.DataFrame:
    """One row per threshold, in their order: `threshold`, `tp`, `fp`, `tn`, `fn` (counts of leads), and the rates.

    accuracy = (tp + tn) / n, precision = tp / (tp + fp), recall = tp / (tp + fn), specificity = tn / (tn + fp), each
    with its 95 % Wilson interval in `_low` and `_high`; f1 = 2 tp / (2 tp + fp + fn); mcc, Matthews' correlation,
    (tp tn − fp fn) / √((tp + fp)(tp + fn)(tn + fp)(tn + fn)). All are fractions; mcc is from −1 to 1. NaN where the
    denominator is 0; then `<rate>_reason` says why, and is empty elsewhere. Raises ScoresError as `scores` does, and
    for a threshold that is no number.
    """
    cells = _cells(actual, score, thresholds, weight)
    columns: dict[str, object] = {THRESHOLD: np.asarray(thresholds, dtype=float)}
    columns |= {cell: counts.astype(np.int64) for cell, counts in cells.items()}
    for of in RATES:
        columns |= _rate(of, cells)
    matthews = _mcc(**cells)
    return pd.DataFrame(columns | {MCC: matthews} | _reason(MCC, matthews, NEEDS_ALL_FOUR))


def _cells(actual: Column, score: Column, thresholds: Column, weight: Column | None) -> dict[str, Numbers]:
    limits, counted = np.asarray(thresholds, dtype=float), tally(scores(actual, score, weight))
    require(THRESHOLD, limits, ~np.isnan(limits), "a number")
    reached = np.searchsorted(-counted.score, -limits, side="right")
    called, wrongly = summed(counted.buyers), summed(counted.others)
    tp, fp = called[reached], wrongly[reached]
    return {TP: tp, FP: fp, TN: wrongly[-1] - fp, FN: called[-1] - tp}


def _rate(of: Rate, cells: dict[str, Numbers]) -> dict[str, Numbers | list[str]]:
    part = np.sum([cells[cell] for cell in of.part], axis=0)
    whole = np.sum([cells[cell] for cell in of.whole], axis=0)
    columns = rate(of.name, part, whole) if of.interval else {of.name: ratio(part, whole)}
    return columns | _reason(of.name, columns[of.name], of.undefined)


def _reason(name: str, values: Numbers, undefined: str) -> dict[str, list[str]]:
    return {f"{name}_{REASON}": [undefined if lacking else "" for lacking in np.isnan(values)]}


def _mcc(tp: Numbers, fp: Numbers, tn: Numbers, fn: Numbers) -> Numbers:
    return ratio(tp * tn - fp * fn, np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))
