import pandas as pd
import pytest

from analytics.choices import Choice
from analytics.claims import Claims
from analytics.claims_insights import claims_too_much
from analytics.trend import Grain
from analytics.view import View

VIEW = View.parse("", (Choice("credit", ("conversions", "value"), ("conversions",)),))[0]
Row = tuple[str, float, float]


def claimed(*rows: Row) -> Claims:
    """Platforms, each with what it claims and what is recorded for Facebook, over 30 days."""
    table = pd.DataFrame(rows, columns=["platform", "claimed", "recorded"]).set_index("platform")
    table = table.assign(factor=table["claimed"] / table["recorded"], days=30)
    return Claims(table, 30, {str(name): ("Facebook",) for name in table.index}, (), table, Grain.MONTH)


def test_the_platform_that_claims_furthest_beyond_what_was_recorded() -> None:
    found = claims_too_much(claimed(("Meta", 150, 100), ("Google", 260, 200)), VIEW)
    assert found is not None
    assert (found.kind, found.subject, found.figure, found.good) == ("Claims too much", "Meta", "1.50×", False)
    assert "".join(found.words).replace("\u00a0", " ") == (
        "Over 30 days it claims 1.50× the conversions recorded for Facebook: "
        "33 % of what it claims is not recorded there."
    )
    assert (str(found.view), found.link) == ("credit=value", "Credit and claims in value")


def test_of_value_it_says_revenue_and_links_to_conversions() -> None:
    found = claims_too_much(claimed(("Meta", 150, 100)), VIEW.but(credit="value"))
    assert found is not None
    assert "the revenue recorded" in found.words[0]
    assert str(found.view) == ""


@pytest.mark.parametrize("row", [("Meta", 120, 100), ("Meta", 90, 45), ("Meta", 50, 100), ("Meta", 5, 0)])
def test_a_claim_near_what_was_recorded_or_of_few_does_not_stand_out(row: Row) -> None:
    assert claims_too_much(claimed(row), VIEW) is None


def test_where_nothing_is_compared_nothing_stands_out() -> None:
    assert claims_too_much(None, VIEW) is None
