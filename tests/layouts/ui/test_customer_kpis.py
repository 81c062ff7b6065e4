import pandas as pd

from layouts.ui.customer_kpis import customer_kpis
from tests.analytics.people import people
from tests.layouts.ui.drawn import DRAWING
from tests.layouts.ui.people import EXACT, SAMPLED

WORTH = pd.Series({"0.5": 812.5})


def test_each_says_how_sure_or_how_uneven_it_is() -> None:
    strip = {one.label: one for one in customer_kpis(people(), WORTH, DRAWING, EXACT)}
    notes = {label: one.note.replace("\u00a0", " ") for label, one in strip.items()}
    assert notes == {
        "Customers": "No dates in the file",
        "Value per customer": "median ₹812.50",
        "Value per purchase": "670 purchases",
        "NPS": "95 %: −18 to −1",
        "Churn rate": "95 %: 18.2 % to 25.3 %",
        "Satisfaction": "95 %: 3.49 to 3.63",
    }
    assert strip["Value per customer"].parts == [("Loyal", 1_000_000), ("New", 180_000), ("Tiny", 20_000)]
    assert strip["NPS"].parts == [("detractors", 260), ("promoters", 210), ("passives", 40)]


def test_what_is_not_reported_says_why_instead() -> None:
    silent = people().now.assign(churned=float("nan"))
    strip = customer_kpis(people().undated(silent), WORTH, DRAWING, EXACT)
    assert (strip[4].value, strip[4].note, strip[4].parts) == ("n/a", "Churned not reported", ())


def test_only_what_comes_from_a_sample_is_marked() -> None:
    marked = [one.label for one in customer_kpis(people(), WORTH, DRAWING, SAMPLED) if one.value.startswith("~")]
    assert marked == ["Churn rate", "Satisfaction"]
    assert customer_kpis(people(), WORTH, DRAWING, SAMPLED)[1].note.startswith("median ~")
