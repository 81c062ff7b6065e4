from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest

from data.cells import Cells, holds_integers, holds_money
from data.matches import Field, Match
from data.table import Table
from data.tables.campaigns import CAMPAIGN
from data.values import Style

CLICKS, SPEND, REGION = (
    Field(CAMPAIGN.column(name), name, place) for place, name in enumerate(("clicks", "spend", "region"))
)


def cells(*fields: Field, table: Table = CAMPAIGN, rate: str = "") -> Cells:
    return Cells(Match(table, fields), Style(), (), rate)


def asked(sql: str, **given: str | None) -> object:
    """What an expression is where c0, t0 and p0 are as given."""
    names: Sequence[str] = [f"${name}::VARCHAR AS {name}" for name in given]
    return duckdb.execute(f"SELECT {sql} FROM (SELECT {', '.join(names)})", given).fetchall()[0][0]


@pytest.mark.parametrize(("cell", "text"), [("7", "7"), ("--", None), ("n/a", None), ("x", "x")])
def test_a_number_that_is_said_not_to_be_reported_is_none(cell: str, text: str | None) -> None:
    assert asked(cells(CLICKS).text(0, CLICKS), c0=cell) == text


def test_a_name_is_kept_as_it_is_written() -> None:
    assert asked(cells(REGION).text(0, replace(REGION, index=0)), c0="n/a") == "n/a"


@pytest.mark.parametrize(
    ("known", "rate", "text", "value"),
    [
        (CLICKS, "", "1,000", 1000),
        (CLICKS, "", "x", None),
        (replace(SPEND, index=0), "", "12.5", Decimal("12.5")),
        (replace(SPEND, index=0), "80", "12.5", Decimal("1000")),
        (replace(SPEND, index=0, micros=True), "", "12500000", Decimal("12.5")),
        (replace(REGION, index=0, words=(("nord", "North"),)), "", "Nord", "North"),
        (replace(REGION, index=0, words=(("nord", "North"),)), "", "South", "South"),
    ],
)
def test_a_value_is_read_converted_and_translated(known: Field, rate: str, text: str, value: object) -> None:
    assert asked(cells(known, rate=rate).value(known), t0=text, p0=text.replace(",", "")) == value


@pytest.mark.parametrize(
    ("text", "value", "fault"), [("7", "7", None), ("x", None, "a whole number"), (None, None, None)]
)
def test_what_was_expected_is_said_of_a_text_that_is_no_value(
    text: str | None, value: str | None, fault: str | None
) -> None:
    assert asked(cells(CLICKS).fault(CLICKS).replace("v0", "v0::BIGINT"), t0=text, v0=value) == fault


def test_money_and_whole_numbers_are_told_by_the_column() -> None:
    assert [holds_money(known) for known in (SPEND, CLICKS, REGION)] == [True, False, False]
    assert [holds_integers(known) for known in (SPEND, CLICKS, REGION)] == [False, True, False]
