"""The stages of a funnel and what is lost between them, as a chart card's content."""

import math
from collections.abc import Sequence
from enum import StrEnum

import pandas as pd

from analytics.funnel import (
    HIGH,
    LOSS,
    LOST,
    LOW,
    OF_PREVIOUS,
    OF_START,
    STAGE,
    VISITORS,
    disagreeing,
    funnel,
    funnel_finding,
    largest_drop,
    through,
)
from analytics.intervals import between
from analytics.numbers import exact_count, percent
from analytics.wording import listed
from layouts.figures.stages import Stage, stages
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.reported import reported
from layouts.ui.twin import Column, twin


class Rate(StrEnum):
    """What a stage's rate is a share of; else it is of those at a stage, given by its name."""

    START = "start"
    PREVIOUS = "previous"


def funnel_card(rows: pd.DataFrame, rate: str, drawing: Drawing) -> dict[str, object]:
    """Bars for the stages of `rows` (stage, visitors), with their rates; before a stage that is chosen they fade."""
    table = funnel(rows, rate)
    names = [str(name) for name in table[STAGE]]
    worst, begin = largest_drop(table), names.index(rate) if rate in names else 0
    drawn = [_stage(place, table, rate, worst.place if worst else 0, begin, drawing) for place in range(len(table))]
    subject = f"People, share of {'the stage before' if rate == Rate.PREVIOUS else names[begin]}"
    return {
        "head": head(funnel_finding(table), subject),
        "figure": stages(drawn, colours=drawing.colours),
        "note": _note(rows),
        "twin": _twin(table, names[begin] if begin else "the start", subject, drawing),
    }


def offered(chosen: str, names: Sequence[str] = ()) -> dict[str, str]:
    """What shares may be of, in words: the first of the stages `names`, the stage before, the others, the `chosen`."""
    start = {Rate.START.value: names[0] if names else "The start", Rate.PREVIOUS.value: "Stage before"}
    return {**start, **{name: name for name in names[1:-1]}, **({} if chosen in start else {chosen: chosen})}


def _stage(place: int, table: pd.DataFrame, rate: str, worst: int, begin: int, drawing: Drawing) -> Stage:
    row = table.iloc[place]
    after = float(table[LOSS].iloc[place + 1]) if place + 1 < len(table) else math.nan
    own = float(row[OF_PREVIOUS] if rate == Rate.PREVIOUS else row[OF_START])
    return Stage(
        name=str(row[STAGE]),
        reached=float(row[VISITORS]),
        reached_text=exact_count(float(row[VISITORS]), drawing.currency),
        rate_text="" if math.isnan(own) or place < begin else percent(own),
        hover=_hover(row, str(table[STAGE].iloc[begin]) if place >= begin else "", drawing),
        loss=_loss(after, worst=place + 1 == worst),
        worst=place + 1 == worst,
        faded=place < begin,
    )


def _loss(share: float, *, worst: bool) -> str:
    if math.isnan(share) or share == 0:
        return ""
    if share < 0:
        return f"▲ {percent(-share)} more than before"
    return f"▼ {percent(share)} leave{', the largest drop' if worst else ''}"


def _hover(row: "pd.Series[float]", start: str, drawing: Drawing) -> str:
    told = [f"<b>{exact_count(float(row[VISITORS]), drawing.currency)}</b> {escape(str(row[STAGE]))}"]
    if not math.isnan(row[OF_PREVIOUS]):
        sure = "" if math.isnan(row[LOW]) else f" ({between(percent(row[LOW], 2), percent(row[HIGH], 2))})"
        told.append(f"{percent(row[OF_PREVIOUS])} of the stage before{sure}")
        told += [f"{percent(row[OF_START])} of {escape(start)}"] if start else []
        told.append(f"{exact_count(float(row[LOST]), drawing.currency)} leave before")
    return "<br>".join(told)


def _note(rows: pd.DataFrame) -> str:
    said = ["".join(through(funnel(rows)))]
    if apart := disagreeing(rows):
        said.append(f"The file's own rate disagrees with its counts at {listed(apart)}.")
    return " ".join(part for part in said if part)


def _twin(table: pd.DataFrame, start: str, subject: str, drawing: Drawing) -> dict[str, object]:
    shares = {OF_START: f"Share of {start}", OF_PREVIOUS: "Share of the stage before", LOSS: "Lost before"}
    columns = [Column("Stage"), Column("People", "count"), *(Column(name, "percent", "%") for name in shares.values())]
    rows = [
        [str(row[STAGE]), float(row[VISITORS]), *(reported(row[name]) for name in shares)]
        for _, row in table.iterrows()
    ]
    return twin(drawing, subject, None, columns, rows)
