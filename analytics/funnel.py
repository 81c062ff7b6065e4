"""A funnel: how many reach each stage, and where they are lost."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.intervals import wilson
from analytics.numbers import percent
from analytics.wording import Strong, Words

STAGE, VISITORS, SUPPLIED = "stage", "visitors", "conversion_rate"
OF_START, OF_PREVIOUS, LOST, LOSS, LOW, HIGH = "of_start", "of_previous", "lost", "loss", "low", "high"
ROUNDING = 0.051
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


@dataclass(frozen=True)
class Drop:
    """Between two stages: what is lost, as a share of those who reached the one before."""

    before: str
    after: str
    place: int
    loss: float


def funnel(rows: pd.DataFrame, start: str = "") -> pd.DataFrame:
    """The stages in their order, with the rates of each.

    `rows` has STAGE and VISITORS (a count). OF_START is the share of the stage `start`, else of the first, who come
    here; OF_PREVIOUS that of the stage before, with its Wilson interval LOW to HIGH where it is a share; LOST and LOSS
    are those who do not come on, as a count and as a share. NaN where there is no stage before, or it has nobody.
    """
    stages = rows[[STAGE, VISITORS]].reset_index(drop=True)
    visitors = stages[VISITORS].astype(float)
    before = visitors.shift(1)
    chosen = visitors[stages[STAGE] == start]
    whole = float(chosen.iloc[0] if len(chosen) else visitors.iloc[0]) if len(visitors) else math.nan
    sure = [wilson(now, was) for now, was in zip(visitors, before, strict=True)]
    return stages.assign(
        **{
            OF_START: visitors / whole if whole else np.nan,
            OF_PREVIOUS: visitors / before.where(before > 0),
            LOST: before - visitors,
            LOSS: 1 - visitors / before.where(before > 0),
            LOW: [low for low, _ in sure],
            HIGH: [high for _, high in sure],
        }
    )


def largest_drop(stages: pd.DataFrame) -> Drop | None:
    """Where the largest share is lost; None where nothing is, or two are equal."""
    losses = stages[LOSS].dropna()
    losses = losses[losses > 0].sort_values(ascending=False)
    if losses.empty or (len(losses) > 1 and losses.iloc[0] == losses.iloc[1]):
        return None
    at = int(losses.index[0])
    return Drop(str(stages[STAGE][at - 1]), str(stages[STAGE][at]), at, float(losses.iloc[0]))


def funnel_finding(stages: pd.DataFrame) -> str:
    """The largest drop, said as a title; a question where there is none."""
    drop = largest_drop(stages)
    if drop is None:
        return "Where do people drop out?"
    which = "last" if drop.place == len(stages) - 1 else ORDINALS[drop.place - 1] if drop.place <= len(ORDINALS) else ""
    where = f"the {which}" if which else f"before {drop.after}"
    return f"The largest drop is {where}: {percent(drop.loss, 0)} never get past {drop.before}"


def through(stages: pd.DataFrame) -> Words:
    """How many come through to the end; empty where that is not known."""
    if len(stages) < 2 or math.isnan(stages[OF_START].iloc[-1]):
        return ()
    first, last = stages[STAGE].iloc[0], stages[STAGE].iloc[-1]
    rate = stages[VISITORS].iloc[-1] / stages[VISITORS].iloc[0]
    return (Strong(percent(rate)), f" of those at {first} come to {last}.")


def disagreeing(rows: pd.DataFrame) -> tuple[str, ...]:
    """The stages whose supplied rate (percent of the stage before) is not what their counts give, once rounded."""
    if SUPPLIED not in rows:
        return ()
    computed = 100 * funnel(rows)[OF_PREVIOUS]
    apart = (computed - rows[SUPPLIED].reset_index(drop=True).astype(float)).abs() > ROUNDING
    return tuple(str(stage) for stage in rows[STAGE].reset_index(drop=True)[apart])
