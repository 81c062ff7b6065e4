from dataclasses import replace

import pytest

from analytics.lead_evidence import Model
from analytics.lead_thresholds import Terms
from analytics.view import View
from tests.analytics.leadrows import leads

MODEL = Model(leads(), None, None, None, Terms(call=1, win=3), {}, {}, None, View(()), "INR")


@pytest.mark.parametrize(
    ("currency", "number", "words"),
    [
        ("INR", 0, "0 leads"),
        ("INR", 1, "1 lead"),
        ("INR", 123_456, "1,23,456 leads"),
        ("USD", 123_456, "123,456 leads"),
    ],
)
def test_leads_are_counted_in_words_and_grouped_as_money_is(currency: str, number: int, words: str) -> None:
    assert replace(MODEL, currency=currency).count(number).replace("\u00a0", " ") == words


def test_nothing_was_trained_unless_it_is_said() -> None:
    assert (*MODEL.rivals, MODEL.training) == (None,)
