import pytest

from analytics import attribution_rules as rules
from analytics.paths import Paths
from tests.analytics.journeys import journeys

PATHS = Paths.of(journeys(("A", 1, 0, 0), ("A > B", 1, 0, 0), ("A > B > B > C > A", 1, 0, 0)))


def test_the_share_of_each_touch() -> None:
    assert rules.first(PATHS).tolist() == [1, 1, 0, 1, 0, 0, 0, 0]
    assert rules.last(PATHS).tolist() == [1, 0, 1, 0, 0, 0, 0, 1]
    assert rules.linear(PATHS) == pytest.approx([1, 0.5, 0.5, 0.2, 0.2, 0.2, 0.2, 0.2])
    assert rules.position(PATHS) == pytest.approx([1, 0.5, 0.5, 0.4, *[0.2 / 3] * 3, 0.4])
    assert rules.distinct(PATHS) == pytest.approx([1, 0.5, 0.5, 1 / 3, 1 / 3, 0, 1 / 3, 0])


def test_weights_of_nothing_at_the_ends_leave_all_to_the_middle() -> None:
    assert rules.position(PATHS, (0, 1, 0))[3:] == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3, 0])


def test_an_empty_path_has_no_shares() -> None:
    paths = PATHS.without(["B", "C"]).without(["A"])
    for rule in (rules.first, rules.last, rules.linear, rules.position, rules.distinct):
        assert rule(paths).tolist() == []
