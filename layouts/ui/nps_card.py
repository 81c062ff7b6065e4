"""Promoters, passives and detractors of each member with their net promoter score, as a chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_metrics import CUSTOMERS, customer_metric
from analytics.figure import NO_BREAK
from analytics.nps import ANSWERS, DETRACTORS, PARTS, PROMOTERS, interval, points
from analytics.numbers import exact_count, percent
from analytics.ranking import NOW, RANKED, ranking
from analytics.reading import Dimension
from analytics.wording import listed
from layouts.figures.answers import Answers, answers
from layouts.figures.rows import Bar
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Cell, Column, twin

SCORE = customer_metric("nps")
NAMES = {part: f"{name.capitalize()}s" for name, part in PARTS.items()}
SHADES = {DETRACTORS: 1, PROMOTERS: 5}
MIDDLE = 0.5


def nps_card(
    facts: Facts, by: Dimension, drawing: Drawing, chosen: Sequence[str] = (), within: Sequence[str] = ()
) -> dict[str, object]:
    """A bar of answers for each member, the highest score first; with members `chosen` the others stay, faded.

    `within` are the NPS categories that the page is filtered by.
    """
    values = ranking(SCORE, facts, by.column)
    sums = facts.now.groupby(by.column, observed=True)[[*PARTS.values(), ANSWERS]].sum().reindex(values.index)
    thin = [str(name) for name in values.index[~values[RANKED]]]
    pale = {str(name) for name in values.index if chosen and name not in chosen} | set(thin)
    rows = [_row(str(name), one, drawing, str(name) in pale) for name, one in sums.iterrows()]
    shades = [_shade(part, drawing) for part in PARTS.values()]
    keys = [Key(NAMES[part], "", "square", shade) for part, shade in zip(PARTS.values(), shades, strict=True)]
    subject = f"Shares of answers by {by.noun}; NPS in points and its 95{NO_BREAK}% interval"
    return {
        "head": head(_title(facts, values), f"{subject}; select one to filter the page", keys),
        "figure": answers(rows, shades, colours=drawing.colours),
        "note": _note(facts, thin, within, drawing),
        "twin": _twin(sums, by, subject, drawing),
    }


def sure(sums: "pd.Series[float]") -> str:
    """The 95 % interval of a score in points; empty without answers."""
    low, high = interval(sums[PROMOTERS], sums[DETRACTORS], sums[ANSWERS])
    return "" if math.isnan(low) else f"{points(low)} to {points(high)}"


def _score(sums: "pd.Series[float]") -> float:
    return float((sums[PROMOTERS] - sums[DETRACTORS]) / sums[ANSWERS]) if sums[ANSWERS] else math.nan


def _shade(part: str, drawing: Drawing) -> str:
    return drawing.colours.diverging[SHADES[part]] if part in SHADES else drawing.colours.line


def _row(name: str, sums: "pd.Series[float]", drawing: Drawing, faded: bool) -> Answers:
    known, score = float(sums[ANSWERS]), points(_score(sums))
    shares = [float(sums[part]) / known for part in PARTS.values()] if known else []
    told = [f"{NAMES[part]} {percent(share)}" for part, share in zip(PARTS.values(), shares, strict=False)]
    first = f"<b>{score}</b> {escape(name)}" + (f" (95{NO_BREAK}%: {sure(sums)})" if known else "")
    hover = "<br>".join([first, *reversed(told), f"{exact_count(known, drawing.currency)} answers"])
    row = Bar(name, MIDDLE, drawing.colours.accent, score, change_text=sure(sums), hover=hover, faded=faded)
    return Answers(row, shares)


def _title(facts: Facts, values: pd.DataFrame) -> str:
    """The score of all, and the highest and the lowest of those that can be ranked."""
    whole, ranked = SCORE.value(facts.now), values.loc[values[RANKED], NOW]
    if math.isnan(whole):
        return "Nobody in view says whether they would recommend"
    if len(ranked) < 2 or ranked.iloc[0] == ranked.iloc[-1]:
        return f"NPS is {points(whole / 100)}"
    ends = [f"{points(ranked.iloc[place] / 100)} in {ranked.index[place]}" for place in (0, -1)]
    return f"NPS is {points(whole / 100)}: {ends[0]}, {ends[1]}"


def _note(facts: Facts, thin: Sequence[str], within: Sequence[str], drawing: Drawing) -> str:
    silent = float(facts.now[CUSTOMERS].sum() - facts.now[ANSWERS].sum())
    said = [f"Only {listed(within)} are in view, by the filter."] if within else []
    said += [f"{exact_count(silent, drawing.currency)} customers report no NPS category."] if silent else []
    said += [f"Fewer than {SCORE.fewest} answers: {listed(thin)}, pale and last."] if thin else []
    return " ".join(said)


def _twin(sums: pd.DataFrame, by: Dimension, subject: str, drawing: Drawing) -> dict[str, object]:
    counts = [*PARTS.values(), ANSWERS]
    names = [*(part.capitalize() for part in counts), "NPS", "NPS from", "NPS to"]
    rows: list[list[Cell]] = []
    for name, one in sums.iterrows():
        ends = (_score(one), *interval(one[PROMOTERS], one[DETRACTORS], one[ANSWERS]))
        cells = [None if math.isnan(end) else round(100 * end, 1) for end in ends]
        rows.append([str(name), *(float(one[part]) for part in counts), *cells])
    return twin(drawing, subject, None, [Column(by.noun.capitalize()), *(Column(one, "count") for one in names)], rows)
