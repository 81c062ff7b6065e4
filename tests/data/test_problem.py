from data.problem import Problem


def test_problem_without_a_place_is_the_file() -> None:
    assert str(Problem(None, None, "text", "a PDF document")) == "file: expected text, found a PDF document"
    assert str(Problem(1200, "Spend", "a number", "x")) == "line 1,200, column Spend: expected a number, found x"
