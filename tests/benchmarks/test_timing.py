import pytest

from tests.benchmarks.timing import Timing, table, timed


@pytest.mark.parametrize(
    ("milliseconds", "median", "p95"),
    [([3.0], 3, 3), ([4.0, 1.0, 2.0], 2, 4), ([float(n) for n in range(1, 21)], 10.5, 19), ([1.0, 2.0], 1.5, 2)],
)
def test_summary(milliseconds: list[float], median: float, p95: float) -> None:
    assert Timing.of(milliseconds) == Timing(median, p95)


def test_the_first_call_is_not_counted() -> None:
    calls: list[None] = []
    timed(lambda: calls.append(None), runs=3)
    assert len(calls) == 4


def test_a_slow_call_is_measured_once() -> None:
    calls: list[None] = []
    timed(lambda: calls.append(None), runs=1000, seconds=0)
    assert len(calls) == 2


def test_words_stand_left_and_numbers_right() -> None:
    lines = table(("rows", "ms"), [("first", 1234), ("x", 5.25), ("y", Timing(1, 2000))]).splitlines()
    assert lines == ["rows              ms", "first          1,234", "x                5.2", "y      1.0 / 2,000.0"]
