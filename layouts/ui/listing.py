"""Tables that their links sort and page: what may be chosen, how one is asked for, and the page that is shown."""

import math
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

import pandas as pd
from dash.development.base_component import Component

from analytics.choices import Choice, Matching
from analytics.numbers import exact_count
from analytics.view import View
from layouts.ui.table import Heading, Sorted
from layouts.ui.table_card import foot

SORT, ORDER, ROWS_PAGE = "sort", "order", "page"
DESCENDING, ASCENDING = "descending", "ascending"
PAGE_ROWS = 10


@dataclass(frozen=True)
class Listing:
    """How the table is asked for: sorted by a column, which page of it, the text sought, and the link of others."""

    by: str
    ascending: bool
    page: int
    text: str
    link: Callable[["Listing"], str]

    def sorted(self, column: str) -> Sorted:
        """How it is sorted by a column, empty where it is not."""
        return ("ascending" if self.ascending else "descending") if column == self.by else ""

    def heading(self, column: str, label: str, *, words: bool, help_: str | None = None) -> Heading:
        """A heading that sorts by a column of words or of numbers."""
        return Heading(label, self._sorting(column, words), self.sorted(column), number=not words, help=help_)

    def shown(self, whole: pd.DataFrame, currency: str) -> tuple[pd.DataFrame, Component]:
        """The rows of the page that is asked for, those of the last one where there are fewer, and what stands below.

        `whole` has at least one row.
        """
        pages = math.ceil(len(whole) / PAGE_ROWS)
        page = min(self.page, pages)
        first = (page - 1) * PAGE_ROWS
        rows = whole.iloc[first : first + PAGE_ROWS]
        steps = [(words, to) for words, to in (("← Previous", page - 1), ("Next →", page + 1)) if 1 <= to <= pages]
        return rows, foot(first + 1, first + len(rows), exact_count(len(whole), currency), steps, self._turned)

    def _sorting(self, column: str, words: bool) -> str:
        """The link that sorts: words from A, numbers from the largest, the other way the second time."""
        ascending = not self.ascending if column == self.by else words
        return self.link(replace(self, by=column, ascending=ascending, page=1))

    def _turned(self, page: int) -> str:
        return self.link(replace(self, page=page))


def listing_choices(columns: Container[str], by: str = "") -> tuple[Choice, ...]:
    """What a reader may choose of such a table, which is sorted `by` a column, largest first, until then."""
    return (
        Choice(SORT, columns, (by,) if by else ()),
        Choice(ORDER, (DESCENDING, ASCENDING), (DESCENDING,)),
        Choice(ROWS_PAGE, Matching(r"[1-9]\d{0,5}"), ("1",)),
    )


def hidden(view: View) -> dict[str, str]:
    """The values that its links choose, for the controls that hold them out of sight."""
    return {key: view.one(key) for key in (SORT, ORDER, ROWS_PAGE)}


def listing(view: View, path: str, text: str = "", by: str = "") -> Listing:
    """How a view of the page at a path asks for the table, and for the rows with a text.

    Where the view chooses no column it is sorted `by` one, and a link to that leaves it unchosen.
    """

    def link(to: Listing) -> str:
        order, column = ASCENDING if to.ascending else DESCENDING, "" if to.by == by else to.by
        return f"{path}?{view.but(**{SORT: column, ORDER: order, ROWS_PAGE: str(to.page)})}"

    return Listing(view.one(SORT) or by, view.one(ORDER) == ASCENDING, int(view.one(ROWS_PAGE)), text, link)
