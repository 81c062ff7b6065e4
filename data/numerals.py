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
    """Which mark divides decimals in a file, and whether its numbers show both, so that `1,234` is in doubt."""

    comma: bool = False
    doubtful: bool = False

    def __str__(self) -> str:
        return "1.234,50 (a decimal comma)" if self.comma else "1,234.50 (a decimal point)"


def reported(text: str) -> str:
    """SQL: the text, or NULL where it says that nothing is reported, as `--` and `> 90%` do."""
    return f"CASE WHEN regexp_full_match({text}, {literal(UNREPORTED)}) THEN NULL ELSE {text} END"


def bare(text: str, money: bool) -> str:
    """SQL: the text with ASCII digits, and without the currency of an amount."""
    digits = f"translate({text}, {literal(FOREIGN)}, {literal(ASCII)})"
    if not money:
        return digits
    before = f"regexp_replace({digits}, {literal(BEFORE)}, '\\1\\2')"
    return f"regexp_replace({before}, {literal(BEHIND)}, '')"


def currency(text: str) -> str:
    """SQL: what stands before or behind the digits of an amount; empty where nothing does."""
    return f"trim(regexp_replace({text}, '[0-9٠-٩０-９٫٬．，.,+()%−－{SPACES.replace(chr(39), chr(39) * 2)}-]', '', 'g'))"


def shows_point(text: str, whole: bool) -> str:
    """SQL: whether the bare text of a number shows that a point divides decimals."""
    return _shows(text, SHOWS_POINT, GROUPS_POINT if whole else None)


def shows_comma(text: str, whole: bool) -> str:
    """SQL: whether the bare text of a number shows that a comma divides decimals."""
    return _shows(text, SHOWS_COMMA, GROUPS_COMMA if whole else None)


def number(text: str, kind: str, marks: Marks, *, whole: bool = False, money: bool = False) -> str:
    """SQL: the number of that SQL type that a text means; NULL where it means none."""
    easy = PLAIN_WHOLE if whole or marks.comma else PLAIN
    if marks.doubtful:
        easy = PLAIN_WHOLE
    plain = f"WHEN regexp_full_match({text}, '{easy}') THEN TRY_CAST({text} AS {kind})"
    point = _pointed(bare(text, money), marks)
    fits = f"regexp_full_match({point}, '{WHOLE if whole else DECIMAL}')"
    if marks.doubtful:
        fits += f" AND NOT regexp_full_match({point}, '{DOUBTFUL}')"
    return f"CASE {plain} WHEN {fits} THEN TRY_CAST(replace({point}, ',', '') AS {kind}) END"


def _pointed(text: str, marks: Marks) -> str:
    """SQL: the text with a decimal point and commas between groups."""
    swapped = f"translate({text}, '.,', ',.')" if marks.comma else text
    return f"translate({swapped}, {literal(SPACES)}, '{',' * len(SPACES)}')"


def _shows(text: str, pattern: str, groups: str | None) -> str:
    joined = f"translate({text}, {literal(SPACES)}, '')"
    return f"regexp_full_match({joined}, '{f'{pattern}|{groups}' if groups else pattern}')"
