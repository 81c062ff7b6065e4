import pytest

from data.currencies import CODES, code, heading_code, meant, same


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("$", "USD"),
        ("A$", "AUD"),
        ("₹", "INR"),
        ("Rs.", "INR"),
        ("inr", "INR"),
        ("￥", "JPY"),
        ("kr", None),
        ("XXZ", None),
        ("", None),
    ],
)
def test_a_word_means_a_currency(word: str, expected: str | None) -> None:
    assert code(word) == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("INR", "INR"), ("all", None), ("All", None), ("€", "EUR"), ("Rs", "INR")]
)
def test_the_unit_of_a_heading_means_one_only_as_a_code_or_symbol(unit: str, expected: str | None) -> None:
    assert heading_code(unit) == expected


@pytest.mark.parametrize(
    ("symbol", "known", "expected"),
    [
        ("$", "AUD", True),
        ("$", "EUR", False),
        ("₹", "INR", True),
        ("¥", "CNY", True),
        ("kr", "SEK", True),
        ("kr", "INR", False),
    ],
)
def test_a_symbol_may_be_of_several_currencies(symbol: str, known: str, expected: bool) -> None:
    assert same(symbol, known) is expected


def test_a_shared_symbol_means_the_likely_currency() -> None:
    assert (meant("$", "AUD"), meant("$", "INR"), meant("₹", "AUD")) == ("AUD", "USD", "INR")


@pytest.mark.parametrize("known", CODES)
def test_codes_are_codes(known: str) -> None:
    assert code(known) == known
