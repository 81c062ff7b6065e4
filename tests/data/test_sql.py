from datetime import date

import pytest

from analytics.periods import Period
from data import sql
from data.query import ROWS, Query
from data.scope import Scope
from data.tables.campaigns import CAMPAIGN, FUNNEL
from data.tables.journeys import JOURNEYS

HOSTILE = "x' OR 1=1; DROP TABLE campaign_performance; --"


@pytest.mark.parametrize(
    "query",
    [
        Query("no_such_table", (ROWS,)),
        Query("campaign_performance", (HOSTILE,)),
        Query("campaign_performance", (ROWS,), by=(HOSTILE,)),
        Query("campaign_performance", (ROWS,), where=((HOSTILE, ("North",)),)),
        Query("campaign_performance", (ROWS, "channel")),
        Query("campaign_performance", (ROWS,), by=("roas",)),
    ],
)
def test_a_name_that_is_not_declared_is_refused(query: Query) -> None:
    with pytest.raises(KeyError):
        sql.select(query, query.table)


@pytest.mark.parametrize(
    "query",
    [
        Query("campaign_performance", ()),
        Query("campaign_performance", ("spend", "spend")),
        Query("campaign_performance", ("spend",), by=("spend",)),
        Query("funnel_data", ("visitors",), periods=(Period(date(2024, 1, 1), date(2024, 1, 2)),)),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(query: Query) -> None:
    with pytest.raises(ValueError, match=r"expected at least one measure|carries no day"):
        sql.select(query, query.table)


def test_values_are_bound_and_never_part_of_the_text() -> None:
    period = Period(date(2024, 1, 1), date(2024, 1, 31))
    scope = Scope((("channel", ("Email",)),))
    query = Query("campaign_performance", ("spend",), where=(("region", (HOSTILE, "North")),), periods=(period,))
    statement = sql.select(query, query.table, scope)
    assert statement.values == (HOSTILE, "North", "Email", date(2024, 1, 1), date(2024, 1, 31))
    assert HOSTILE not in statement.text
    assert statement.text.count("?") == 5


def test_needed_are_the_columns_of_groups_filters_periods_and_scope() -> None:
    query = Query("campaign_performance", ("spend",), by=("channel",), where=(("region", ("North",)),))
    assert sql.needed(query) == {"channel", "region"}
    assert sql.needed(query, Scope((("campaign_type", ("Brand",)), ("device_type", ("Mobile",))))) == {
        "channel",
        "region",
        "campaign_type",
    }
    day = Period(date(2024, 1, 1), date(2024, 1, 1))
    assert sql.needed(Query("campaign_performance", (ROWS,), periods=(day,))) == {"date"}


def test_a_quoted_name_cannot_leave_its_quotes() -> None:
    assert sql.quoted('a"b') == '"a""b"'


def test_a_literal_cannot_leave_its_quotes() -> None:
    assert sql.literal("a'b") == "'a''b'"


def test_each_measure_has_its_own_bit_and_counting_rows_has_none() -> None:
    bits = [sql.pattern(CAMPAIGN, [name]) for name in CAMPAIGN.measures]
    assert bits == [1, 2, 4, 8, 16]
    assert sql.pattern(CAMPAIGN, ["impressions", "spend", ROWS]) == 9


def test_a_day_is_a_date_or_the_date_of_a_time() -> None:
    days = {
        table.name: column and sql.as_day(column)
        for table in (CAMPAIGN, JOURNEYS, FUNNEL)
        if [column := sql.day(table)]
    }
    assert days == {
        "campaign_performance": '"date"',
        "journeys": 'CAST("touched_at" AS DATE)',
        "funnel_data": None,
    }
