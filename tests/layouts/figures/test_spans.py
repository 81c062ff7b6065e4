import pytest

from layouts.figures.spans import spans, visible


def test_a_span_goes_from_one_share_to_the_other_in_percent() -> None:
    bars = spans([(0.1, 0.25), (-0.1, 0.0)], "#123456", 0.5)
    assert [(low, low + wide) for low, wide in zip(bars.base, bars.x, strict=True)] == [(10, 25), (-10, 0)]
    assert (list(bars.y), bars.width, bars.marker.color) == ([0, 1], 0.5, "#123456")


def test_a_narrow_one_is_widened_about_its_middle_and_a_wide_one_left() -> None:
    assert visible(0.5, 0.5) == pytest.approx((0.498, 0.502))
    assert visible(0.1, 0.2) == (0.1, 0.2)
