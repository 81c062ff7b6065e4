"""What a reader may choose on a page: a link key, and the values it takes."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

NEAR = 1e-6


class Days(Container[str]):
    """Every ISO date from 1900 to 2199."""

    def __contains__(self, text: object) -> bool:
        """Whether a text is a date written as 2024-01-31."""
        return day_of(str(text)) is not None


class Matching(Container[str]):
    """Every text that a pattern matches whole."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def __contains__(self, text: object) -> bool:
        """Whether the pattern matches it."""
        return self._pattern.fullmatch(str(text)) is not None


class Steps(Container[str]):
    """The multiples of a step from low to high, as a slider gives them: "0.05", "5"."""

    def __init__(self, low: float, high: float, step: float) -> None:
        self.low, self.high, self.step = low, high, step

    def __contains__(self, text: object) -> bool:
        """Whether a text is one of them, written with no more digits than it needs."""
        if not re.fullmatch(r"(0|[1-9]\d{0,8})(\.\d{1,6})?", str(text)):
            return False
        value = float(str(text))
        steps = (value - self.low) / self.step
        return f"{value:.9g}" == text and self.low <= value <= self.high and abs(steps - round(steps)) < NEAR


@dataclass(frozen=True)
class Known:
    """What the data of a page offer: the members of a column of its table, and the periods by their link keys.

    `beyond` lists by its name what its table does not tell.
    """

    values: Callable[[str], Sequence[str]]
    presets: Mapping[str, str] = field(default_factory=dict)
    beyond: Callable[[str], Sequence[str]] = lambda name: ()


@dataclass(frozen=True)
class Choice:
    """One thing a reader may choose on a page: its link key, what may be chosen, and what is chosen when nothing is.

    `elsewhere` are values that only other pages know: they stay in the link and are not applied. What is `local` is
    answered by the browser alone: a change of it asks the server for nothing. Where the data decide what may be
    chosen, `among` says how, and the options are known once `on` has asked it.
    """

    key: str
    options: Container[str] = ()
    default: tuple[str, ...] = ()
    multiple: bool = False
    elsewhere: Container[str] = ()
    local: bool = False
    among: Callable[[Known], Container[str]] | None = None

    def on(self, known: Known) -> "Choice":
        """The same, on a page whose data are known."""
        return replace(self, options=self.among(known)) if self.among else self


def day_of(text: str) -> date | None:
    """The day that an ISO date from 1900 to 2199 names, None for any other text."""
    if not re.fullmatch(r"(19|20|21)\d\d-\d\d-\d\d", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
