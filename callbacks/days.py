"""Which days are loaded of a page's tables."""

from collections.abc import Sequence

from analytics.periods import Period
from data.snapshot import Snapshot
from layouts.ui.page import Page


def days_of(snapshot: Snapshot, page: Page) -> Period | None:
    """The days that a page is about; None where it is not dated or none of its tables carries any."""
    return first_days(snapshot, page.tables) if page.dated else None


def first_days(snapshot: Snapshot, tables: Sequence[str]) -> Period | None:
    """The days of the first of these tables that carries some."""
    found = (snapshot.tables[name] for name in tables if name in snapshot.tables)
    days = (Period(facts.first_day, facts.newest_day) for facts in found if facts.first_day and facts.newest_day)
    return next(days, None)
