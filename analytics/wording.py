"""Views and periods in plain words."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from analytics.numbers import MONTHS, span
from analytics.periods import ALL, Period
from analytics.view import BASIS, FILTERS, PERIOD, Filter, View

PAID = "paid"


class Strong(str):
    """Words that stand out."""

    __slots__ = ()


Words = Sequence[str]


def period_name(period: Period) -> str:
    """A period as people call it: 2024, Oct 2026, Nov 2025 – Oct 2026, 5 Jan – 3 Feb 2024."""
    start, end = period.start, period.end
    if not period.whole_months:
        return span(start, end)
    if period.whole_months == 12 and start.month == 1:
        return str(start.year)
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if period.whole_months == 1:
        return last
    return f"{MONTHS[start.month - 1]}{'' if start.year == end.year else f' {start.year}'} – {last}"


def during(period: Period) -> str:
    """A period with its preposition: in 2024, over Nov 2025 – Oct 2026."""
    name = period_name(period)
    return f"over {name}" if "–" in name else f"in {name}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: A, B and C."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def sentence(
    view: View,
    table: str,
    period: Period,
    compared: Period | None,
    loaded: Period,
    organic: Sequence[str] = (),
) -> Words:
    """What is selected, in words: filters, days, comparison, and what is not applied on this page."""
    shown = [known for known in FILTERS if known.key in {choice.key for choice in view.choices}]
    return (
        *_filters(view, [known for known in shown if table in known.columns]),
        ", ",
        Strong(span(period.start, period.end)),
        *_all_dates(view),
        *_compared(compared, loaded),
        ". ",
        *_basis(view, organic),
        *_carried(view),
    )


def _filters(view: View, filters: Sequence[Filter]) -> Words:
    every = [known.plural for known in filters if not view.many(known.key)]
    words: list[str] = [f"All {listed(every)}"] if every else []
    for known in filters:
        if values := view.many(known.key):
            words += [", " if words else "", f"{known.label.lower()} " if words else f"{known.label} "]
            words.append(Strong(listed(values)))
    return words


def _all_dates(view: View) -> Words:
    return [" (all dates: nothing earlier or later is loaded)"] if view.one(PERIOD) == ALL else []


def _compared(compared: Period | None, loaded: Period) -> Words:
    if compared is None:
        return [", no comparison"]
    if compared.end < loaded.start:
        return [f", not compared: nothing is loaded before {span(loaded.start, loaded.start)}"]
    words = [", compared with ", Strong(span(compared.start, compared.end))]
    if compared.start < loaded.start:
        words.append(f" ({span(compared.start, loaded.start - timedelta(days=1))} not loaded)")
    return words


def _basis(view: View, organic: Sequence[str]) -> Words:
    if not any(choice.key == BASIS for choice in view.choices) or view.one(BASIS) != PAID:
        return []
    return [f"Paid channels only: {listed(organic)} left out. " if organic else "Every channel here is paid. "]


def _carried(view: View) -> Words:
    labels: Mapping[str, str] = {known.key: known.label for known in FILTERS}
    kept = [f"{labels[key].lower()} {listed(values)}" for key, values in view.carried]
    return [f"Not applied on this page: {'; '.join(kept)}. "] if kept else []
