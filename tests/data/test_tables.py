import re

import pytest

from analytics.filters import FILTERS
from data.columns import Kind, Role
from data.table import Table
from data.tables import TABLES, table
from data.tables.campaigns import CAMPAIGN


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_a_table_names_each_column_once(known: Table) -> None:
    names = [column.name for column in known.columns]
    assert len(names) == len(set(names))
    assert set(known.key) <= set(names)


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_a_repeated_figure_is_checked_with_columns_of_its_own_table(known: Table) -> None:
    stored = {column.name for column in known.stored}
    formulas = [column.formula for column in known.columns if column.role is Role.REPEATED]
    assert {name for formula in formulas for name in re.findall(r"[a-z_]+", formula)} <= stored


def test_only_measures_add_up() -> None:
    assert CAMPAIGN.measures == ("impressions", "clicks", "conversions", "spend", "revenue")
    assert all(table(known.name).column(name).kind is not Kind.TEXT for known in TABLES for name in known.measures)


def test_every_filter_is_a_dimension_or_the_key_of_its_tables() -> None:
    named = {(name, column) for known in FILTERS for name, column in known.columns.items()}
    assert {
        (name, column) for name, column in named if column not in (*table(name).dimensions, *table(name).key)
    } == set()


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError, match="nothing"):
        table("nothing")
