"""How the money of a country is written: lakh and crore for rupees, K, M and B elsewhere."""

from dataclasses import dataclass
from functools import cache

from analytics.figure import NO_BREAK

LAKH_CURRENCIES = frozenset({"INR", "BDT", "BTN", "NPR"})


@dataclass(frozen=True)
class Scale:
    """From `start` on, values are divided by `size` and carry `unit`; `grain` is what the scale below rounds to."""

    start: float
    size: float
    unit: str
    grain: float

    def fits(self, value: float) -> bool:
        """Whether the value reaches this scale once rounded as the scale below would write it."""
        return round(abs(value) / self.grain) * self.grain >= self.start


LAKH_SCALES = (Scale(1e7, 1e7, "Cr", 1e3), Scale(1e5, 1e5, "L", 1))
WESTERN_SCALES = (Scale(1e9, 1e9, "B", 1e4), Scale(1e6, 1e6, "M", 10), Scale(1e5, 1e3, "K", 1))


@dataclass(frozen=True)
class Currency:
    """How a currency is written: its prefix, its digits after the point and whether it counts in lakh and crore."""

    prefix: str
    digits: int
    lakh: bool

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The abbreviations it is written with, largest first."""
        return LAKH_SCALES if self.lakh else WESTERN_SCALES


@cache
def currency_of(code: str) -> Currency:
    """The writing of an ISO 4217 code; grouping follows CLDR, where INR, BDT, BTN and NPR count in lakh."""
    from babel.numbers import get_currency_precision, get_currency_symbol

    symbol = get_currency_symbol(code, "en")
    prefix = symbol + NO_BREAK if symbol[-1].isalpha() else symbol
    return Currency(prefix, get_currency_precision(code), code in LAKH_CURRENCIES)
