from analytics.choices import Choice, Matching
from analytics.comparison import Facts
from analytics.product_insights import most_returned, product_insights, quarter, thin_margin
from analytics.products import CATEGORY
from analytics.reading import Dimension, Reading
from analytics.view import View
from tests.analytics.shelves import Row, product, returned, shelf

ANY = Matching(".*")
CHOICES = (Choice("metric", ANY, ("sales",)), Choice("quarter", ANY, multiple=True))
BY_CATEGORY = Dimension(CATEGORY, CATEGORY, "category")
BY_REGION = Dimension("region", "region", "region")


def reading(*rows: Row, by: Dimension = BY_CATEGORY) -> Reading:
    return Reading(Facts.undated(shelf(*rows)), View(CHOICES), "INR", by)


def sold(*amounts: float) -> list[Row]:
    """Sales of the quarters one after another, from the first of 2020."""
    return [("A", "B", "C", "North", f"Q{at % 4 + 1} {2020 + at // 4}", sum_) for at, sum_ in enumerate(amounts)]


def plain(words: object) -> str:
    return "".join(words).replace("\u00a0", " ")  # type: ignore[arg-type]


def test_the_large_category_with_the_lowest_margin_beside_what_the_others_keep() -> None:
    found = thin_margin(reading(product("Tech", "", "", 60, 6), product("Wear", "", "", 40, 12)))
    assert found is not None
    assert (found.subject, found.figure.replace("\u00a0", " "), str(found.view)) == ("Tech", "10.0 %", "metric=margin")
    assert plain(found.words) == ("Tech makes up 60 % of sales. The other categories keep 30.0 % of theirs as profit.")


def test_neither_a_small_category_nor_one_close_to_the_others_stands_out() -> None:
    small = reading(product("Tech", "", "", 5, 0), product("Wear", "", "", 95, 30), product("Home", "", "", 50, 15))
    close = reading(product("Tech", "", "", 50, 9), product("Wear", "", "", 50, 10))
    for rows in (small, close, reading(product("Tech", "", "", 60, 6)), reading()):
        assert thin_margin(rows) is None


def test_a_loss_stands_out() -> None:
    found = thin_margin(reading(product("Tech", "", "", 60, -6), product("Wear", "", "", 40, 12)))
    assert found is not None
    assert found.figure.replace("\u00a0", " ") == "−10.0 %"


def test_the_region_of_which_most_comes_back_where_the_intervals_are_apart() -> None:
    rows = (returned("A", "West", 100, 1000), returned("A", "East", 40, 1000), returned("A", "North", 60, 1000))
    found = most_returned(reading(*rows, by=BY_REGION))
    assert found is not None
    assert (found.subject, str(found.view), found.link) == ("West", "metric=return_rate", "Return rate by region")
    assert plain(found.words) == (
        "8.3 % to 12.0 % of its units came back (95 % interval). Of the other regions, 5.0 %."
    )


def test_few_units_or_near_rates_do_not_stand_out() -> None:
    few = (returned("A", "West", 10, 99), returned("A", "East", 40, 1000))
    unsure = (returned("A", "West", 12, 120), returned("A", "East", 8, 120))
    near = (returned("A", "West", 11_000, 100_000), returned("A", "East", 10_000, 100_000))
    for rows in (few, unsure, near, ()):
        assert most_returned(reading(*rows, by=BY_REGION)) is None


def test_a_quarter_far_from_the_median_of_the_others() -> None:
    # The others sell 90, 100, 110: the median is 100.
    found = quarter(reading(*sold(90, 150, 100, 110)))
    assert found is not None
    assert (found.kind, found.subject, found.good, str(found.view)) == (
        "Strongest quarter",
        "Q2 2020",
        True,
        "quarter=Q2+2020",
    )
    assert plain(found.words) == "₹150.00 of sales, 50 % above the median of the other 3 quarters."
    weak = quarter(reading(*sold(90, 100, 110, 40)))
    assert weak is not None
    assert (weak.kind, weak.figure.replace("\u00a0", " "), weak.good) == ("Weakest quarter", "▼ 60 %", False)


def test_few_or_similar_quarters_do_not_stand_out() -> None:
    for rows in (sold(90, 500, 100), sold(95, 100, 105, 110), []):
        assert quarter(reading(*rows)) is None


def test_at_most_three_and_none_where_nothing_stands_out() -> None:
    rows = (
        product("Tech", "", "", 60, 6),
        product("Wear", "", "", 40, 12),
        returned("Tech", "West", 100, 1000),
        returned("Wear", "East", 40, 1000),
        *sold(900, 100, 100, 100),
    )
    kinds, regions = reading(*rows), reading(*rows, by=BY_REGION)
    assert len(product_insights(kinds, regions)) == 3
    assert product_insights(reading(), reading(by=BY_REGION)) == ()
