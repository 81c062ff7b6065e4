"""The ways of writing a number, as SQL over the text of a cell: marks, groups, currencies, percents, other digits.

One mark divides decimals in all of a file. What shows which: `12,50` and `1.234,50` a comma; `7.25` and `1,234.5` a
point; `1,234` in a column of whole numbers groups, so a point; `1,234` elsewhere shows nothing.
"""

import re
from dataclasses import dataclass

from data.clauses import literal
from data.currencies import CODES, SHARED, SYMBOLS

SPACES = " \u00a0\u2009\u202f'’"
FOREIGN = "٠١٢٣٤٥٦٧٨٩０１２３４５６７８９٫٬．，−－"
ASCII = "01234567890123456789.,.,--"
WORDS = sorted({*SYMBOLS, *SHARED, *CODES}, key=len, reverse=True)
CURRENCY = rf"(?i:(?:{'|'.join(map(re.escape, WORDS))})\.?)"
BEFORE = rf"^([-+]?)[{SPACES}]*{CURRENCY}[{SPACES}]*([-+]?)"
BEHIND = rf"[{SPACES}]*{CURRENCY}$"
SIMPLE = "[-+0-9.,]*"
NO_CURRENCY = f"[0-9٠-٩０-９٫٬．，.,+()%−－{SPACES}-]"
UNREPORTED = r"(?i)[-–—]{1,3}|[<>≤≥] ?[\d.,]+ ?%?|n/?a|null|none"
GROUPED = r"[1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d{2})+,\d{3}"
PLAIN_WHOLE, PLAIN = r"-?\d+", r"-?\d+(\.\d+)?"
WHOLE = rf"[+-]?(\d+|{GROUPED})(\.0{{1,2}})?"
DECIMAL = rf"[+-]?((\d+|{GROUPED})(\.\d*)?|\.\d+)([eE][+-]?\d{{1,2}})?"
DOUBTFUL = r"[+-]?[1-9]\d{0,2}[.,]\d{3}"
SHOWS_POINT = r"[+-]?(\d*\.\d{1,2}|\d*\.\d{4,}|\d{4,}\.\d+|0*\.\d+|[\d,]+,\d{3}\.\d*|\d{1,3}(,\d{2,3})+,\d{3})"
SHOWS_COMMA = r"[+-]?(\d*,\d{1,2}|\d*,\d{4,}|\d{4,},\d+|0*,\d+|[\d.]+\.\d{3},\d*|\d{1,3}(\.\d{3}){2,})"
GROUPS_POINT, GROUPS_COMMA = r"[+-]?[1-9]\d{0,2},\d{3}", r"[+-]?[1-9]\d{0,2}\.\d{3}"


@dataclass(frozen=True)
class Marks:
    """Which mark divides decimals in a file, and whether its numbers show both, so that `1,234` is in doubt.

    `plain` says that all of them are digits with at most a point, so that none needs a second look.
    """

    comma: bool = False
    doubtful: bool = False
    plain: bool = False

    def __str__(self) -> str:
        return "1.234,50 (a decimal comma)" if self.comma else "1,234.50 (a decimal point)"


def plain(text: str, whole: bool) -> str:
    """SQL: whether the text, if there is one, is digits with at most a decimal point."""
    return f"coalesce(regexp_full_match({text}, '{PLAIN_WHOLE if whole else PLAIN}'), true)"


def reported(text: str) -> str:
    """SQL: the text, or NULL where it says that nothing is reported, as `--` and `> 90%` do."""
    return f"CASE WHEN regexp_full_match({text}, {literal(UNREPORTED)}) THEN NULL ELSE {text} END"


def bare(text: str, money: bool, gap: str = "") -> str:
    """SQL: the text with ASCII digits, `gap` for each space in it, and without the currency of an amount."""
    digits = f"translate({text}, {literal(FOREIGN)}, {literal(ASCII)})"
    if money:
        before = f"regexp_replace({digits}, {literal(BEFORE)}, '\\1\\2')"
        digits = f"regexp_replace({before}, {literal(BEHIND)}, '')"
    plain = f"translate({digits}, {literal(SPACES)}, '{gap * len(SPACES)}')"
    return f"CASE WHEN regexp_full_match({text}, '{SIMPLE}') THEN {text} ELSE {plain} END"


def pointed(text: str, money: bool, marks: Marks) -> str:
    """SQL: the bare text with a decimal point and commas between groups."""
    if marks.plain:
        return text
    if not marks.comma:
        return bare(text, money, ",")
    swapped = f"translate({bare(text, money, '.')}, '.,', ',.')"
    return f"CASE WHEN regexp_full_match({text}, '{PLAIN_WHOLE}') THEN {text} ELSE {swapped} END"


def currency(text: str) -> str:
    """SQL: what stands before or behind the digits of an amount; empty where nothing does."""
    others = f"trim(regexp_replace({text}, {literal(NO_CURRENCY)}, '', 'g'))"
    return f"CASE WHEN regexp_full_match({text}, '{SIMPLE}') THEN '' ELSE {others} END"


def shows_point(text: str, whole: bool) -> str:
    """SQL: whether the bare text of a number shows that a point divides decimals."""
    return _shows(text, SHOWS_POINT, GROUPS_POINT if whole else None)


def shows_comma(text: str, whole: bool) -> str:
    """SQL: whether the bare text of a number shows that a comma divides decimals."""
    return _shows(text, SHOWS_COMMA, GROUPS_COMMA if whole else None)


def number(point: str, kind: str, marks: Marks, *, whole: bool = False) -> str:
    """SQL: the number of that SQL type that a pointed text means; NULL where it means none."""
    if marks.plain:
        return f"TRY_CAST({point} AS {kind})"
    easy = PLAIN_WHOLE if whole or marks.doubtful else PLAIN
    plain = f"WHEN regexp_full_match({point}, '{easy}') THEN TRY_CAST({point} AS {kind})"
    fits = f"regexp_full_match({point}, '{WHOLE if whole else DECIMAL}')"
    if marks.doubtful:
        fits += f" AND NOT regexp_full_match({point}, '{DOUBTFUL}')"
    return f"CASE {plain} WHEN {fits} THEN TRY_CAST(replace({point}, ',', '') AS {kind}) END"


def _shows(text: str, pattern: str, groups: str | None) -> str:
    shown = f"regexp_full_match({text}, '{f'{pattern}|{groups}' if groups else pattern}')"
    return f"CASE WHEN regexp_full_match({text}, '{PLAIN_WHOLE}') THEN false ELSE {shown} END"
