"""The campaigns, as a table card's content."""

import math
from collections.abc import Hashable, Mapping

import pandas as pd

from analytics.campaigns import CHANNEL, KEYS, NAME, REGION, REVENUE, TYPE, arranged, campaigns, found
from analytics.concentration import carriers, verb
from analytics.metric import Metric
from analytics.metrics import METRICS, metric
from analytics.numbers import exact_count
from analytics.periods import Period
from analytics.wording import during
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.listing import Listing
from layouts.ui.notices import empty
from layouts.ui.table import Content, Heading, Row, bar, table, written
from layouts.ui.twin import Cell, Column, twin, value_column

NAMED = 2
WORDS = {NAME: "Campaign", CHANNEL: "Channel", TYPE: "Type"}
COLUMNS = (*WORDS, *(known.name for known in METRICS))


def campaign_file(rows: pd.DataFrame, listing: Listing, period: Period, drawing: Drawing) -> dict[str, object]:
    """All campaigns of `rows` that hold the text sought, as the twin of a file."""
    return _twin(_arranged(found(rows, listing.text), listing), period, drawing)


def campaign_table(rows: pd.DataFrame, listing: Listing, period: Period, drawing: Drawing) -> dict[str, object]:
    """The campaigns of `rows` that hold the text sought, a page of them, with the totals of all."""
    inside = found(rows, listing.text)
    whole = _arranged(inside, listing)
    subject = f"{_counted(whole, drawing)} {_sought(listing)}{during(period)}"
    if whole.empty:
        why = empty("No campaign found", f"No campaign, channel or type in view holds “{listing.text}”.")
        return {"head": head("Campaigns", subject), "rows": why, "twin": None}
    shown, below = listing.shown(whole, drawing.currency)
    return {
        "head": head(_title(whole, listing, drawing), subject),
        "rows": [
            table(
                "Campaigns", _headings(listing), _rows(shown, whole, inside, listing, drawing),
                _totals(inside, whole, drawing),
            ),
            below,
        ],
        "twin": _twin(shown, period, drawing),
    }  # fmt: skip


def _arranged(rows: pd.DataFrame, listing: Listing) -> pd.DataFrame:
    return arranged(campaigns(rows), listing.by, ascending=listing.ascending)


def _title(whole: pd.DataFrame, listing: Listing, drawing: Drawing) -> str:
    shown = metric(listing.by) if listing.by not in WORDS else metric(REVENUE)
    shown = metric(REVENUE) if shown.per else shown
    few = carriers(whole[shown.name], "campaigns", drawing.currency)
    return f"{few} {verb(few, 'make')} up half of {shown.label[0].lower()}{shown.label[1:]}" if few else "Campaigns"


def _counted(whole: pd.DataFrame, drawing: Drawing) -> str:
    return f"{exact_count(len(whole), drawing.currency)} campaign{'' if len(whole) == 1 else 's'}"


def _sought(listing: Listing) -> str:
    return f"with “{listing.text}” " if listing.text else ""


def _headings(listing: Listing) -> list[Heading]:
    labels = {**WORDS, **{known.name: known.label for known in METRICS}}
    helps = {known.name: known.help for known in METRICS}
    return [listing.heading(name, labels[name], words=name in WORDS, help_=helps.get(name)) for name in COLUMNS]


def _rows(
    shown: pd.DataFrame, whole: pd.DataFrame, inside: pd.DataFrame, listing: Listing, drawing: Drawing
) -> list[Row]:
    largest = 0.0 if listing.by in KEYS else whole[listing.by].max()
    return [_row(row, inside, listing, largest, drawing) for row in shown.astype(object).to_dict("records")]


def _row(
    row: Mapping[Hashable, object], inside: pd.DataFrame, listing: Listing, largest: float, drawing: Drawing
) -> Row:
    words = [str(row[name]) for name in (CHANNEL, TYPE)]
    own = inside[(inside[list(KEYS)] == [row[name] for name in KEYS]).all(axis=1)]
    cells: list[Content] = [*words, *(written(known, _number(row[known.name]), own, drawing) for known in METRICS)]
    colour = drawing.channels.get(words[0], drawing.colours.compare)
    below = ", ".join([words[0], *_regions(own)])
    return Row(str(row[NAME]), below, cells, colour, bar(_number(row[listing.by]), largest))


def _regions(rows: pd.DataFrame) -> list[str]:
    names = sorted(rows[REGION].dropna().unique())
    return names if len(names) <= NAMED else [f"{len(names)} regions"]


def _totals(rows: pd.DataFrame, whole: pd.DataFrame, drawing: Drawing) -> list[Content]:
    figures = [written(known, known.value(rows), rows, drawing) for known in METRICS]
    return [f"All {_counted(whole, drawing)}", "", "", *figures]


def _twin(whole: pd.DataFrame, period: Period, drawing: Drawing) -> dict[str, object]:
    columns = [*(Column(words) for words in WORDS.values()), *(_column(known, drawing) for known in METRICS)]
    values = whole[list(COLUMNS)].astype(object).where(whole[list(COLUMNS)].notna(), None)
    rows: list[list[Cell]] = values.to_numpy().tolist()
    return twin(drawing, "Campaigns", period, columns, rows)


def _column(known: Metric, drawing: Drawing) -> Column:
    return value_column(known.label, known.unit, drawing.currency)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else math.nan
