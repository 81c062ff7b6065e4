"""Some states against all others in view."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.comparison import Facts
from analytics.geography import STATE
from analytics.metric import Metric
from analytics.reading import Reading
from analytics.wording import listed

NAMED = 3


@dataclass(frozen=True)
class Group:
    """Some states and all others in view, as facts."""

    names: Sequence[str]
    own: Facts
    others: Facts

    @property
    def subject(self) -> str:
        """Their names, or the first one's and how many more."""
        few = self.names if len(self.names) <= NAMED else [*self.names[: NAMED - 1], f"{len(self.names) - 2} others"]
        return listed(list(few))

    def pair(self, shown: Metric) -> tuple[float, float]:
        """A metric of these states together, and of the others."""
        return shown.value(self.own.now), shown.value(self.others.now)


def told_apart(names: "pd.Index[str]", reading: Reading) -> Group | None:
    """These states, None where they are none or all."""
    inside = list(map(str, names))
    rest = sorted(set(reading.facts.now[STATE]) - set(inside))
    if not inside or not rest:
        return None
    return Group(inside, *(reading.facts.members(STATE, some) for some in (inside, rest)))
