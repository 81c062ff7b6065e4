import pytest

from analytics.comparison import Facts
from analytics.headline import headline
from analytics.wording import Strong
from tests.analytics.frames import (
    NOT_REPORTED,
    REAL_LOADED,
    Row,
    facts,
    period,
    plain,
    reading,
    real_rows,
    row,
)

YEAR, BEFORE = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")


def answer(*rows: Row, loaded: str = "2023-01-01") -> str:
    return plain(headline(reading(facts(rows, YEAR, BEFORE, period(loaded, "2024-12-31")))))


def now(channel: str, spend: float, revenue: float) -> Row:
    return row("2024-06-01", channel, spend=spend, revenue=revenue)


def before(channel: str, spend: float, revenue: float) -> Row:
    return row("2023-06-01", channel, spend=spend, revenue=revenue)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([now("Email", 10, 35)], "₹3.50 of revenue for every ₹1 of ad spend in 2024."),
        (
            [now("Email", 10, 35), before("Email", 10, 20)],
            "₹3.50 of revenue for every ₹1 of ad spend in 2024, up from ₹2.00.",
        ),
        (
            [now("Email", 10, 15), before("Email", 10, 20)],
            "₹1.50 of revenue for every ₹1 of ad spend in 2024, down from ₹2.00.",
        ),
        (
            [now("Email", 10, 20), before("Email", 5, 10)],
            "₹2.00 of revenue for every ₹1 of ad spend in 2024, unchanged.",
        ),
        (
            [now("Email", 10, 20.01), before("Email", 10, 20)],
            "₹2.00 of revenue for every ₹1 of ad spend in 2024, unchanged.",
        ),
        ([now("Email", 10, 0)], "₹0 of revenue for every ₹1 of ad spend in 2024."),
        ([now("Email", 10, 35), before("Email", 10, 0)], "₹3.50 of revenue for every ₹1 of ad spend in 2024."),
        ([now("Direct", 0, 35)], "₹35.00 of revenue in 2024 with no ad spend."),
        (
            [now("Email", NOT_REPORTED, 35)],
            "₹35.00 of revenue in 2024. No return can be given: spend not reported.",
        ),
        (
            [now("Email", NOT_REPORTED, 35), now("Fax", 5, NOT_REPORTED)],
            "₹35.00 of revenue in 2024. No return can be given: no row reports revenue and spend together.",
        ),
        ([now("Email", 10, NOT_REPORTED)], ""),
        ([], ""),
    ],
)
def test_the_answer_is_what_the_rows_hold(rows: list[Row], expected: str) -> None:
    assert answer(*rows) == expected


@pytest.mark.parametrize(
    ("email", "fax", "exception"),
    [
        ((100, 300), (100, 78), " Leave Email out and revenue fell 22 %."),
        ((100, 300), (100, 110), ""),
        ((100, 300), (100, 99.6), ""),
        ((100, 10), (100, 120), " Leave Email out and revenue rose 20 %."),
        ((100, 10), (100, 90), ""),
        ((100, 120), (100, 80), " Leave Email out and revenue fell 20 %."),
        ((100, 300), (0, 78), ""),
    ],
)
def test_the_mover_is_named_where_the_others_went_another_way(
    email: tuple[float, float], fax: tuple[float, float], exception: str
) -> None:
    rows = [
        row(day, name, spend=10, revenue=values[place])
        for name, values in (("Email", email), ("Fax", fax))
        for place, day in enumerate(("2023-06-01", "2024-06-01"))
    ]
    assert "".join(answer(*rows).partition(" Leave")[1:]) == exception


def test_nothing_rose_or_fell_against_days_that_are_not_loaded() -> None:
    rows = now("Email", 10, 35), before("Email", 10, 20)
    assert answer(*rows, loaded="2023-01-10").endswith("up from ₹2.00.")
    assert answer(*rows, loaded="2023-03-01").endswith("in 2024.")
    moved = [now("Email", 1, 300), now("Fax", 1, 78), before("Email", 1, 100), before("Fax", 1, 100)]
    assert "Leave Email out" in answer(*moved)
    assert "Leave" not in answer(*moved, loaded="2023-03-01")


def test_one_figure_stands_out() -> None:
    words = headline(reading(facts([now("Email", 10, 35)], YEAR)))
    assert [word for word in words if isinstance(word, Strong)] == ["₹3.50"]


def test_the_answer_of_the_real_data() -> None:
    given = Facts.split(real_rows(), YEAR, BEFORE, REAL_LOADED)
    assert plain(headline(reading(given))) == (
        "₹35.08 of revenue for every ₹1 of ad spend in 2024, up from ₹27.70. Leave Email out and revenue fell 22 %."
    )
