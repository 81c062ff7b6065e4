"""What findings are read from, and the words they share."""

import math
from dataclasses import dataclass

from analytics.comparison import Facts
from analytics.metrics import metric
from analytics.numbers import Figure, currency_of, direction, money, percent
from analytics.ranking import BEFORE, NOW, ranking
from analytics.view import View

CHANNEL = "channel"
MOVED_ENOUGH = 0.05


@dataclass(frozen=True)
class Reading:
    """What insights are read from: the facts, the view they came from and their currency."""

    facts: Facts
    view: View
    currency: str

    def money(self, value: float) -> Figure:
        """A value in the currency of the facts."""
        return money(value, self.currency)

    @property
    def one(self) -> str:
        """One unit of the currency."""
        return f"{currency_of(self.currency).prefix}1"


def mover(facts: Facts) -> str | None:
    """The channel whose revenue moved most, None where none moved enough to matter."""
    change = facts.change(metric("revenue"))
    moves = ranking(metric("revenue"), facts, CHANNEL).fillna(0)
    size = (moves[NOW] - moves[BEFORE]).abs()
    if math.isnan(change.relative) or len(moves) < 2 or size.max() < MOVED_ENOUGH * abs(change.before):
        return None
    return str(size.idxmax())


def went(change: float, decimals: int = 1) -> str:
    """What a relative change says: rose 5.4 %, fell 9.3 %, or barely moved where it rounds to nothing."""
    towards = direction(change, decimals)
    return f"{'rose' if towards > 0 else 'fell'} {percent(abs(change), decimals)}" if towards else "barely moved"
