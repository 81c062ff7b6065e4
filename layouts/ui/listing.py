"""How a table that is sorted and paged by its links is asked for: its choices, its hidden controls, its links."""

from collections.abc import Container

from analytics.choices import Choice, Matching
from analytics.view import View
from layouts.ui.campaign_table import Listing

SORT, ORDER, ROWS_PAGE = "sort", "order", "page"
DESCENDING, ASCENDING = "descending", "ascending"


def listing_choices(columns: Container[str], by: str) -> tuple[Choice, ...]:
    """What a reader may choose of such a table, which is sorted `by` a column, largest first, until then."""
    return (
        Choice(SORT, columns, (by,)),
        Choice(ORDER, (DESCENDING, ASCENDING), (DESCENDING,)),
        Choice(ROWS_PAGE, Matching(r"[1-9]\d{0,5}"), ("1",)),
    )


def hidden(view: View) -> dict[str, str]:
    """The values that its links choose, for the controls that hold them out of sight."""
    return {key: view.one(key) for key in (SORT, ORDER, ROWS_PAGE)}


def listing(view: View, path: str, text: str = "") -> Listing:
    """How a view of the page at a path asks for the table, and for the rows with a text."""

    def link(to: Listing) -> str:
        order = ASCENDING if to.ascending else DESCENDING
        return f"{path}?{view.but(**{SORT: to.by, ORDER: order, ROWS_PAGE: str(to.page)})}"

    return Listing(view.one(SORT), view.one(ORDER) == ASCENDING, int(view.one(ROWS_PAGE)), text, link)
