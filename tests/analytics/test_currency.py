import pytest

from analytics.currency import LAKH_SCALES, WESTERN_SCALES, currency_of


@pytest.mark.parametrize(
    ("code", "prefix", "digits", "lakh"),
    [
        ("INR", "₹", 2, True),
        ("USD", "$", 2, False),
        ("JPY", "¥", 0, False),
        ("KWD", "KWD\u00a0", 3, False),
        ("NPR", "NPR\u00a0", 2, True),
    ],
)
def test_a_currency_has_its_sign_its_digits_and_its_way_of_counting(
    code: str, prefix: str, digits: int, lakh: bool
) -> None:
    found = currency_of(code)
    assert (found.prefix, found.digits, found.lakh) == (prefix, digits, lakh)


def test_rupees_are_abbreviated_in_crore_and_lakh_and_dollars_in_billions_and_millions() -> None:
    assert currency_of("INR").scales == LAKH_SCALES
    assert currency_of("USD").scales == WESTERN_SCALES


@pytest.mark.parametrize(("value", "fits"), [(99_999.4, False), (99_999.6, True), (-1e5, True)])
def test_a_value_that_rounds_to_a_scale_is_written_in_it(value: float, fits: bool) -> None:
    assert LAKH_SCALES[-1].fits(value) is fits
