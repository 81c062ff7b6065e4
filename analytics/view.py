"""The state of a page: filters, period, comparison and own choices, to and from a query string."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, urlencode

from analytics.choices import Choice, day_of
from analytics.filters import FILTERS
from analytics.ignored import short, unavailable, unknown
from analytics.periods import Period
from analytics.presets import resolve

PERIOD, FROM, TO, COMPARE, BASIS = "period", "from", "to", "compare", "basis"
DATING = (PERIOD, FROM, TO, COMPARE)
SHARED = (*DATING, BASIS, *(known.key for known in FILTERS))
LONGEST = 4096


@dataclass(frozen=True)
class View:
    """What is chosen, by link key: defaults left out, values sorted. `carried` is what only other pages filter by."""

    choices: tuple[Choice, ...]
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    carried: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def parse(cls, query: str, choices: Sequence[Choice]) -> tuple[Self, tuple[str, ...]]:
        """The view that a query string asks for, and notices of what was ignored. Never raises."""
        given, notices = _pairs(query)
        own = [choice for choice in choices if choice.key in given]
        chosen: dict[str, tuple[str, ...]] = {}
        for choice in own:
            kept, ignored = _accept(choice, given[choice.key])
            notices += ignored
            if kept and set(kept) != set(choice.default):
                chosen[choice.key] = kept
        notices += _settle_dates(chosen)
        notices += unknown([key for key in given if key not in {*SHARED, *(choice.key for choice in choices)}])
        others = set(SHARED) - {choice.key for choice in choices}
        carried = {key: tuple(given[key]) for key in others & given.keys()}
        for choice in own:
            carried[choice.key] = tuple(value for value in given[choice.key] if _is_elsewhere(choice, value))
        return cls(tuple(choices), _sorted(chosen), _sorted(carried)), tuple(notices)

    def __str__(self) -> str:
        """The canonical query string, without the question mark."""
        pairs = [(key, value) for key, values in (*self.chosen, *self.carried) for value in values]
        return urlencode(sorted(pairs))

    def many(self, key: str) -> tuple[str, ...]:
        """The values chosen for a key, else its default; empty means all."""
        return dict(self.chosen).get(key) or self._choice(key).default

    def one(self, key: str) -> str:
        """The single value chosen for a key, else its default."""
        return next(iter(self.many(key)), "")

    def but(self, **changes: str | Sequence[str]) -> "View":
        """The same view with other values for some keys; an empty value takes a key back to its default.

        KeyError for a key that the page has not.
        """
        return self._with({key: (to,) if isinstance(to, str) else tuple(to) for key, to in changes.items()})

    def over(self, period: Period) -> "View":
        """The same view over other days."""
        return self._with({PERIOD: (), FROM: (period.start.isoformat(),), TO: (period.end.isoformat(),)})

    def period(self, loaded: Period, fiscal_start: int) -> Period:
        """The days it is about, clipped to the days loaded unless it has none of them."""
        start, end = day_of(self.one(FROM)), day_of(self.one(TO))
        if start and end:
            return Period(start, end).within(loaded) or Period(start, end)
        return resolve(self.one(PERIOD), loaded, fiscal_start)

    def where(self, table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The filters in force that a table has a column for, as (column, values)."""
        own = {choice.key for choice in self.choices}
        chosen = [(known.columns.get(table), self.many(known.key)) for known in FILTERS if known.key in own]
        return tuple((column, values) for column, values in chosen if column and values)

    def _with(self, changes: Mapping[str, tuple[str, ...]]) -> "View":
        merged = {**dict(self.chosen), **changes}
        kept = {key: values for key, values in merged.items() if set(values) != set(self._choice(key).default)}
        return View(self.choices, _sorted(kept), self.carried)

    def _choice(self, key: str) -> Choice:
        return {choice.key: choice for choice in self.choices}[key]


def _pairs(query: str) -> tuple[dict[str, list[str]], list[str]]:
    sound = query.encode(errors="replace").decode()
    pairs = parse_qsl(sound.removeprefix("?"), errors="replace") if len(sound) <= LONGEST else []
    if max(len(sound), len(urlencode(pairs))) > LONGEST:
        return {}, [f"The link is longer than {LONGEST:,} characters and was ignored."]
    given: dict[str, list[str]] = {}
    for key, value in pairs:
        given.setdefault(key, []).append(value)
    return given, []


def _is_elsewhere(choice: Choice, value: str) -> bool:
    return value not in choice.options and value in choice.elsewhere


def _accept(choice: Choice, values: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    known = sorted({value for value in values if value in choice.options})
    strange = [value for value in dict.fromkeys(values) if value not in choice.options]
    notices = [unavailable(choice.key, value) for value in strange if not _is_elsewhere(choice, value)]
    if choice.multiple or len(known) < 2:
        return tuple(known), notices
    first = next(value for value in values if value in known)
    return (first,), [*notices, f"The link gives {choice.key} more than once; “{short(first)}” is used."]


def _settle_dates(chosen: dict[str, tuple[str, ...]]) -> list[str]:
    start, end = chosen.get(FROM), chosen.get(TO)
    if start and end and start <= end:
        return ["The link gives both a period and dates; the dates are used."] if chosen.pop(PERIOD, ()) else []
    if start or end:
        chosen.pop(FROM, None)
        chosen.pop(TO, None)
        return ["A link with dates needs both from and to, the earlier one first; its dates were ignored."]
    return []


def _sorted(values: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    kept = {key: tuple(sorted({value for value in chosen if value})) for key, chosen in values.items()}
    return tuple(sorted((key, chosen) for key, chosen in kept.items() if chosen))
