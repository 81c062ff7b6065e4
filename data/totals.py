"""Rows that sum up other rows of their file: named as a total in one of the languages of the platforms' screens."""

import re

from data.clauses import literal

WORDS = (
    "grand total",
    "sub-?totals?",
    "totals?",
    "total general",
    "account total",
    "campaign total",
    "gesamt(summe|ergebnis|wert)?",
    "(zwischen)?summe",
    "insgesamt",
    "sous-total",
    "totaux",
    "total général",
    "totales?",
    "total geral",
    "subtotales",
    "totais",
    "合計",
    "総計",
    "小計",
    "総合計",
    "(ال)?إجمالي( الكلي| العام)?",
    "المجموع( الكلي)?",
    "r(és|es)ultats totaux",
    "resultados totales",
    "gesamtergebnisse",
)
NAMED = f"({'|'.join(WORDS)})"
LABEL = rf"(?i){NAMED}(\s*[:：].*)?|{NAMED}\s+(of|from|von|de|sur|من)\s+\d+.*"
LIKELY = rf"(?i){NAMED}\s+\d+.*|{NAMED}\s*[(（].*|results from \d+ .*"
PATTERN = re.compile(f"{LABEL}|{LIKELY.removeprefix('(?i)')}")


def is_total(text: str) -> bool:
    """Whether a text names a total, as `Total: Campaigns`, `Gesamt` and `合計` do."""
    return PATTERN.fullmatch(text) is not None


def named(text: str) -> str:
    """SQL: whether the SQL text names a total."""
    return f"coalesce(regexp_full_match({text}, {literal(LABEL)}), false)"


def likely(text: str) -> str:
    """SQL: whether the SQL text names a total unless it names a campaign, as `Total 12 results` may."""
    return f"coalesce(regexp_full_match({text}, {literal(LIKELY)}), false)"


def summary(text: str, word: str) -> str:
    """SQL: whether the SQL text is the word of a form for all of a level; NULL where it is."""
    return f"lower({text}) = {literal(word.lower())}"
