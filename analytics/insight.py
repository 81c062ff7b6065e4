"""A finding: what is said to stand out, and the view that shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from analytics.view import View
from analytics.wording import Words


@dataclass(frozen=True)
class Insight:
    """A finding: its kind, subject and figure, whether it is good news, its sentences, and the view that shows it."""

    kind: str
    subject: str
    figure: str
    good: bool | None
    words: Words
    link: str
    view: View


def first(most: int, found: Iterable[Insight | None]) -> tuple[Insight, ...]:
    """The first findings, at most so many; none is looked for beyond them."""
    return tuple(islice(filter(None, found), most))


def once(found: Iterable[Insight | None]) -> Iterator[Insight]:
    """Each subject once, as it is found first."""
    told: set[str] = set()
    for insight in filter(None, found):
        if insight.subject not in told:
            told.add(insight.subject)
            yield insight
