from dataclasses import replace

import pandas as pd
import pytest

from analytics.choices import Choice, Steps
from analytics.classifier import slices
from analytics.lead_evidence import Model
from analytics.lead_insights import (
    broken_promise,
    lead_insights,
    learned_by_heart,
    outranked,
    threshold_cost,
)
from analytics.lead_rivals import Rival, rivals
from analytics.lead_thresholds import Terms, thresholds
from analytics.leads import Leads
from analytics.view import View
from tests.analytics.leadrows import counted, curve, leads
from tests.analytics.rivalry import many

CHOICES = (
    Choice("threshold", Steps(0, 1, 0.01), ("0.5",)),
    Choice("by", ("industry", "size"), ("industry",)),
    Choice("size", ("Small", "Large"), multiple=True),
    Choice("weighed", ("supplied", "logistic", "boosted"), ("supplied",)),
    Choice("bands", ("shown", "hidden"), ("shown",)),
)
SOME = Terms(call=1, win=3)


def sizes(small: int, large: int) -> pd.DataFrame:
    """Two hundred leads of two sizes, of whom so many bought; the score says nothing."""
    weight = [small, 200 - small, large, 200 - large]
    return slices([1, 0, 1, 0], [0.5] * 4, ["Small", "Small", "Large", "Large"], weight=weight)


def model(told: Leads | None = None, /, **changes: object) -> Model:
    told, terms = told or leads(), SOME
    made = Model(
        told, thresholds(told, terms), 0.5, 0.5, terms, {}, {"size": "company size"}, None, View(CHOICES), "INR"
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def words(parts: object) -> str:
    return "".join(parts).replace("\u00a0", " ")  # type: ignore[arg-type]


def test_what_the_supplied_threshold_costs_worked_by_hand() -> None:
    # From 0.7 on: two won of three calls, 3; from 0.3 on: four won of six calls, 6.
    found = threshold_cost(model(used=0.7, earning=0.3))
    assert found is not None
    assert (found.subject, found.figure, str(found.view)) == ("From 0.30", "₹3.00", "threshold=0.3")
    assert words(found.words) == (
        "Calling from 0.30 on is expected to earn ₹6.00, from the supplied 0.70 ₹3.00, "
        "where a call and a buyer are worth ₹1.00 and ₹3.00."
    )


@pytest.mark.parametrize(
    "changes",
    [{"used": None}, {"earning": None}, {"points": None}, {"used": 0.3, "earning": 0.3}, {"used": 0.3, "earning": 0.7}],
)
def test_a_threshold_that_costs_nothing_is_not_told(changes: dict[str, object]) -> None:
    assert threshold_cost(model(**changes)) is None


def test_a_promise_that_is_broken_links_to_its_scores() -> None:
    told = Leads.counted(counted((0.92, 0.93, 0.01, 0.02), (1, 0, 0, 0), times=200))
    found = broken_promise(model(told))
    assert found is not None
    assert (found.subject, found.good) == ("Promises too much", False)
    assert words(found.words).startswith("400 leads scored 0.9 to 1.0 were promised 92.5 %; 50.0 % bought (95 %: ")
    assert str(found.view) == "threshold=0.9"


def test_a_slice_that_buys_more_often_links_to_itself() -> None:
    (found,) = lead_insights(model(slices={"size": sizes(160, 80)}))
    assert found.kind in {"Buys more often", "Buys less often"}
    assert str(found.view) == f"size={found.subject}"
    assert "80.0 %" in words(found.words)
    assert "40.0 %" in words(found.words)


def test_a_slice_that_is_ranked_worse_links_to_its_breakdown() -> None:
    # Small leads are ranked the wrong way round, large ones the right way.
    table = slices([1, 0, 1, 0], [0.2, 0.8, 0.8, 0.2], ["Small", "Small", "Large", "Large"], weight=[99] * 4)
    noisy = table.assign(
        auc_difference_low=table["auc_difference"] - 0.1, auc_difference_high=table["auc_difference"] + 0.1
    )
    found, *rest = lead_insights(model(slices={"size": noisy}))
    assert (found.kind, str(found.view)) in {("Ranked worse", "by=size"), ("Ranked better", "by=size")}
    assert rest == []


def test_a_learning_curve_whose_bands_do_not_meet() -> None:
    found = learned_by_heart(model(training=curve(0.95, 0.7)))
    assert found is not None
    assert words(found.words).startswith("Trained on 200 leads it scores 0.95 on those and 0.70 on others")
    assert learned_by_heart(model(training=curve())) is None
    assert learned_by_heart(model()) is None


def test_where_nothing_stands_out_nothing_is_said() -> None:
    assert lead_insights(model(slices={"size": sizes(100, 100)}, training=curve())) == ()


def test_at_most_three_are_said() -> None:
    told = Leads.counted(counted((0.92, 0.93, 0.01, 0.02), (1, 0, 0, 0), times=200))
    found = lead_insights(
        model(told, used=0.99, earning=0.92, slices={"size": sizes(160, 80)}, training=curve(0.95, 0.7))
    )
    assert len(found) == 3


def baselines(logistic: float, boosted: float) -> list[Rival]:
    """The baselines on two thousand leads, each as good a ranking as its number, the supplied one as 1."""
    found = rivals(many(1, logistic, boosted))
    assert found is not None
    return list(found.baselines)


def test_the_best_of_the_baselines_that_rank_better_beyond_doubt_is_told() -> None:
    both = baselines(1.4, 1.6)
    found = outranked(model(rivals=both))
    assert found is not None
    assert (found.subject, found.good, str(found.view)) == ("Boosted trees", False, "weighed=boosted")
    assert found.figure == f"{both[1].area.value:.3f}"
    ahead = both[1].ahead
    assert words(found.words) == (
        f"On the same 2,000 leads its AUC is {ahead.value:.3f} above that of the supplied score "
        f"(95 %: {ahead.low:.3f} to {ahead.high:.3f})."
    )


@pytest.mark.parametrize("strengths", [(1.0, 1.005), (0.6, 0.5)])
def test_a_baseline_that_is_not_surely_better_is_not_told(strengths: tuple[float, float]) -> None:
    assert outranked(model(rivals=baselines(*strengths))) is None
    assert outranked(model()) is None
