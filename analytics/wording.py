"""Views and periods in plain words."""

from collections.abc import Sequence
from datetime import timedelta

from analytics.filters import FILTERS, Filter
from analytics.ignored import short
from analytics.numbers import MONTHS, span
from analytics.periods import Dates, Period
from analytics.presets import ALL
from analytics.view import BASIS, COMPARE, DATING, PERIOD, View

BLENDED, PAID = "blended", "paid"
UNDATED = {"dates": set(DATING) - {COMPARE}, "comparison": {COMPARE}, "blended or paid": {BASIS}}


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
    """A period with its preposition: in 2024, over Nov 2025 – Oct 2026, on 5 Jan 2024."""
    name = period_name(period)
    if period.days == 1:
        return f"on {name}"
    return f"over {name}" if "–" in name else f"in {name}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: A, B and C."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def lower(label: str) -> str:
    """A label inside a sentence: an abbreviation stays as it is."""
    first = label.replace(",", " ").split(" ", 1)[0]
    return label if first.isupper() else label[0].lower() + label[1:]


def sentence(
    view: View, table: str, dates: Dates | None, organic: Sequence[str] = (), *, monthly: bool = False
) -> Words:
    """What is selected, in words: filters, days, comparison, and what is not applied on this page.

    Without `dates` the table carries none; `monthly` says that the days are those of whole months.
    """
    shown = [known.on(table) for known in FILTERS if known.key in {choice.key for choice in view.choices}]
    return (
        *_filters(view, shown),
        *(_days(view, dates, monthly) if dates else [f"{'as' if shown else 'As'} loaded: the file carries no dates"]),
        ".",
        *_basis(view, organic),
        *_not_applied(view),
    )


def _days(view: View, dates: Dates, monthly: bool) -> Words:
    whole = [" (whole months)"] if monthly else []
    days = Strong(span(dates.period.start, dates.period.end))
    against = _compared(dates.compared, dates.loaded) if COMPARE in {choice.key for choice in view.choices} else []
    return [days, *whole, *_all_dates(view), *against]


def _filters(view: View, filters: Sequence[Filter]) -> Words:
    every = [known.plural for known in filters if not view.many(known.key)]
    words: list[str] = [f"All {listed(every)}"] if every else []
    for known in filters:
        if values := view.many(known.key):
            words += [", " if words else "", f"{lower(known.label)} " if words else f"{known.label} "]
            words.append(Strong(listed(values)))
    return [*words, ", "] if words else []


def _all_dates(view: View) -> Words:
    return [" (all dates: nothing earlier or later is loaded)"] if view.one(PERIOD) == ALL else []


def _compared(compared: Period | None, loaded: Period) -> Words:
    if compared is None:
        return [", no comparison"]
    days = span(compared.start, compared.end)
    if compared.within(loaded) is None:
        return [f", not compared: {days} is not loaded"]
    missing = [span(gap.start, gap.end) for gap in _missing(compared, loaded)]
    return [", compared with ", Strong(days), *([f" ({listed(missing)} not loaded)"] if missing else [])]


def _missing(compared: Period, loaded: Period) -> list[Period]:
    before = Period(compared.start, loaded.start - timedelta(days=1))
    after = Period(loaded.end + timedelta(days=1), compared.end)
    return [gap for gap in (before, after) if gap.start <= gap.end]


def _basis(view: View, organic: Sequence[str]) -> Words:
    if not any(choice.key == BASIS for choice in view.choices) or view.one(BASIS) != PAID:
        return []
    return [f" Paid channels only: {listed(organic)} left out." if organic else " Every channel here is paid."]


def _not_applied(view: View) -> Words:
    labels = {known.key: f"{lower(known.label)} " for known in FILTERS}
    kept = [
        f"{labels[key]}{listed([short(value) for value in values])}" for key, values in view.carried if key in labels
    ]
    others = {key for key, _ in view.carried}
    kept += [words for words, keys in UNDATED.items() if others & keys]
    return [f" Not applied on this page: {'; '.join(kept)}."] if kept else []
