"""The stages of a funnel and what is lost between them, as a chart card's content."""

import math
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
from analytics.numbers import exact_count, percent
from analytics.wording import listed
from layouts.figures.stages import Stage, stages
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin


class Rate(StrEnum):
    """What a stage's rate is a share of."""

    START = "start"
    PREVIOUS = "previous"


def funnel_card(rows: pd.DataFrame, rate: Rate, start: str, drawing: Drawing) -> dict[str, object]:
    """Bars for the stages of `rows` (stage, visitors); a stage `start` is what shares are of, those before it faded."""
    table = funnel(rows, start)
    worst = largest_drop(table)
    begin = start if start in set(table[STAGE]) else ""
    first = begin or (str(table[STAGE].iloc[0]) if len(table) else "the start")
    drawn = [_stage(place, table, rate, worst.place if worst else 0, begin, drawing) for place in range(len(table))]
    share = f"share of {first}" if rate is Rate.START else "share of the stage before"
    subject = f"People at each stage, {share}; a click on a stage measures from there"
    return {
        "head": head(funnel_finding(table), subject),
        "figure": stages(drawn, colours=drawing.colours),
        "note": _note(rows, table),
        "twin": _twin(table, subject, drawing),
    }


def _stage(place: int, table: pd.DataFrame, rate: Rate, worst: int, start: str, drawing: Drawing) -> Stage:
    row = table.iloc[place]
    after = float(table[LOSS].iloc[place + 1]) if place + 1 < len(table) else math.nan
    own = float(row[OF_START] if rate is Rate.START else row[OF_PREVIOUS])
    begin = int(table.index[table[STAGE] == start][0]) if start else 0
    return Stage(
        name=str(row[STAGE]),
        reached=float(row[VISITORS]),
        reached_text=exact_count(float(row[VISITORS]), drawing.currency),
        rate_text="" if math.isnan(own) or place < begin else percent(own),
        hover=_hover(row, drawing),
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


def _hover(row: "pd.Series[float]", drawing: Drawing) -> str:
    told = [f"<b>{exact_count(float(row[VISITORS]), drawing.currency)}</b> {escape(str(row[STAGE]))}"]
    if not math.isnan(row[OF_PREVIOUS]):
        told.append(f"{percent(row[OF_PREVIOUS])} of the stage before{_interval(row)}")
        told.append(f"{percent(row[OF_START])} of the start")
        told.append(f"{exact_count(float(row[LOST]), drawing.currency)} leave before")
    return "<br>".join(told)


def _interval(row: "pd.Series[float]") -> str:
    return "" if math.isnan(row[LOW]) else f" (95 %: {percent(row[LOW], 2)} to {percent(row[HIGH], 2)})"


def _note(rows: pd.DataFrame, table: pd.DataFrame) -> str:
    said = ["".join(through(table))]
    if apart := disagreeing(rows):
        said.append(f"The file's own rate disagrees with its counts at {listed(apart)}.")
    return " ".join(part for part in said if part)


def _twin(table: pd.DataFrame, subject: str, drawing: Drawing) -> dict[str, object]:
    shares = {OF_START: "Share of the start", OF_PREVIOUS: "Share of the stage before", LOSS: "Lost before"}
    columns = [Column("Stage"), Column("People", "count"), *(Column(name, "percent", "%") for name in shares.values())]
    rows = [
        [str(row[STAGE]), float(row[VISITORS]), *(_cell(float(row[name])) for name in shares)]
        for _, row in table.iterrows()
    ]
    return twin(drawing, subject, None, columns, rows)


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else value
