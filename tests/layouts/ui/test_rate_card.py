import pytest

from analytics.customer_metrics import customer_metric
from analytics.intervals import wilson
from layouts.ui.rate_card import rate_card
from tests.analytics.people import nobody, people
from tests.layouts.ui.drawn import DRAWING, Card, figure, note, table, title
from tests.layouts.ui.people import BY, EXACT, SAMPLED

CHURN = customer_metric("churn")


def drawn(chosen: tuple[str, ...] = ()) -> Card:
    return rate_card(CHURN, people(), BY, DRAWING, EXACT, chosen)


def test_the_highest_rate_comes_first_and_few_customers_last() -> None:
    assert title(drawn()) == "30.0 % of New and 5.0 % of Loyal customers have left"
    rows = table(drawn())[1]
    assert [row[0] for row in rows] == ["New", "Loyal", "Tiny"]
    assert rows[0][1:4] == [90, 300, 0.3]
    assert rows[0][4:] == pytest.approx(wilson(90, 300))
    assert note(drawn()) == "Fewer than 100 customers: Tiny, pale and last."


def test_intervals_are_drawn_and_written() -> None:
    low, high = wilson(90, 300)
    bars = [trace for trace in figure(drawn()).data if trace.type == "bar"]
    assert any(trace.base[0] == pytest.approx(100 * low, rel=1e-3) for trace in bars)
    texts = [one.text for one in figure(drawn()).layout.annotations]
    assert f"{100 * low:.1f}–{100 * high:.1f}" in texts


def test_who_is_not_chosen_is_pale_and_a_sample_is_marked() -> None:
    shades = figure(drawn(("Loyal",))).data[-1].marker.color
    assert [shade.endswith(",1)") for shade in shades] == [False, True, False]
    sampled = rate_card(CHURN, people(), BY, DRAWING, SAMPLED)
    assert "~30.0" in figure(sampled).layout.annotations[0].text


def test_who_says_nothing_is_counted_where_nothing_is_scaled_up() -> None:
    more = people().now
    more["rows"] = more["rows"].where(more.index != 0, more["rows"] + 7)
    facts = people().undated(more)
    assert note(rate_card(CHURN, facts, BY, DRAWING, EXACT)).startswith("7 customers report no churn rate.")
    assert "report no" not in note(rate_card(CHURN, facts, BY, DRAWING, SAMPLED))


def test_without_rates_it_asks() -> None:
    assert title(rate_card(CHURN, nobody(), BY, DRAWING, EXACT)) == "Which segment has the highest churn rate?"
