from datetime import date, datetime
from decimal import Decimal

import duckdb
import pytest

from data.columns import Column, Kind, day, dimension, flag, key, number, whole
from data.dates import DateFormat
from data.numerals import Marks
from data.values import Style, fault, needed, value

DOUBTFUL = Style(marks=Marks(doubtful=True))
DAY_FIRST = Style(DateFormat("dmy", "/"))
SHORT_YEAR = Style(DateFormat("dmy", "/", century=False))
MONEY = Column("spend", Kind.MONEY)
NO_AMOUNTS = ("1.234,50", "12,50", "0,123", "1,23", "12,34", "1,2345", ",5", "5%", "0x10", "1_000", "inf", "nan", "-")


def answer(sql: str, cell: str | None) -> object:
    with duckdb.connect() as con:
        row = con.execute(f"SELECT {sql} FROM (SELECT $cell::VARCHAR AS cell)", {"cell": cell}).fetchone()
    return row[0] if row else None


def read(column: Column, cell: str | None, style: Style | None = None) -> object:
    return answer(value(column, "cell", style or Style()), cell)


def wrong(column: Column, cell: str | None) -> object:
    return answer(fault(column, "cell", f"({value(column, 'cell', Style())})", Style()), cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12", "12"),
        ("+12.5", "12.5"),
        ("-.5", "-0.5"),
        ("1,234", "1234"),
        ("12,34,567.50", "1234567.5"),
        ("1,234,567", "1234567"),
        ("1e3", "1000"),
        ("99999999999999", "99999999999999"),
    ],
)
def test_amounts(cell: str, expected: str) -> None:
    assert read(MONEY, cell) == Decimal(expected)


@pytest.mark.parametrize("cell", NO_AMOUNTS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_what_is_no_amount(cell: str, sign: str) -> None:
    assert read(MONEY, sign + cell) is None


@pytest.mark.parametrize("cell", ["", "1 23", "(5)", "5 apples", "1.2.3", "5abc", "1e999", "100000000000000"])
def test_what_is_no_amount_either(cell: str) -> None:
    assert read(MONEY, cell) is None


@pytest.mark.parametrize("cell", ["1,234", "1.234", "-12,345"])
def test_one_separator_before_three_digits_is_in_doubt_beside_decimal_commas(cell: str) -> None:
    assert read(MONEY, cell) is not None
    assert read(MONEY, cell, DOUBTFUL) is None


@pytest.mark.parametrize("cell", ["1234", "1.25", "1.2345", "0.125", "1,234,567", "1,234.5"])
def test_what_can_be_read_one_way_only_is_read_beside_decimal_commas(cell: str) -> None:
    assert read(MONEY, cell, DOUBTFUL) == Decimal(cell.replace(",", ""))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("5", 5),
        ("5.0", 5),
        ("1,234", 1234),
        ("-3", -3),
        ("1.000", None),
        ("1e3", None),
        ("1.5", None),
        ("9" * 30, None),
    ],
)
def test_whole_numbers(cell: str, expected: int | None) -> None:
    assert read(whole("age"), cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [("1e-05", 1e-05), ("1e99", 1e99), ("9" * 400, None), ("inf", None)])
def test_numbers_are_finite(cell: str, expected: float | None) -> None:
    assert read(number("rate"), cell) == expected


@pytest.mark.parametrize(("unit", "expected"), [("%", 1.66), ("fraction", 0.0166), ("", None)])
def test_percents_are_read_in_the_unit_of_the_column(unit: str, expected: float | None) -> None:
    assert read(number("rate", unit), "1.66%") == (pytest.approx(expected) if expected else None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1", True),
        ("TRUE", True),
        ("Yes", True),
        ("0", False),
        ("false", False),
        ("no", False),
        ("2", None),
        ("", None),
    ],
)
def test_flags(cell: str, expected: bool | None) -> None:
    assert read(flag("churned"), cell) is expected


@pytest.mark.parametrize(
    ("style", "cell", "expected"),
    [
        (Style(), "2024-02-29", date(2024, 2, 29)),
        (Style(), "2024-2-9", date(2024, 2, 9)),
        (Style(), "2024-02-29 00:00:00", date(2024, 2, 29)),
        (Style(), "2023-02-29", None),
        (Style(), "9999-12-31", None),
        (Style(), "29/02/2024", None),
        (DAY_FIRST, "08/09/2023", date(2023, 9, 8)),
        (DAY_FIRST, "08/09/23", None),
        (SHORT_YEAR, "08/09/23", date(2023, 9, 8)),
        (SHORT_YEAR, "08/09/2023", None),
    ],
)
def test_days(style: Style, cell: str, expected: date | None) -> None:
    assert read(day(), cell, style) == expected


@pytest.mark.parametrize("cell", ["2024-01-31T10:05:00Z", "2024-01-31 10:05", "2024-01-31 10:05:00.000"])
def test_times(cell: str) -> None:
    assert read(Column("touched_at", Kind.TIME), cell) == datetime(2024, 1, 31, 10, 5)


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        (whole("age", 0, 120), "121", "from 0 to 120"),
        (whole("age", 0, 120), "120", None),
        (whole("age", 0, 120), "old", "a whole number"),
        (whole("age", 0), "-1", "at least 0"),
        (number("rate", high=1), "1.5", "at most 1"),
        (number("rate"), None, None),
        (dimension("region"), None, "a value"),
        (dimension("device", required=False), None, None),
        (flag("churned"), "perhaps", "1 or 0, true or false, yes or no"),
        (day(), "soon", "a date, year first, as in 2024-12-31"),
    ],
)
def test_faults(column: Column, cell: str | None, expected: str | None) -> None:
    assert wrong(column, cell) == expected


def test_keys_and_required_dimensions_are_needed() -> None:
    assert needed(key("id"))
    assert needed(day())
    assert not needed(dimension("device", required=False))
    assert not needed(whole("age"))
