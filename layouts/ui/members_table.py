"""The members of a dimension with every metric of a page, as a table card's content."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.wording import period_name
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.listing import Listing
from layouts.ui.table import Content, Heading, Row, bar, table, written
from layouts.ui.twin import Cell, Column, twin, value_column

MEMBER = "member"
UNREPORTED, TOTAL = "Not reported", "Total"


@dataclass(frozen=True)
class Members:
    """The members of a dimension, each called a `noun`, and the metrics that are listed of them."""

    metrics: Sequence[Metric]
    facts: Facts
    dimension: str
    noun: str

    @property
    def title(self) -> str:
        """The title of their table."""
        return f"Every figure by {self.noun}"

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows in view, each with its member in words."""
        names = self.facts.now[self.dimension]
        return self.facts.now.assign(**{MEMBER: names.astype(object).where(names.notna(), UNREPORTED)})

    @cached_property
    def silent(self) -> Sequence[Metric]:
        """The metrics that no row reports what they are made of."""
        reported = {name for name in self.facts.now if self.facts.now[name].notna().any()}
        return [known for known in self.metrics if not reported.issuperset(known.measures)]

    def told(self, by: str) -> "Members":
        """The same with the metrics that are reported, and the one they are sorted by."""
        silent = [known.name for known in self.silent if known.name != by]
        return replace(self, metrics=[known for known in self.metrics if known.name not in silent])

    def arranged(self, listing: Listing) -> pd.DataFrame:
        """The value of each metric by member, in order: members without one last, equals by name."""
        ascending = listing.ascending or listing.by != MEMBER
        values = pd.DataFrame({known.name: known.by(self.rows, [MEMBER]) for known in self.metrics})
        values = values.sort_index(key=lambda names: names.str.casefold(), ascending=ascending)
        if listing.by == MEMBER:
            return values
        return values.sort_values(listing.by, ascending=listing.ascending, kind="stable", na_position="last")


def members_file(members: Members, listing: Listing, drawing: Drawing) -> dict[str, object]:
    """All members, as they are sorted, and the totals, as the twin of a file."""
    return _twin(members, members.arranged(listing), drawing)


def members_table(members: Members, listing: Listing, drawing: Drawing) -> dict[str, object]:
    """A row a member, a page of them, and the totals of all: a ratio there is one of sums over all the rows.

    What nobody reports has a column in the file, not in the table.
    """
    whole = members.arranged(listing)
    shown, below = listing.shown(whole, drawing.currency)
    period = period_name(members.facts.period)
    told = members.told(listing.by)
    totals = [
        TOTAL,
        *_cells(told.metrics, [known.value(told.rows) for known in told.metrics], told.rows, drawing),
    ]
    drawn = table(told.title, _headings(told, listing, drawing), _rows(told, shown, whole, listing, drawing), totals)
    caption = f"{period}; the total is computed from all rows, not from the rows above it{_unreported(members)}"
    return {
        "head": head(members.title, caption),
        "rows": [drawn, below] if len(shown) < len(whole) else drawn,
        "twin": _twin(members, shown, drawing),
    }


def _unreported(members: Members) -> str:
    names = [known.label for known in members.silent]
    return f". Not reported: {', '.join(names)}" if names else ""


def _headings(members: Members, listing: Listing, drawing: Drawing) -> list[Heading]:
    figures = [listing.heading(one.name, drawing.named(one), words=False, help_=one.help) for one in members.metrics]
    return [listing.heading(MEMBER, members.noun.capitalize(), words=True), *figures]


def _rows(members: Members, shown: pd.DataFrame, whole: pd.DataFrame, listing: Listing, drawing: Drawing) -> list[Row]:
    bars = [0.0] * len(shown)
    if listing.by != MEMBER:
        bars = [bar(value, whole[listing.by].max()) for value in shown[listing.by]]
    lines = shown[[known.name for known in members.metrics]].to_numpy(float)
    return [
        Row(
            str(name), "", _cells(members.metrics, line, members.rows[members.rows[MEMBER] == name], drawing), bar=share
        )
        for name, line, share in zip(shown.index, lines, bars, strict=True)
    ]


def _cells(metrics: Sequence[Metric], line: Iterable[float], rows: pd.DataFrame, drawing: Drawing) -> list[Content]:
    return [written(known, value, rows, drawing) for known, value in zip(metrics, line, strict=True)]


def _twin(members: Members, values: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    columns = [value_column(drawing.named(one), one.unit, drawing.currency) for one in members.metrics]
    lines = [[str(name), *map(_plain, line)] for name, line in zip(values.index, values.to_numpy(float), strict=True)]
    total = [TOTAL, *(_plain(one.value(members.facts.now)) for one in members.metrics)]
    heading = Column(members.noun.capitalize())
    return twin(drawing, members.title, members.facts.period, [heading, *columns], [*lines, total])


def _plain(value: float) -> Cell:
    return None if math.isnan(value) else float(value)
