from data.scope import EVERYTHING, Scope
from data.tables.campaigns import CAMPAIGN, FUNNEL

NORTH = Scope((("region", ("North",)),))


def test_a_scope_narrows_a_table_that_has_the_column() -> None:
    assert NORTH.over(CAMPAIGN) == (("region", ("North",)),)


def test_a_scope_leaves_a_table_without_the_column_whole() -> None:
    assert NORTH.over(FUNNEL) == ()


def test_everything_narrows_nothing() -> None:
    assert EVERYTHING.over(CAMPAIGN) == ()


def test_scopes_with_the_same_terms_are_one_cache_key() -> None:
    assert {NORTH: 1}[Scope((("region", ("North",)),))] == 1
