"""Quarters that come as words: "Q1 2023" and the like, in the order of the calendar."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from analytics.periods import months_between
from analytics.presets import fiscal_year_of
from analytics.quarters import MONTHS_EACH, QUARTERS, quarter_name

FORMS = (r"Q(?P<quarter>[1-4])[ /-]?(?P<year>\d{4})", r"(?P<year>\d{4})[ /-]?Q(?P<quarter>[1-4])")


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once: quarters by year and quarter, then what cannot be read as one, by name."""
    return tuple(sorted(set(names), key=_place))


def follow(names: Sequence[str]) -> bool:
    """Whether each is the quarter after the one before; never where one cannot be read."""
    places = [year * len(QUARTERS) + quarter for unread, year, quarter, _ in map(_place, names) if not unread]
    return len(places) == len(names) and all(after - before == 1 for before, after in pairwise(places))


def fiscal_name(name: str, fiscal_start: int) -> str:
    """A calendar quarter as one of a fiscal year: Q1 FY25 (Apr–Jun); any other text as it is.

    Fiscal quarters must begin where calendar ones do (see `agrees`).
    """
    unread, year, quarter, _ = _place(name)
    if unread:
        return name
    first = date(year, MONTHS_EACH * (quarter - 1) + 1, 1)
    whole = fiscal_year_of(first, fiscal_start)
    return quarter_name(whole, months_between(whole.start, first) // MONTHS_EACH + 1)


def agrees(fiscal_start: int) -> bool:
    """Whether the quarters of a fiscal year from that month on are other names of calendar ones."""
    return fiscal_start % MONTHS_EACH == 1


def _place(name: str) -> tuple[bool, int, int, str]:
    found = next((match for form in FORMS if (match := re.fullmatch(form, name.strip(), re.IGNORECASE))), None)
    return (False, int(found["year"]), int(found["quarter"]), name) if found else (True, 0, 0, name)
