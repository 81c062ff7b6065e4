"""Quarters that come as words: "Q1 2023" and the like, in the order of the calendar."""

import re
from collections.abc import Iterable

FORMS = (r"Q(?P<quarter>[1-4])[ /-]?(?P<year>\d{4})", r"(?P<year>\d{4})[ /-]?Q(?P<quarter>[1-4])")


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once: quarters by year and quarter, then what cannot be read as one, by name."""
    return tuple(sorted(set(names), key=_place))


def _place(name: str) -> tuple[bool, int, int, str]:
    found = next((match for form in FORMS if (match := re.fullmatch(form, name.strip(), re.IGNORECASE))), None)
    return (False, int(found["year"]), int(found["quarter"]), name) if found else (True, 0, 0, name)
