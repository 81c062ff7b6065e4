import pandas as pd

from analytics.customers import SEGMENT
from layouts.figures.histogram import APART, TOGETHER
from layouts.ui.histogram_card import histogram_card
from tests.layouts.ui.drawn import DRAWING, Card, figure, keys, note, table, title
from tests.layouts.ui.people import BY, EXACT, SAMPLED

BINS = pd.DataFrame(
    {SEGMENT: ["Loyal", "Loyal", "New", None], "age": [18.0, 40.0, 18.0, 70.0], "rows": [3.0, 1.0, 2.0, 1.0]}
)
AGES = pd.Series({"rows": 7.0, "unreported": 2.0, "0.25": 18.0, "0.5": 18.0, "0.75": 40.0})


def drawn(ages: "pd.Series[float]" = AGES, bins: pd.DataFrame = BINS) -> Card:
    return histogram_card(bins, ages, "age", BY, DRAWING, EXACT)


def test_years_are_counted_together_and_by_member() -> None:
    groups = [(trace.meta, list(trace.x), list(trace.y)) for trace in figure(drawn()).data]
    assert groups == [
        (TOGETHER, [18, 40, 70], [5, 1, 1]),
        (APART, [18, 40], [3, 1]),
        (APART, [18], [2]),
        (APART, [70], [1]),
    ]
    assert table(drawn()) == (
        ["Age", "Customers", "Loyal", "New", "Not reported"],
        [[18, 5, 3, 2, 0], [40, 1, 1, 0, 0], [70, 1, 0, 0, 1]],
    )


def test_it_says_between_what_ages_the_middle_half_lies_and_who_gives_none() -> None:
    assert title(drawn()) == "The middle half of customers is from 18 to 40 years old"
    assert note(drawn()) == "2 customers report no age."
    assert keys(drawn()) == ["Loyal 4", "New 2", "Not reported 1"]


def test_without_ages_it_says_so() -> None:
    silent = drawn(AGES * 0 + pd.Series({"unreported": 5.0}).reindex(AGES.index, fill_value=0), BINS.head(0))
    assert title(silent) == "No customer in view reports an age"
    assert table(silent)[1] == []


def test_counts_of_a_sample_are_marked() -> None:
    shown = histogram_card(BINS, AGES, "age", BY, DRAWING, SAMPLED)
    assert keys(shown)[0] == "Loyal ~4"
    assert "~customers" in figure(shown).data[0].hovertemplate
    assert title(shown) == "The middle half of customers is from ~18 to ~40 years old"
