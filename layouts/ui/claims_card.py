"""What ad platforms claim beside what was recorded, as a chart card's content."""

from collections.abc import Hashable, Sequence

import pandas as pd

from analytics.claims import CLAIMED, DAYS, FACTOR, RECORDED, Claims, claims_finding
from analytics.figure import TIMES
from analytics.metric import Metric
from analytics.numbers import day, decimal, exact_count
from analytics.periods import Period, month_end
from analytics.trend import START, Grain, points
from analytics.wording import listed, lower, period_name
from layouts.figures.panels import Panel, panels
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.reported import reported
from layouts.ui.twin import DATE, Cell, Column, twin, value_column

QUESTION = "Do the platforms claim more than was recorded?"


def claims_card(found: Claims, shown: Metric, drawing: Drawing, days: Period) -> dict[str, object]:
    """A panel for each platform: what it claims over time, what its channels record, and how many times that it is."""
    if found.rows.empty:
        return uncompared(f"{_strangers(found)}No day and channel is in both tables in this view.")
    names = [str(name) for name in found.rows.index]
    caption = f"{shown.label} by {found.grain} and platform"
    sums = {name: drawing.written(shown, float(found.rows[name].sum())) for name in (CLAIMED, RECORDED)}
    keys = [Key("Claimed", str(sums[CLAIMED]), "line", "accent"), Key("Recorded", str(sums[RECORDED]), "line", "ink")]
    return {
        "head": head(claims_finding(found, shown.label), f"{caption}, and claimed ÷ recorded", keys),
        "figure": panels(
            [_panel(name, found, shown, drawing) for name in names],
            colours=drawing.colours,
            unit=shown.unit,
            currency=drawing.currency,
            grain=found.grain,
        ),
        "note": _note(found, shown, drawing),
        "twin": _twin(found, names, shown, drawing, days),
    }


def _twin(found: Claims, names: Sequence[str], shown: Metric, drawing: Drawing, days: Period) -> dict[str, object]:
    starting = Column("Month starting" if found.grain is Grain.MONTH else "Day", DATE)
    amounts = [value_column(f"{shown.label} {name}", shown.unit, drawing.currency) for name in (CLAIMED, RECORDED)]
    columns = [Column("Platform"), starting, *amounts, Column("Claimed for each recorded", "x", "x")]
    rows: list[list[Cell]] = [
        [name, str(start)[:10], *(reported(row[column]) for column in (CLAIMED, RECORDED, FACTOR, DAYS))]
        for name in names
        for start, row in found.parts.loc[name].iterrows()
    ]
    title = f"{shown.label} by {found.grain} and platform, claimed beside recorded"
    return twin(drawing, title, days, [*columns, Column("Days", "count")], rows)


def uncompared(why: str) -> dict[str, object]:
    """The card where claimed and recorded cannot be set against each other."""
    note = empty("Nothing to compare", why)
    return {"head": head(QUESTION, "Claimed beside recorded"), "figure": BLANK, "note": note, "twin": None}


def _panel(name: str, found: Claims, shown: Metric, drawing: Drawing) -> Panel:
    parts = found.parts.loc[name]
    starts = points(Period(parts.index[0].date(), parts.index[-1].date()), found.grain)[START]
    parts = parts.reindex(starts)
    claimed, recorded, factor = (float(found.rows[column].to_dict()[name]) for column in (CLAIMED, RECORDED, FACTOR))
    words = f"{drawing.written(shown, claimed)} ÷ {drawing.written(shown, recorded)}"
    return Panel(
        name,
        str(decimal(factor, 2, TIMES)),
        words,
        [start.date() for start in starts],
        [reported(value) for value in parts[CLAIMED]],
        [reported(value) for value in parts[RECORDED]],
        [_hover(start, row, name, found, shown, drawing) for start, row in parts.iterrows()],
    )


def _hover(start: Hashable, row: "pd.Series[float]", name: str, found: Claims, shown: Metric, drawing: Drawing) -> str:
    at = pd.Timestamp(str(start)).date()
    when = day(at) if found.grain is Grain.DAY else period_name(Period(at, month_end(at)))
    claimed, recorded = (drawing.written(shown, row[column]) for column in (CLAIMED, RECORDED))
    told = [f"<b>{claimed}</b> claimed by {escape(name)}"]
    told.append(f"<b>{recorded}</b> recorded for {escape(listed(found.channels[name]))}")
    days = f", over {_days(row[DAYS], drawing)}" if found.grain is Grain.MONTH else ""
    return "<br>".join([*told, f"{decimal(row[FACTOR], 2, TIMES)}, {when}{days}"])


def _note(found: Claims, shown: Metric, drawing: Drawing) -> str:
    channels = {channel for own in found.channels.values() for channel in own}
    served = "channel" if len(channels) == 1 else "channels"
    days = _days(found.days, drawing)
    said = [f"Over {days} and {len(channels)} {served} for which both report {lower(shown.label)}."]
    said += [f"{name} is set against {listed(own)}." for name, own in found.channels.items() if own != (name,)]
    return " ".join([*said, _strangers(found)]).strip()


def _days(count: float, drawing: Drawing) -> str:
    return f"{exact_count(count, drawing.currency)} {'day' if count == 1 else 'days'}"


def _strangers(found: Claims) -> str:
    if not found.strangers:
        return ""
    verb = "matches" if len(found.strangers) == 1 else "match"
    return f"{listed(found.strangers)} {verb} no channel. "
