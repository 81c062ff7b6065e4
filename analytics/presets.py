"""The periods on offer by name: what each means on the days loaded."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from analytics.periods import Period, month_end, month_start

ALL = "all"
LAST_YEAR = "last-12-months"
DAY_PRESETS = (7, 30, 90)
MONTH_PRESETS = (3, 6, 12)


def presets(loaded: Period, fiscal_start: int) -> Mapping[str, str]:
    """The presets on offer for the days loaded: key to words, in the order of a menu."""
    years = range(loaded.end.year, loaded.start.year - 1, -1)
    return {
        **{f"last-{months}-months": f"Last {months} complete months" for months in reversed(MONTH_PRESETS)},
        **{f"last-{days}-days": f"Last {days} days" for days in reversed(DAY_PRESETS)},
        **{str(year): str(year) for year in years},
        **{key: key.upper().replace("FY-", "FY ") for key in _fiscal_years(loaded, fiscal_start)},
        ALL: "All dates",
    }


def resolve(preset: str, loaded: Period, fiscal_start: int) -> Period:
    """The days that a preset means: counted back from the newest day loaded, clipped to the days loaded.

    A preset that is not on offer, or has none of the days loaded, means all of them.
    """
    if preset not in presets(loaded, fiscal_start):
        return loaded
    return _named(preset, loaded, fiscal_start).within(loaded) or loaded


def year_of(key: str, fiscal_start: int) -> Period:
    """All days of the year that a key names: "2024", or "fy-2024-25" for the fiscal year from 2024 on.

    ValueError for any other text.
    """
    if re.fullmatch(r"\d{4}", key):
        return Period(date(int(key), 1, 1), date(int(key), 12, 31))
    if found := re.fullmatch(r"fy-(\d{4})-\d{2}", key):
        return _fiscal_year(int(found[1]), fiscal_start)
    raise ValueError(f"expected a year such as 2024 or fy-2024-25, found {key!r}")


def fiscal_year_of(day: date, fiscal_start: int) -> Period:
    """The fiscal year that a day is in."""
    return _fiscal_year(day.year - (day.month < fiscal_start), fiscal_start)


def _named(preset: str, loaded: Period, fiscal_start: int) -> Period:
    if found := re.fullmatch(r"last-(\d+)-days", preset):
        return Period(loaded.end - timedelta(days=int(found[1]) - 1), loaded.end)
    if found := re.fullmatch(r"last-(\d+)-months", preset):
        return _complete_months(int(found[1]), loaded)
    return loaded if preset == ALL else year_of(preset, fiscal_start)


def _complete_months(count: int, loaded: Period) -> Period:
    end = loaded.end if loaded.end == month_end(loaded.end) else month_start(loaded.end) - timedelta(days=1)
    return Period(month_start(end, 1 - count), end)


def _fiscal_year(year: int, fiscal_start: int) -> Period:
    start = date(year, fiscal_start, 1)
    return Period(start, month_start(start, 12) - timedelta(days=1))


def _fiscal_years(loaded: Period, fiscal_start: int) -> list[str]:
    if fiscal_start == 1:
        return []
    first, last = (fiscal_year_of(day, fiscal_start).start.year for day in (loaded.start, loaded.end))
    return [f"fy-{year}-{(year + 1) % 100:02}" for year in range(last, first - 1, -1)]
