"""How numbers and dates are written: lakh and crore for rupees, K, M and B elsewhere."""

import math
import re
from datetime import date
from enum import StrEnum

from analytics.currency import Currency, currency_of
from analytics.figure import NO_BREAK, TIMES, Figure

MINUS = "−"
NOT_AVAILABLE = "n/a"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Unit(StrEnum):
    """What a metric is counted in; PERCENT is a fraction until it is written, SCORE is what people gave of five."""

    CURRENCY = "currency"
    COUNT = "count"
    PERCENT = "percent"
    TIMES = "x"
    SCORE = "score"
    DAYS = "days"


def money(value: float | None, currency: str) -> Figure:
    """Money as cards show it: ₹213.06 Cr, ₹90.86 L, ₹12,345, ₹70.83."""
    number, style = _finite(value), currency_of(currency)
    if number is None:
        return Figure(NOT_AVAILABLE)
    whole = round(abs(number), style.digits) >= 1000
    return _scaled(number, style, 0 if whole or not number else style.digits, style.prefix)


def exact_money(value: float | None, currency: str) -> str:
    """Money in full: ₹12,34,567.00."""
    number, style = _finite(value), currency_of(currency)
    return NOT_AVAILABLE if number is None else written(number, style.digits, style, style.prefix)


def count(value: float | None, currency: str) -> Figure:
    """A count, abbreviated as the currency is: 8.57 L, 5,000; a part of one keeps a decimal: 0.4."""
    number = _finite(value)
    if number is None:
        return Figure(NOT_AVAILABLE)
    return _scaled(number, currency_of(currency), int(abs(number) < 10 and not number.is_integer()))


def exact_count(value: float | None, currency: str) -> str:
    """A count in full, grouped as the currency is: 8,57,123."""
    number = _finite(value)
    return NOT_AVAILABLE if number is None else written(number, 0, currency_of(currency))


def percent(value: float | None, decimals: int = 1) -> str:
    """A fraction as a percentage: 0.054 is 5.4 %."""
    number = _finite(value)
    return NOT_AVAILABLE if number is None else f"{written(number * 100, decimals)}{NO_BREAK}%"


def multiple(value: float | None) -> Figure:
    """A multiple: 35.1×."""
    return decimal(value, 1, TIMES)


def decimal(value: float | None, decimals: int, unit: str = "") -> Figure:
    """A plain number with so many decimals: 4.14, 2.6 days."""
    number = _finite(value)
    return Figure(NOT_AVAILABLE) if number is None else Figure(written(number, decimals), unit)


def change(value: float | None, decimals: int = 1) -> str:
    """A relative change with its sign: +5.4 %, −9.3 %; no sign where it rounds to nothing."""
    return ("+" if direction(value, decimals) > 0 else "") + percent(value, decimals)


def direction(value: float | None, decimals: int = 1) -> int:
    """Which way a relative change points once written: 1, -1, or 0 where it rounds to nothing or is not known."""
    number = round((_finite(value) or 0) * 100, decimals)
    return (number > 0) - (number < 0)


def moved(value: float | None, decimals: int = 1) -> str:
    """A relative change with an arrow in place of its sign: ▲ 5.4 %, ▼ 9.3 %."""
    arrow = {1: f"▲{NO_BREAK}", -1: f"▼{NO_BREAK}", 0: ""}[direction(value, decimals)]
    return arrow + percent(value, decimals).removeprefix(MINUS)


def format_value(value: float | None, unit: str, currency: str) -> Figure:
    """The figure of a metric by its unit; ValueError for a unit that is none of Unit."""
    match Unit(unit):
        case Unit.CURRENCY:
            return money(value, currency)
        case Unit.COUNT:
            return count(value, currency)
        case Unit.TIMES:
            return multiple(value)
        case Unit.SCORE:
            return decimal(value, 2)
        case Unit.DAYS:
            return decimal(value, 1, Unit.DAYS)
        case Unit.PERCENT:
            number, _, sign = percent(value).partition(NO_BREAK)
            return Figure(number, sign)


def day(value: date, year: bool = True) -> str:
    """A day as read: 5 Jan 2024, or 5 Jan."""
    return f"{value.day} {MONTHS[value.month - 1]}" + (f" {value.year}" if year else "")


def span(start: date, end: date) -> str:
    """The days from start to end, saying nothing twice: 1 Jan – 31 Dec 2024, 1–3 Jan 2023."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start, year=start.year != end.year)} – {day(end)}"


def written(value: float, decimals: int, style: Currency | None = None, prefix: str = "") -> str:
    """A finite number with a true minus, the prefix behind it, grouped in the currency's style or in thousands."""
    whole, point, fraction = f"{abs(value):.{decimals}f}".partition(".")
    digits = whole + fraction
    sign = MINUS if value < 0 and digits.strip("0") else ""
    grouping = r"(?<=\d)(?=(\d\d)+\d$)" if style and style.lakh else r"(?<=\d)(?=(\d{3})+$)"
    return f"{sign}{prefix}{re.sub(grouping, ',', whole)}{point}{fraction}"


def _scaled(value: float, style: Currency, decimals: int, prefix: str = "") -> Figure:
    scale = next((scale for scale in style.scales if scale.fits(value)), None)
    if scale is None:
        return Figure(written(value, decimals, style, prefix))
    return Figure(written(value / scale.size, 2, style, prefix), scale.unit)


def _finite(value: float | None) -> float | None:
    return float(value) if value is not None and math.isfinite(value) else None
