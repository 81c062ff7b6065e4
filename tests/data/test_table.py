import pytest

from data.columns import Column, Kind, Role, amount, counted, day, dimension, key, repeated, text
from data.table import Table

VISITS = Table(
    "visits",
    "a day in a shop",
    (
        day(),
        key("shop"),
        dimension("region", required=False),
        counted("visitors"),
        Column("reach", Kind.INTEGER, Role.AVERAGED),
        amount("takings", required=False),
        text("remark", required=False),
        repeated("basket", "takings / visitors"),
    ),
    key=("date", "shop"),
)


def test_what_only_repeats_is_not_stored() -> None:
    stored = [column.name for column in VISITS.stored]
    assert stored == ["date", "shop", "region", "visitors", "reach", "takings", "remark"]


def test_a_file_needs_what_is_required() -> None:
    assert [column.name for column in VISITS.required] == ["date", "shop", "visitors", "reach"]


def test_what_is_averaged_may_be_summed_but_its_sum_is_no_total() -> None:
    assert VISITS.measures == ("visitors", "reach", "takings")
    assert VISITS.totals == ("visitors", "takings")


def test_pages_filter_by_dimensions_and_not_by_keys_and_texts() -> None:
    assert VISITS.dimensions == ("date", "region")


def test_it_is_dated_where_its_rows_carry_a_day() -> None:
    assert VISITS.dated
    assert not Table("shops", "a shop", (key("shop"),)).dated


def test_a_column_is_found_by_its_name() -> None:
    assert VISITS.column("takings").kind is Kind.MONEY
    with pytest.raises(KeyError, match="visits has no column nothing"):
        VISITS.column("nothing")
