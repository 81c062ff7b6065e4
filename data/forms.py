"""The forms that ad platforms and their connectors export, declared as data in `data/platforms/*.toml`."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from data.currencies import heading_code

PATTERN = "re:"
UNIT = re.compile(r"\s*\(([^()]*)\)$")
COUNTS = ("#", "%", "件")
BLANK_IS_NONE = "none"


@dataclass(frozen=True)
class Results:
    """Where a form counts results of several kinds: which kinds count as conversions, by what they contain.

    `first_of` names kinds that overlap: only the first of them that a file has is counted.
    """

    number: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    first_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One form: for each of our columns the headings that hold it, best first, and what else it takes to read it.

    `tells` are headings that no other form writes, `given` the columns that are the same in each row, `values` the
    words of a column in ours, `micros` the headings in millionths, `lists` the headings of lists of actions, with the
    kinds that count, best first. `levels` are the headings of what a campaign is broken down by: a row that says
    `summary` there sums up others. A heading that starts with `re:` is a pattern.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    table: str = "ad_performance"
    tells: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    micros: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    levels: tuple[str, ...] = ()
    summary: str = ""
    results: Results = field(default_factory=Results)
    blank: str = "not reported"

    @property
    def blank_is_none(self) -> bool:
        """Whether a blank measure means 0, because the platform leaves out what did not happen."""
        return self.blank == BLANK_IS_NONE

    def place(self, column: str, names: Sequence[str]) -> int | None:
        """The place of the best heading for a column among the normal headings of a file."""
        return first(self.columns.get(column, ()), names)

    def told(self, names: Sequence[str]) -> int:
        """How many headings of a file only this form writes."""
        return sum(any(_fits(wanted, name) for wanted in _normalized(self.tells)) for name in names)


@cache
def known() -> tuple[Form, ...]:
    """The forms of the catalogue."""
    return tuple(form(tomllib.loads(path.read_text("utf-8"))) for path in sorted(_catalogue()))


def form(declared: Mapping[str, Any]) -> Form:
    """A form as TOML declares it."""
    read = {name: _frozen(value) for name, value in declared.items()}
    results = Results(**read.pop("results", {}))
    return Form(**read, results=results)


def first(wanted: Iterable[str], names: Sequence[str]) -> int | None:
    """The place of the first wanted heading that is among the normal headings of a file."""
    for heading in _normalized(tuple(wanted)):
        place = next((place for place, name in enumerate(names) if name and _fits(heading, name)), None)
        if place is not None:
            return place
    return None


def normal(heading: str) -> str:
    """A heading as forms compare it: `Amount  spent (INR) ` and `amount spent` are one."""
    text = unicodedata.normalize("NFKC", heading).replace("’", "'").strip("\ufeff \t\r\n\u00a0")
    unit = UNIT.search(text)
    if unit and (unit[1].strip() in COUNTS or heading_code(unit[1])):
        text = UNIT.sub("", text)
    return re.sub(r"\s+", " ", text).strip().casefold()


def _catalogue() -> Iterator[Path]:
    return (Path(__file__).parent / "platforms").glob("*.toml")


def _frozen(value: object) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {name: _frozen(inner) for name, inner in value.items()}
    return tuple(value) if isinstance(value, list) else value


@cache
def _normalized(headings: tuple[str, ...]) -> tuple[str | re.Pattern[str], ...]:
    return tuple(
        re.compile(heading.removeprefix(PATTERN)) if heading.startswith(PATTERN) else normal(heading)
        for heading in headings
    )


def _fits(wanted: str | re.Pattern[str], name: str) -> bool:
    return wanted == name if isinstance(wanted, str) else wanted.fullmatch(name) is not None
