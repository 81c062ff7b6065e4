"""Checks of single rows: figures that cannot go together, amounts below zero, rows that stand there twice."""

from collections.abc import Sequence
from functools import partial

from data.clauses import quoted, select, select_from
from data.columns import Kind
from data.evidence import Check, Evidence, Noun, Weight, has, names_row, on, says, stored
from data.table import Table
from data.tables.ads import AD_PERIOD

PROFIT = "profit"


def failing(of: Table, columns: Sequence[str], fails: str) -> Evidence | None:
    """Rows of which `fails` holds, of those that report all the columns; None where the table has not all of them."""
    if of is AD_PERIOD or not has(of, columns):
        return None
    return _those(of, " AND ".join(f"{quoted(name)} IS NOT NULL" for name in columns), fails, columns)


def negative(of: Table) -> Evidence | None:
    """Rows with an amount below zero; profit may be, and what a file may not have below zero was rejected with it."""
    names = [each.name for each in of.stored if each.kind is Kind.MONEY and each.low is None and each.name != PROFIT]
    if of is AD_PERIOD or not names:
        return None
    reported = f"coalesce({', '.join(map(quoted, names))}) IS NOT NULL"
    return _those(of, reported, f"least({', '.join(map(quoted, names))}) < 0", names)


def repeated(of: Table) -> Evidence | None:
    """Each row beyond the first of those that are equal in every column; rows without any amount are left out.

    Exports by ad or device have many rows that are equal because nothing happened. Only rows whose hash comes twice
    are compared, so that a number a row is held in memory.
    """
    if of is AD_PERIOD:
        return None
    every = ", ".join(stored(of))
    amounts = [quoted(each.name) for each in of.stored if each.kind is Kind.MONEY and not each.of]
    carries = f"({' OR '.join(f'{name} <> 0' for name in amounts) or 'true'})"
    twice = select_from([f"hash({every})"], quoted(of.name), f"WHERE {carries} GROUP BY ALL HAVING count(*) > 1")
    again = f"WHERE {carries} AND hash({every}) IN ({twice}) QUALIFY row_number() OVER (PARTITION BY {every}) > 1"
    rows = select_from(stored(of), quoted(of.name), again)
    return Evidence(rows, select_from(["count(*)"], quoted(of.name), f"WHERE {carries}"), names_row(of))


def contradicting(of: Table) -> Evidence | None:
    """The keys whose rows differ in a column that is about the key."""
    about = [each for each in of.stored if each.of]
    if not about:
        return None
    key = quoted(about[0].of)
    ends = [f"{end}({quoted(each.name)}) AS {quoted(f'{end} {each.name}')}" for each in about for end in ("min", "max")]
    differs = " OR ".join(f"min({quoted(each.name)}) <> max({quoted(each.name)})" for each in about)
    rows = select_from([key, *ends], quoted(of.name), f"GROUP BY {key} HAVING {differs}")
    return Evidence(rows, select_from([f"approx_count_distinct({key})"], quoted(of.name)), key)


def spanning(of: Table) -> Evidence | None:
    """The rows that sum up several days."""
    if of is not AD_PERIOD:
        return None
    rows = select_from(stored(of), quoted(of.name))
    return Evidence(
        rows, select(["count(*)"], rows), f"concat_ws(', ', {on('starts')} || ' to ' || {on('ends')}, campaign_name)"
    )


def _those(of: Table, reported: str, fails: str, figures: Sequence[str]) -> Evidence:
    return Evidence(
        select_from(stored(of), quoted(of.name), f"WHERE {reported} AND {fails}"),
        select_from(["count(*)"], quoted(of.name), f"WHERE {reported}"),
        f"{names_row(of)} || ': ' || {says(figures)}",
    )


CHECKS = (
    Check(
        "clicks-above-impressions",
        "More clicks than impressions",
        "Nobody can click what was not shown. Look whether the two columns are swapped, or counted over other days.",
        Weight.WRONG,
        Noun.ROW,
        Noun.ROW,
        partial(failing, columns=("clicks", "impressions"), fails="clicks > impressions"),
    ),
    Check(
        "spend-without-impressions",
        "Spend without impressions",
        "Money went out and nothing was shown. Fees and late corrections look like this; so does a missing export.",
        Weight.LOOK,
        Noun.ROW,
        Noun.ROW,
        partial(failing, columns=("spend", "impressions"), fails="spend > 0 AND impressions = 0"),
    ),
    Check(
        "conversions-above-clicks",
        "More conversions than clicks",
        "Right where people convert after seeing an ad, or days after their click. Else look at how they are counted.",
        Weight.LOOK,
        Noun.ROW,
        Noun.ROW,
        partial(failing, columns=("conversions", "clicks"), fails="conversions > clicks"),
    ),
    Check(
        "negative-amounts",
        "Amounts below zero",
        "Right for returns and corrections, which lower the sums they are in. Profit is left out: it may be a loss.",
        Weight.LOOK,
        Noun.ROW,
        Noun.ROW,
        negative,
    ),
    Check(
        "repeated-rows",
        "Rows that stand there twice",
        "Equal in every column, and counted each time. If the file was exported or joined twice, take one out; nothing "
        "is taken out here. Exports by ad or ad set may have equal rows that are right: their names are not kept.",
        Weight.LOOK,
        Noun.ROW,
        Noun.ROW,
        repeated,
    ),
    Check(
        "contradictions",
        "Journeys that contradict themselves",
        "Whether it converted, and its value, should be the same in each of its touches. The largest is counted.",
        Weight.WRONG,
        Noun.KEY,
        Noun.KEY,
        contradicting,
    ),
    Check(
        "totals-of-several-days",
        "Totals of several days",
        "Sums of a longer period cannot be put on a day, so no page counts them. Export the report by day instead.",
        Weight.TOLD,
        Noun.ROW,
        Noun.ROW,
        spanning,
    ),
)
