from layouts.ui.coverage import Coverage


def test_who_reports_nothing_is_counted_and_said_in_the_singular_too() -> None:
    exact = Coverage("INR")
    assert exact.note(1, "income") == "1 customer reports no income."
    assert exact.note(120_000, "income", "", "More.") == "1,20,000 customers report no income. More."
    assert exact.note(0, "income") == ""


def test_what_comes_from_a_sample_is_marked_and_said() -> None:
    sampled = Coverage("USD", 1_000_000)
    assert (sampled.mark, sampled.count(1234.0)) == ("~", "~1,234")
    assert sampled.note(2, "age") == ("~2 customers report no age. ~ From a random sample of 1,000,000 customers.")
