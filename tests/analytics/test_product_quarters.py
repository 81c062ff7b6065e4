import pytest

from analytics.product_quarters import in_order


def test_quarters_stand_in_the_order_of_the_calendar_each_once() -> None:
    assert in_order(["Q1 2024", "Q4 2023", "Q2 2023", "Q1 2024"]) == ("Q2 2023", "Q4 2023", "Q1 2024")


@pytest.mark.parametrize("form", ["Q{} {}", "Q{}-{}", "q{}/{}", "Q{}{}"])
def test_it_reads_other_ways_of_writing_them(form: str) -> None:
    later, earlier = form.format(1, 2024), form.format(4, 2023)
    assert in_order([later, earlier]) == (earlier, later)
    assert in_order(["2024 Q1", "2023-Q4"]) == ("2023-Q4", "2024 Q1")


def test_what_is_no_quarter_comes_last_by_name() -> None:
    assert in_order(["Summer", "Q5 2020", "Q4 2025", "Jan 2020"]) == ("Q4 2025", "Jan 2020", "Q5 2020", "Summer")
    assert in_order([]) == ()
