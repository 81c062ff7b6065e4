"""Days written in words, in other scripts or without marks, as ISO text: `Jul 8, 2025`, `2025年7月8日`."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

LANGUAGES = ("en", "de", "fr", "es", "pt", "ar", "ar_SY", "ar_DZ", "it", "nl", "ja")
FILLING = frozenset({"de", "del", "do", "da", "of", "the", "st", "nd", "rd", "th", "er", "le", "el", "den", "der"})
ABBREVIATED = {
    "sept": 9,
    "juil": 7,
    "janv": 1,
    "févr": 2,
    "fevr": 2,
    "avr": 4,
    "déc": 12,
    "mär": 3,
    "mrz": 3,
    "sep": 9,
    "set": 9,
}
ZONED = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)")
ENDS_IN_ZONE = r"\d:\d\d(:\d\d)?(\.\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)$"
KANJI = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日.*")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
CLOCK = re.compile(r",?\s*\d{1,2}:\d\d(:\d\d)?(\s*[ap]\.?m\.?)?$", re.IGNORECASE)
WORDS = re.compile(r"\d+|[^\W\d_]+")
NUMERIC = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
BETWEEN = re.compile(r"\s+(?:-|–|—|~|to|bis|au|al|a|até|إلى)\s+|\s*[–—～~〜]\s*|(?<=\d{4})-(?=\D)|(?<=日)\s*-\s*")
CENTURY = 2000


def iso(cell: str, zone: tzinfo | None = None) -> str | None:
    """The day that a cell means, with its time where it has a zone; None where it is no day in words or unmarked.

    A time with a zone is moved to `zone`, if that is given.
    """
    text = _plain(cell)
    zoned = ZONED.fullmatch(text)
    if zoned:
        return _moved(zoned[1], zoned[2], zoned[3], zone)
    found = KANJI.fullmatch(text) or COMPACT.fullmatch(text)
    if found:
        return _valid(*(int(part) for part in found.groups()))
    return _worded(CLOCK.sub("", text))


def period(lines: Iterable[str]) -> tuple[str, str] | None:
    """The first and last day of the report, as the lines above its headings say; None where they do not."""
    for line in lines:
        parts = BETWEEN.split(_plain(line).strip(' "'))
        if len(parts) == 2:
            days = [_any(part) for part in parts]
            if days[0] and days[1] and days[0] <= days[1]:
                return days[0], days[1]
    for line in lines:
        alone = _any(_plain(line).strip(' "'))
        if alone:
            return alone, alone
    return None


def _any(text: str) -> str | None:
    """A day in words, or in numbers where those can be read one way only."""
    parts = [int(part) for part in re.split(r"[-/.]", text)] if NUMERIC.fullmatch(text) else []
    if not parts:
        return iso(text)
    if parts[0] > 31:
        return _valid(*parts)
    day, month = (parts[0], parts[1]) if parts[0] > 12 or "." in text else (parts[1], parts[0])
    certain = "." in text or max(parts[:2]) > 12 or parts[0] == parts[1]
    return _valid(parts[2], month, day) if certain else None


def _plain(text: str) -> str:
    digits = {ord(digit): str(unicodedata.digit(digit)) for digit in text if digit.isdigit() and not digit.isascii()}
    return unicodedata.normalize("NFKC", text.translate(digits)).replace("\u200f", "").replace("\u200e", "").strip()


def _moved(day: str, clock: str, offset: str, zone: tzinfo | None) -> str:
    if zone is None:
        return f"{day} {clock}"
    exact = "+00:00" if offset in ("Z", "UTC", "GMT") else offset
    return f"{datetime.fromisoformat(f'{day}T{clock}{exact}').astimezone(zone):%Y-%m-%d %H:%M:%S}"


def _worded(text: str) -> str | None:
    """A day of one month's word, one day and one year; one word more may be the day of the week."""
    words = WORDS.findall(text.casefold())
    months = [_months()[word] for word in words if word in _months()]
    numbers = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and word not in _months() and word not in FILLING]
    if len(months) != 1 or len(numbers) != 2 or len(others) > 1:
        return None
    year = next((number for number in numbers if len(number) == 4), None)
    day = next((number for number in numbers if number is not year and len(number) <= 2), None)
    if year is None and len(numbers[1]) == 2:
        day, year = numbers[0], str(CENTURY + int(numbers[1]))
    return _valid(int(year), months[0], int(day)) if year and day else None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """The number of a month by its names in the languages of the platforms' screens."""
    found = dict(ABBREVIATED)
    for language in LANGUAGES:
        try:
            names = Locale.parse(language).months
        except UnknownLocaleError:
            continue
        for width in ("wide", "abbreviated"):
            for written in ("format", "stand-alone"):
                for number, name in names[written][width].items():
                    word = name.casefold().strip(".")
                    if word.isalpha():
                        found.setdefault(word, number)
    return found
