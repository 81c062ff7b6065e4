"""What findings are read from, and the words they share."""

import math
from dataclasses import dataclass

from analytics.comparison import Facts
from analytics.currency import currency_of
from analytics.figure import Figure
from analytics.metric import Metric
from analytics.metrics import metric
from analytics.numbers import direction, format_value, money, percent
from analytics.ranking import BEFORE, NOW, organic, ranking
from analytics.view import BASIS, View

CHANNEL = "channel"
MOVED_ENOUGH = 0.05


@dataclass(frozen=True)
class Dimension:
    """What facts are broken down by: its column, the key by which a link filters it, and its name in words."""

    column: str
    key: str
    noun: str


@dataclass(frozen=True)
class Reading:
    """What insights are read from: the facts, the view they came from, their currency, and what they compare.

    `channel` is the column that names the channel, which decides what is paid for.
    """

    facts: Facts
    view: View
    currency: str
    by: Dimension = Dimension(CHANNEL, CHANNEL, "channel")
    channel: str = CHANNEL

    def has(self, key: str) -> bool:
        """Whether the page has a choice of that key."""
        return any(choice.key == key for choice in self.view.choices)

    def asking(self, **choices: str) -> View:
        """The view with other choices, as far as its page has them."""
        return self.view.but(**{key: value for key, value in choices.items() if self.has(key)})

    def named(self, shown: Metric) -> str:
        """A metric's label, saying blended or paid where that changes what it means: Paid ROAS."""
        if not shown.blends:
            return shown.label
        if self.has(BASIS):
            return f"{self.view.one(BASIS).capitalize()} {shown.label}"
        free = organic(self.facts.now, self.channel) | organic(self.facts.before, self.channel)
        return f"{'Blended' if free else 'Paid'} {shown.label}"

    def written(self, shown: Metric, value: float) -> str:
        """A metric's value as read."""
        return str(format_value(value, shown.unit, self.currency))

    def money(self, value: float) -> Figure:
        """A value in the currency of the facts."""
        return money(value, self.currency)

    @property
    def one(self) -> str:
        """One unit of the currency."""
        return f"{currency_of(self.currency).prefix}1"


def mover(facts: Facts, dimension: str = CHANNEL) -> str | None:
    """The member whose revenue moved most, None where none moved enough to matter."""
    change = facts.change(metric("revenue"))
    moves = ranking(metric("revenue"), facts, dimension).fillna(0)
    size = (moves[NOW] - moves[BEFORE]).abs()
    if math.isnan(change.relative) or len(moves) < 2 or size.max() < MOVED_ENOUGH * abs(change.before):
        return None
    return str(size.idxmax())


def went(change: float, decimals: int = 1) -> str:
    """What a relative change says: rose 5.4 %, fell 9.3 %, or barely moved where it rounds to nothing."""
    towards = direction(change, decimals)
    return f"{'rose' if towards > 0 else 'fell'} {percent(abs(change), decimals)}" if towards else "barely moved"
