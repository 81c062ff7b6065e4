"""What ad platforms claim beside what was recorded, as a chart card's content."""

from analytics.claims import CLAIMED, DAYS, FACTOR, RECORDED, Claims, claims_finding
from analytics.figure import TIMES
from analytics.metric import Metric
from analytics.numbers import decimal, exact_count
from analytics.periods import Period
from analytics.wording import listed, lower
from layouts.figures.bars import ranking
from layouts.figures.rows import Bar
from layouts.figures.template import escape
from layouts.ui.chart_card import BLANK, Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.reported import reported
from layouts.ui.twin import Cell, Column, twin, value_column

QUESTION = "Do the platforms claim more than was recorded?"


def claims_card(found: Claims, shown: Metric, drawing: Drawing, days: Period) -> dict[str, object]:
    """A bar for what each platform claims, a tick for what its channels record, and how many times that it is."""
    if found.rows.empty:
        return uncompared(f"{_strangers(found)}No day and channel is in both tables in this view.")
    names = [str(name) for name in found.rows.index]
    subject = f"{shown.label} by platform, claimed beside recorded"
    sums = {name: drawing.written(shown, float(found.rows[name].sum())) for name in (CLAIMED, RECORDED)}
    keys = [Key("Claimed", str(sums[CLAIMED]), "square", "accent"), Key("Recorded", str(sums[RECORDED]), "tick", "ink")]
    amounts = [value_column(f"{shown.label} {name}", shown.unit, drawing.currency) for name in (CLAIMED, RECORDED)]
    rows: list[list[Cell]] = [
        [name, *(reported(found.rows[column][name]) for column in (CLAIMED, RECORDED, FACTOR, DAYS))] for name in names
    ]
    columns = [Column("Platform"), *amounts, Column("Claimed for each recorded", "x", "x"), Column("Days", "count")]
    return {
        "head": head(claims_finding(found, shown.label), f"{subject}, and claimed ÷ recorded", keys),
        "figure": ranking([_bar(name, found, shown, drawing) for name in names], colours=drawing.colours),
        "note": _note(found, shown, drawing),
        "twin": twin(drawing, subject, days, columns, rows),
    }


def uncompared(why: str) -> dict[str, object]:
    """The card where claimed and recorded cannot be set against each other."""
    note = empty("Nothing to compare", why)
    return {"head": head(QUESTION, "Claimed beside recorded"), "figure": BLANK, "note": note, "twin": None}


def _bar(name: str, found: Claims, shown: Metric, drawing: Drawing) -> Bar:
    row = {column: float(found.rows.at[name, column]) for column in found.rows}  # type: ignore[arg-type]
    claimed, recorded = (drawing.written(shown, row[column]) for column in (CLAIMED, RECORDED))
    factor = str(decimal(row[FACTOR], 2, TIMES))
    told = [f"<b>{claimed}</b> claimed by {escape(name)}"]
    told.append(f"<b>{recorded}</b> recorded for {escape(listed(found.channels[name]))}")
    return Bar(
        name=name,
        value=row[CLAIMED],
        colour=drawing.colours.accent,
        value_text=str(claimed),
        before=row[RECORDED],
        change_text=factor,
        hover="<br>".join([*told, f"{factor}, over {_days(row[DAYS], drawing)}"]),
    )


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
