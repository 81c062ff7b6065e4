from decimal import Decimal

import duckdb
import pytest

from data import numerals
from data.numerals import Marks

COMMA, POINT = Marks(comma=True), Marks()


def answer(sql: str, cell: str) -> object:
    with duckdb.connect() as con:
        row = con.execute(f"SELECT {sql} FROM (SELECT $cell::VARCHAR AS cell)", {"cell": cell}).fetchone()
    return row[0] if row else None


def amount(cell: str, marks: Marks) -> object:
    return answer(numerals.number(numerals.pointed("cell", True, marks), "DECIMAL(18, 4)", marks), cell)


@pytest.mark.parametrize(
    ("cell", "marks", "expected"),
    [
        ("1,234", POINT, "1234"),
        ("1,234", COMMA, "1.234"),
        ("1.234,50", COMMA, "1234.5"),
        ("1\u00a0234,50", COMMA, "1234.5"),
        ("1\u202f234,50 €", COMMA, "1234.5"),
        ("1'234.50", POINT, "1234.5"),
        ("₹1,23,456.50", POINT, "123456.5"),
        ("Rs.201.68", POINT, "201.68"),
        ("Rs. 201.68", POINT, "201.68"),
        ("$1,234.50", POINT, "1234.5"),
        ("-$5.20", POINT, "-5.2"),
        ("$-5.20", POINT, "-5.2"),
        ("−5.20", POINT, "-5.2"),
        ("€1,50", COMMA, "1.5"),
        ("R$ 1.234,56", COMMA, "1234.56"),
        ("EUR 12.50", POINT, "12.5"),
        ("12,5 kr", COMMA, "12.5"),
        ("￥1,234", POINT, "1234"),
        ("1,234円", POINT, "1234"),
        ("١٬٢٣٤٫٥٠", POINT, "1234.5"),
        ("1.234.567", COMMA, "1234567"),
    ],
)
def test_an_amount_is_read_in_every_form(cell: str, marks: Marks, expected: str) -> None:
    assert amount(cell, marks) == Decimal(expected)


@pytest.mark.parametrize("cell", ["1 23", "12abc", "1.2.3", "$", "1,23,4", "=1+1", "€€5", "--5", "5-", "Rs"])
@pytest.mark.parametrize("marks", [POINT, COMMA])
def test_what_is_no_amount_is_none(cell: str, marks: Marks) -> None:
    assert amount(cell, marks) is None


@pytest.mark.parametrize(
    ("cell", "whole", "point", "comma"),
    [
        ("12.5", False, True, False),
        ("12,5", False, False, True),
        ("1,234.50", False, True, False),
        ("1.234,50", False, False, True),
        ("12,34,567", False, True, False),
        ("1.234.567", False, False, True),
        ("0.125", False, True, False),
        ("0,125", False, False, True),
        ("1,234", False, False, False),
        ("1.234", False, False, False),
        ("1,234", True, True, False),
        ("1.234", True, False, True),
        ("1234", True, False, False),
        ("a, b", False, False, False),
    ],
)
def test_what_shows_the_decimal_mark(cell: str, whole: bool, point: bool, comma: bool) -> None:
    bare = numerals.bare("cell", True)
    assert answer(numerals.shows_point(bare, whole), cell) is point
    assert answer(numerals.shows_comma(bare, whole), cell) is comma


@pytest.mark.parametrize("cell", ["--", "-", "—", "> 90%", "< 10 %", ">90%", "N/A", "n/a", "null"])
def test_what_says_that_nothing_is_reported(cell: str) -> None:
    assert answer(numerals.reported("cell"), cell) is None


@pytest.mark.parametrize("cell", ["-5", "0", "5%", "> many", "none left"])
def test_what_reports_something(cell: str) -> None:
    assert answer(numerals.reported("cell"), cell) == cell


@pytest.mark.parametrize(
    ("cell", "expected"), [("₹5", "₹"), ("5 EUR", "EUR"), ("1.234,50", ""), ("R$ 5", "R$"), ("Rs.5", "Rs")]
)
def test_what_stands_beside_the_digits(cell: str, expected: str) -> None:
    assert answer(numerals.currency("cell"), cell) == expected


@pytest.mark.parametrize("cell", ["0", "12", "-3", "7.25", "0012", "1234567890.12345", "99999999999999999999"])
def test_a_plain_amount_is_the_same_with_and_without_a_second_look(cell: str) -> None:
    assert answer(numerals.plain("cell", False), cell) is True
    assert amount(cell, Marks(plain=True)) == amount(cell, POINT)


@pytest.mark.parametrize("cell", ["1,234", "1.234.567", "5e3", "+1", ".5", "5.", "$5", "--", "1 234", "٣", "5%", ""])
def test_what_needs_a_second_look(cell: str) -> None:
    assert answer(numerals.plain("cell", False), cell) is False


def test_a_point_among_whole_numbers_needs_a_second_look() -> None:
    assert (answer(numerals.plain("cell", True), "1.234"), answer(numerals.plain("cell", True), "1234")) == (
        False,
        True,
    )
