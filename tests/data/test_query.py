from datetime import date

import pytest

from analytics.periods import Period
from data.query import ROWS, Histogram, Moments, Quantiles, Query, Question, Rows

YEAR = (Period(date(2024, 1, 1), date(2024, 12, 31)),)
SOUTH = (("region", ("South",)),)


@pytest.mark.parametrize(
    ("asked", "again", "other"),
    [
        (Query("a", (ROWS,), ("x",), SOUTH, YEAR), Query("a", (ROWS,), ("x",), SOUTH, YEAR), Query("a", (ROWS,))),
        (Histogram("a", (("x", 1.0),)), Histogram("a", (("x", 1.0),)), Histogram("a", (("x", 2.0),))),
        (Quantiles("a", "x", (0.5,)), Quantiles("a", "x", (0.5,)), Quantiles("a", "x")),
        (Moments("a", "x", "y"), Moments("a", "x", "y"), Moments("a", "y", "x")),
        (Rows("a", ("x",), seed=1), Rows("a", ("x",), seed=1), Rows("a", ("x",))),
    ],
)
def test_a_question_asked_again_is_the_same_and_any_other_is_not(
    asked: Question, again: Question, other: Question
) -> None:
    assert {asked: "answer"}[again] == "answer"
    assert other not in {asked: "answer"}


def test_questions_of_different_kinds_are_never_the_same() -> None:
    assert len({Quantiles("a", "x"), Rows("a", ("x",)), Query("a", ("x",)), Moments("a", "x", "x")}) == 4
