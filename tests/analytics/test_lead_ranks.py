import pandas as pd
import pytest

from analytics.lead_ranks import LEAD, ranked, spanned
from analytics.leads import COUNT, SCORE

COUNTED = pd.DataFrame({SCORE: [0.9, 0.5, 0.5, 0.1], COUNT: [2.0, 1.0, 2.0, 4.0]})


@pytest.mark.parametrize(
    ("first", "last", "scores", "above"),
    [
        (1, 2, ("0.9",), 0),
        (2, 3, ("0.9", "0.5"), 0),
        (3, 5, ("0.5",), 2),
        (5, 6, ("0.5", "0.1"), 2),
        (6, 9, ("0.1",), 5),
    ],
)
def test_the_scores_that_hold_some_ranks_and_how_many_are_above(
    first: int, last: int, scores: tuple[str, ...], above: int
) -> None:
    assert spanned(COUNTED, first, last) == (scores, above)


def test_equal_scores_are_ordered_by_id() -> None:
    found = ranked(pd.DataFrame({LEAD: ["c", "b", "a"], SCORE: [0.2, 0.9, 0.2]}))
    assert list(found[LEAD]) == ["b", "a", "c"]
