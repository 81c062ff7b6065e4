from collections.abc import Sequence

import pytest

from data.columns import Role
from data.problem import Unusable
from data.recognise import recognise, simplified
from data.table import Table
from data.tables import TABLES
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN, FUNNEL

ADS = ["Platform", "Campaign Name", "Date", "Region", "Impressions", "Clicks", "Spend($)", "Conversions", "Revenue($)"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Spend", "spend"),
        ("\ufeffDate", "date"),
        (" Campaign Name ", "campaign_name"),
        ("CTR(%)", "ctr"),
        ("Spend ($)", "spend"),
        ("REVENUE [INR]", "revenue"),
        ("(%)", ""),
    ],
)
def test_headings_are_simplified(heading: str, name: str) -> None:
    assert simplified(heading) == name


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table.name != "correlation_matrix"], ids=lambda t: t.name
)
@pytest.mark.parametrize("all_columns", [True, False])
def test_every_table_is_recognised_by_its_columns(table: Table, all_columns: bool) -> None:
    columns = table.columns if all_columns else table.required
    match = recognise([column.name.upper() for column in reversed(columns)])
    assert match.table == table
    assert [field.index for field in match.fields] == list(range(len(columns)))
    assert match.unknown == ()


def test_fields_keep_the_heading_of_the_file_and_unknown_columns_are_named() -> None:
    match = recognise([*ADS, "Note", "", "Profit"])
    assert (match.table, match.unknown) == (AD, ("Note",))
    spend, profit = match.field("spend"), match.field("profit")
    assert spend is not None
    assert (spend.heading, spend.index) == ("Spend($)", 6)
    assert profit is not None
    assert profit.index == 11
    assert match.field("reach") is None


def test_most_columns_win() -> None:
    both = [*(column.name for column in CAMPAIGN.columns if column.role is not Role.REPEATED), "stage", "visitors"]
    assert recognise(both).table == CAMPAIGN
    assert recognise(["stage", "visitors"]).table == FUNNEL


@pytest.mark.parametrize(
    ("unit", "currency"),
    [("($)", "USD"), ("(₹)", "INR"), ("(INR)", "INR"), (" [aud]", "AUD"), ("(€)", "EUR"), ("(Rs.)", "INR"), ("", None)],
)
def test_a_currency_in_a_heading_counts(unit: str, currency: str | None) -> None:
    headings = [heading.replace("($)", "") for heading in ADS]
    assert recognise([*headings[:-1], f"Revenue{unit}"]).currency == currency


@pytest.mark.parametrize(
    ("headings", "expected", "found"),
    [
        ([*ADS[:-1], "Revenue(INR)"], "amounts in one currency", "'Spend($)' and 'Revenue(INR)'"),
        ([*ADS[:-1], "Revenue(lakh)"], "a currency as its unit, such as (INR) or ($)", "(LAKH)"),
        ([*ADS, "spend"], "each heading once", "'Spend($)' and 'spend'"),
        (["stage", "rate"], "the headings of funnel_data", "none for visitors"),
        (["nothing", "known"], "the headings of one of the tables", "none of them"),
        (["", "one"], "the headings of one of the tables", "none of them"),
    ],
)
def test_what_cannot_be_recognised_says_why(headings: Sequence[str], expected: str, found: str) -> None:
    with pytest.raises(Unusable) as refused:
        recognise(headings)
    assert (refused.value.problem.expected, refused.value.problem.found) == (expected, found)


def test_percent_is_no_fraction() -> None:
    columns = ["training_size", "train_score (%)", "validation_score", "train_score_std", "validation_score_std"]
    with pytest.raises(Unusable, match="fractions from 0 to 1"):
        recognise(columns)


def test_a_first_heading_without_a_name_is_a_matrix() -> None:
    match = recognise(["", "Spend (INR)", "Revenue"])
    assert (match.table.name, match.across) == ("correlation_matrix", ("Spend (INR)", "Revenue"))
    assert [field.heading for field in match.fields] == ["", "Spend (INR)", "Revenue"]


def test_an_unnamed_index_column_is_not_a_matrix() -> None:
    assert recognise(["", "stage", "visitors"]).table == FUNNEL
