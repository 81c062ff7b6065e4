import pytest

from analytics.view import View
from layouts.ui.lead_choices import AMOUNT, BANDS, CALL, CHOICES, COUNT, THRESHOLD, WEIGHED, WHISKERS


@pytest.mark.parametrize(
    ("text", "amount", "count"),
    [
        *(("0", True, True), ("500", True, True), ("12.5", True, False), ("-5", False, False), ("1e9", False, False)),
        *((text, False, False) for text in ("", "007", "1234567890", "nan", " 5")),
    ],
)
def test_only_a_plain_number_from_0_is_an_amount(text: str, amount: bool, count: bool) -> None:
    assert (text in AMOUNT, text in COUNT) == (amount, count)


def test_what_is_not_said_in_a_link_is_as_declared_and_the_threshold_asks_nothing_of_the_server() -> None:
    view, notices = View.parse("threshold=0.505&call=-1", CHOICES)
    assert (view.one(THRESHOLD), view.one(CALL), len(notices)) == ("0.5", "500", 2)
    assert [choice.key for choice in CHOICES if choice.local] == [THRESHOLD, BANDS, WHISKERS, WEIGHED]
