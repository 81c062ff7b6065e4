from analytics.comparison import Facts
from layouts.ui.cards import Kpi
from layouts.ui.kpis import Measured
from layouts.ui.product_kpis import product_kpis
from tests.analytics.shelves import Row, returned, shelf
from tests.layouts.ui.drawn import DRAWING


def sold(quarter: str, sales: float) -> Row:
    return "A", "B", "C", "West", quarter, sales, sales / 4, 1.0


def figures(*rows: Row, sample: str = "") -> list[Kpi]:
    measured = Measured(Facts.undated(shelf(*rows)), len(rows), DRAWING)
    return product_kpis(("sales", "margin", "return_rate"), measured, sample)


def test_the_shape_is_that_of_the_quarters_in_order() -> None:
    sales, margin, _ = figures(sold("Q1 2024", 30), sold("Q4 2023", 10), sold("Q4 2023", 10))
    assert (sales.value, sales.spark, sales.note) == ("₹50.00", [20, 30], "Q4 2023 to Q1 2024")
    assert margin.spark == [0.25, 0.25]


def test_quarters_with_a_gap_between_them_are_counted() -> None:
    assert figures(sold("Q3 2023", 10), sold("Q1 2024", 30))[0].note == "Q3 2023 and Q1 2024"
    assert figures(sold("Q1 2023", 1), sold("Q3 2023", 10), sold("Q1 2024", 30))[0].note == "3 quarters"
    assert figures(sold("Spring", 1), sold("Summer", 10), sold("Winter", 10))[0].note == "3 quarters"


def test_one_quarter_is_named_and_no_value_says_why() -> None:
    sales, _, rate = figures(sold("Q1 2024", 30))
    assert sales.note == "Q1 2024"
    assert (rate.value, rate.note) == ("n/a", "Returned_units and units_with_return_rate not reported")


def test_only_a_rate_that_is_read_from_a_sample_says_so() -> None:
    sales, _, rate = figures(sold("Q1 2024", 30), returned("A", "West", 5, 100), sample="From a sample.")
    assert (sales.value, "sample" in sales.help) == ("₹30.00", False)
    assert (rate.value, rate.unit, rate.help.endswith("From a sample.")) == ("~5.0", "%", True)
    assert figures(sold("Q1 2024", 30), sample="From a sample.")[2].value == "n/a"
