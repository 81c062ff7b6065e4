"""The quarters of a year, calendar or fiscal: their days, their names, a metric in each, and which are loaded."""

import pandas as pd

from analytics.comparison import between
from analytics.metric import Metric
from analytics.numbers import MONTHS
from analytics.periods import Period, month_end, month_start

QUARTERS = (1, 2, 3, 4)
MONTHS_EACH = 3


def quarters(year: Period) -> dict[int, Period]:
    """The four quarters of the twelve months from the first day of a year, by their number."""
    starts = {number: month_start(year.start, MONTHS_EACH * (number - 1)) for number in QUARTERS}
    return {number: Period(start, month_end(month_start(start, MONTHS_EACH - 1))) for number, start in starts.items()}


def quarter_name(year: Period, number: int) -> str:
    """Q1 2024; of a fiscal year, which is named for the calendar year it ends in: Q1 FY25 (Apr–Jun)."""
    if year.start.month == 1:
        return f"Q{number} {year.start.year}"
    days = quarters(year)[number]
    months = f"{MONTHS[days.start.month - 1]}–{MONTHS[days.end.month - 1]}"
    return f"Q{number} FY{year.end.year % 100:02} ({months})"


def year_name(year: Period) -> str:
    """Calendar year 2024, or FY 2024-25."""
    if year.start.month == 1:
        return f"calendar year {year.start.year}"
    return f"FY {year.start.year}-{year.end.year % 100:02}"


def quarterly(metric: Metric, rows: pd.DataFrame, dimension: str, year: Period) -> pd.DataFrame:
    """A metric per member (index, sorted) and quarter (columns 1 to 4) of a year."""
    members = sorted(set(rows[dimension].dropna()))
    each = {number: between(rows, days) for number, days in quarters(year).items()}
    values = {number: metric.by(part, [dimension]).reindex(members) for number, part in each.items()}
    return pd.DataFrame(values, index=members, columns=list(QUARTERS))


def partial_quarters(year: Period, loaded: Period) -> dict[int, tuple[int, int]]:
    """The quarters of which some days but not all are loaded: how many, and how many they have."""
    spans = quarters(year)
    inside = {number: span.within(loaded) for number, span in spans.items()}
    return {
        number: (held.days, spans[number].days)
        for number, held in inside.items()
        if held and held.days < spans[number].days
    }
