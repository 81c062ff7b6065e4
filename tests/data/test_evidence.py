import duckdb
import pytest

from data.evidence import Evidence, has, names_row, on, plain, says
from data.tables.campaigns import CAMPAIGN
from data.tables.customers import CORRELATION
from data.tables.leads import LEARNING


def said(expression: str, row: str) -> object:
    with duckdb.connect() as con:
        return con.execute(" ".join(["SELECT", expression, "FROM", f"(SELECT {row})"])).fetchall()[0][0]


@pytest.mark.parametrize(
    ("number", "written"),
    [("1234567", "1,234,567"), ("0.5", "0.50"), ("-3.0", "-3"), ("1e9", "1,000,000,000"), ("NULL", None)],
)
def test_numbers_are_written_as_people_read_them(number: str, written: str | None) -> None:
    assert said(plain("n"), f"{number} AS n") == written


def test_days_are_too() -> None:
    assert said(on("d"), "DATE '2024-01-05' AS d") == "5 Jan 2024"


def test_figures_that_are_not_reported_are_left_out() -> None:
    assert said(says(["clicks", "spend"]), "12 AS clicks, NULL AS spend") == "clicks 12"


def test_a_row_is_named_by_its_day_and_by_what_it_is_about() -> None:
    row = "DATE '2024-01-05' AS date, 'Sale' AS campaign_name, 'Email' AS channel, NULL AS region, 'C1' AS campaign_id"
    assert said(names_row(CAMPAIGN), row) == "5 Jan 2024, Sale, Email"
    assert said(names_row(LEARNING), "100 AS training_size") == "100"


def test_a_table_has_the_columns_it_stores() -> None:
    assert has(CAMPAIGN, ["clicks", "spend"])
    assert not has(CAMPAIGN, ["clicks", "ctr"])
    assert not has(CORRELATION, ["clicks"])


def test_the_rows_are_counted_unless_something_else_is() -> None:
    assert Evidence("SELECT 1", "", "").many == "SELECT count(*) FROM (SELECT 1)"
    assert Evidence("SELECT 1", "", "", "SELECT 7").many == "SELECT 7"
