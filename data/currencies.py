"""Which currency a heading, a cell or a word means."""

import re

from babel.numbers import is_currency

SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
    "SG$": "SGD",
    "HK$": "HKD",
    "MX$": "MXN",
    "NT$": "TWD",
    "R$": "BRL",
    "₹": "INR",
    "RS": "INR",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "円": "JPY",
    "₩": "KRW",
    "₺": "TRY",
    "₽": "RUB",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₦": "NGN",
    "₪": "ILS",
    "₴": "UAH",
    "ZŁ": "PLN",
    "KČ": "CZK",
    "FT": "HUF",
    "R": "ZAR",
    "RM": "MYR",
    "RP": "IDR",
    "CHF": "CHF",
    "د.إ": "AED",
    "ر.س": "SAR",
    "ج.م": "EGP",
}
CODES = tuple(
    "AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JOD JPY KES "  # noqa: SIM905
    "KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD "
    "UAH UGX USD UYU UZS VND ZAR".split()
)
CROWNS = ("SEK", "NOK", "DKK", "ISK")
DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP"})
YENS = frozenset({"JPY", "CNY"})
SHARED = {"$": DOLLARS, "¥": YENS, "￥": YENS, "KR": frozenset(CROWNS)}


def code(word: str) -> str | None:
    """The ISO 4217 code that a word or symbol means; None where it means none."""
    bare = word.strip(" .\u00a0\u202f").upper().replace("￥", "¥")
    if bare in SYMBOLS:
        return SYMBOLS[bare]
    return bare if re.fullmatch("[A-Z]{3}", bare) and is_currency(bare) else None


def heading_code(unit: str) -> str | None:
    """The currency that the unit of a heading means: `(all)` is a word, `(ALL)` would be the lek."""
    return None if re.fullmatch("[a-z]+|[A-Z][a-z]+", unit.strip()) and unit.strip() != "Rs" else code(unit)


def same(symbol: str, known: str) -> bool:
    """Whether amounts with that symbol may be in the currency that is known already: `$` is many countries'."""
    return symbol == known or code(symbol) == known or known in SHARED.get(symbol.strip(" .").upper(), frozenset())


def meant(symbol: str, likely: str) -> str:
    """The currency of a symbol: of those that share it the likely one, if that is among them."""
    return likely if likely in SHARED.get(symbol.strip(" .").upper(), ()) else code(symbol) or symbol
