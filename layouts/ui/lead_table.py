"""The leads to call first, as a table card's content."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analytics.lead_ranks import LEAD
from analytics.leads import SCORE
from analytics.numbers import decimal, exact_count
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.notices import empty
from layouts.ui.table import Heading, Row, bar, table
from layouts.ui.table_card import foot
from layouts.ui.twin import Cell, Column, twin

PAGE_ROWS = 10
UNREPORTED = "not reported"
WORDS = {LEAD: "Lead", "company_size": "Company size", "industry": "Industry", "lead_source": "Source"}


@dataclass(frozen=True)
class Calls:
    """How many leads are called, which page of them is shown, and the link of another page."""

    count: int
    page: int
    link: Callable[[int], str]

    @property
    def pages(self) -> int:
        """How many pages they fill."""
        return math.ceil(self.count / PAGE_ROWS)

    @property
    def first(self) -> int:
        """The rank of the first lead on the page."""
        return (min(self.page, max(self.pages, 1)) - 1) * PAGE_ROWS + 1

    @property
    def last(self) -> int:
        """The rank of the last lead on the page."""
        return min(self.first + PAGE_ROWS - 1, self.count)


def lead_table(shown: pd.DataFrame, calls: Calls, reason: str, drawing: Drawing) -> dict[str, object]:
    """A page of the leads to call, which `shown` holds in order; `reason` says why so many."""
    count = exact_count(calls.count, drawing.currency)
    titles = head(f"The {count} leads to call first", f"By score, the highest first; equal scores by id. {reason}")
    if not calls.count:
        why = empty("Nobody to call", "With these amounts no call is expected to pay. Enter a number of calls.")
        return {"head": head("Leads to call first", reason), "rows": why, "twin": None}
    page = (calls.first - 1) // PAGE_ROWS + 1
    steps = [(words, to) for words, to in (("← Previous", page - 1), ("Next →", page + 1)) if 1 <= to <= calls.pages]
    rows = [_row(words, score) for words, score in zip(_words(shown), shown[SCORE], strict=True)]
    return {
        "head": titles,
        "rows": [
            table("Leads to call first", _headings(), rows, [f"{count} leads", "", "", "", ""]),
            foot(calls.first, calls.last, count, steps, calls.link),
        ],
        "twin": lead_file(shown, drawing),
    }


def lead_file(leads: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    """Leads in the order to call them, as the twin of a file."""
    columns = [*(Column(words) for words in WORDS.values()), Column("Score", "score")]
    lines: list[list[Cell]] = [[*words, float(score)] for words, score in zip(_words(leads), leads[SCORE], strict=True)]
    return twin(drawing, "Leads to call first", None, columns, lines)


def _row(words: list[str], score: float) -> Row:
    name, *others = words
    return Row(name, ", ".join(others), [*others, str(decimal(score, 4))], bar=bar(score, 1))


def _words(leads: pd.DataFrame) -> list[list[str]]:
    told = leads[list(WORDS)].astype(object)
    return [list(map(str, line)) for line in told.where(told.notna(), UNREPORTED).to_numpy()]


def _headings() -> list[Heading]:
    return [*(Heading(words, number=False) for words in WORDS.values()), Heading("Score", sorted="descending")]
