import pytest

from analytics.choices import Choice
from analytics.insight import Insight
from analytics.lead_evidence import Model
from analytics.lead_findings import Apart
from analytics.lead_slice_insights import buys_otherwise, ranked_otherwise
from analytics.lead_thresholds import Terms
from analytics.slices import AUC, BASE_RATE
from analytics.view import View
from tests.analytics.leadrows import leads

CHOICES = (Choice("by", ("industry", "size"), ("industry",)), Choice("size", ("Small", "Large"), multiple=True))
MODEL = Model(leads(), None, None, None, Terms(1, 3), {}, {"size": "company size"}, None, View(CHOICES), "INR")


def words(found: Insight) -> str:
    return "".join(str(part) for part in found.words).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("difference", "low", "high", "kind", "side"),
    [(0.1, 0.05, 0.15, "Ranked better", "above"), (-0.1, -0.15, -0.05, "Ranked worse", "below")],
)
def test_a_slice_that_is_ranked_otherwise_says_by_how_much_and_how_surely(
    difference: float, low: float, high: float, kind: str, side: str
) -> None:
    found = ranked_otherwise("size", Apart("Small", AUC, 0.8, difference, low, high, 120), MODEL)
    assert (found.kind, found.subject, found.figure, found.good) == (kind, "Small", "0.800", difference > 0)
    assert words(found) == f"AUC 0.100 {side} the other leads (95 %: 0.050 to 0.150), on 120 leads."
    assert (found.link, str(found.view)) == ("AUC by company size", "by=size")


@pytest.mark.parametrize(
    ("difference", "low", "high", "kind", "others"),
    [(0.2, 0.1, 0.3, "Buys more often", "20"), (-0.2, -0.3, -0.1, "Buys less often", "60")],
)
def test_a_slice_that_buys_otherwise_stands_beside_the_others_and_links_to_itself(
    difference: float, low: float, high: float, kind: str, others: str
) -> None:
    found = buys_otherwise("size", Apart("Large", BASE_RATE, 0.4, difference, low, high, 1), MODEL)
    assert (found.kind, found.subject, found.good) == (kind, "Large", None)
    assert words(found) == (
        f"40.0 % bought, {others}.0 % of the others: a difference of 20.0 points (95 %: 10.0 to 30.0), on 1 lead."
    )
    assert (found.link, str(found.view)) == ("Large alone", "size=Large")
