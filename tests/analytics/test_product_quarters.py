import pytest

from analytics.product_quarters import agrees, fiscal_name, follow, in_order


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


@pytest.mark.parametrize(
    ("name", "start", "called"),
    [
        ("Q1 2024", 4, "Q4 FY24 (Jan–Mar)"),
        ("Q2 2024", 4, "Q1 FY25 (Apr–Jun)"),
        ("2024-Q4", 4, "Q3 FY25 (Oct–Dec)"),
        ("Q3 2024", 7, "Q1 FY25 (Jul–Sep)"),
        ("q4/2024", 10, "Q1 FY25 (Oct–Dec)"),
        ("2024 Q2", 1, "Q2 2024"),
        ("Summer", 4, "Summer"),
        ("Q5 2024", 4, "Q5 2024"),
    ],
)
def test_a_calendar_quarter_is_one_of_a_fiscal_year(name: str, start: int, called: str) -> None:
    assert fiscal_name(name, start) == called


def test_fiscal_quarters_are_calendar_ones_where_they_begin_in_the_same_months() -> None:
    assert [start for start in range(1, 13) if agrees(start)] == [1, 4, 7, 10]


def test_quarters_follow_each_other_over_the_turn_of_a_year() -> None:
    assert follow(["Q3 2023", "Q4 2023", "Q1 2024"])
    assert not follow(["Q3 2023", "Q1 2024"])
    assert not follow(["Q3 2023", "Spring"])
