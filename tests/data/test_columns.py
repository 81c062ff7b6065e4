import pytest

from data.columns import Column, Kind, Role, amount, counted, day, dimension, flag, key, number, repeated, text, whole


@pytest.mark.parametrize(
    ("made", "kind", "role"),
    [
        (key("id"), Kind.TEXT, Role.KEY),
        (dimension("region"), Kind.TEXT, Role.DIMENSION),
        (day(), Kind.DATE, Role.DIMENSION),
        (counted("clicks"), Kind.INTEGER, Role.MEASURE),
        (counted("conversions", Kind.NUMBER), Kind.NUMBER, Role.MEASURE),
        (amount("spend"), Kind.MONEY, Role.MEASURE),
        (text("name"), Kind.TEXT, Role.ATTRIBUTE),
        (whole("age", 0, 120), Kind.INTEGER, Role.ATTRIBUTE),
        (number("rating", "of 5", 0, 5), Kind.NUMBER, Role.ATTRIBUTE),
        (flag("churned"), Kind.FLAG, Role.ATTRIBUTE),
        (repeated("ctr", "100 * clicks / impressions"), Kind.NUMBER, Role.REPEATED),
    ],
    ids=lambda given: given.name if isinstance(given, Column) else str(given),
)
def test_each_usual_column_is_of_its_kind_and_role(made: Column, kind: Kind, role: Role) -> None:
    assert (made.kind, made.role) == (kind, role)


def test_what_is_counted_or_paid_is_not_below_nothing_unless_it_says_so() -> None:
    assert (counted("clicks").low, amount("spend").low, whole("age").low) == (0, 0, 0)
    assert amount("profit", low=None).low is None


def test_only_what_repeats_may_always_be_missing() -> None:
    assert not repeated("ctr").required
    assert all(column.required for column in (key("id"), day(), counted("clicks"), amount("spend"), flag("churned")))


def test_money_is_in_the_currency_of_its_file() -> None:
    assert amount("spend").unit == "currency"
