"""What a rule tells of a few rows of two years."""

from collections.abc import Callable

from analytics.insight import Insight
from analytics.reading import Reading
from tests.analytics.frames import Row, facts, period, plain, reading, row

YEAR, BEFORE = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
Rule = Callable[[Reading], Insight | None]


def told(rule: Rule, *rows: Row) -> Insight | None:
    return rule(reading(facts(rows, YEAR, BEFORE)))


def said(rule: Rule, *rows: Row) -> tuple[str, ...]:
    """Kind, subject with figure, sentences, link and view of what a rule tells."""
    found = told(rule, *rows)
    assert found is not None
    return found.kind, plain(f"{found.subject} {found.figure}"), plain(found.words), found.link, str(found.view)


def day(channel: str, spend: float, revenue: float, date: str = "2024-12-05") -> Row:
    return row(date, channel, spend=spend, revenue=revenue)


def before(channel: str, spend: float, revenue: float) -> Row:
    return day(channel, spend, revenue, "2023-12-05")
