"""What every chart of a page is drawn with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.figure import Figure
from analytics.metric import Metric
from analytics.numbers import format_value
from layouts.ui.theme import Tokens


@dataclass(frozen=True)
class Drawing:
    """Colours, currency, blended or paid, the brand for file names, the words of a download, and the gross margin."""

    colours: Tokens
    channels: Mapping[str, str]
    currency: str
    basis: str
    brand: str
    about: Sequence[str]
    gross_margin: float | None = None

    def written(self, shown: Metric, value: float) -> Figure:
        """A metric's value as read."""
        return format_value(value, shown.unit, self.currency)

    def named(self, shown: Metric) -> str:
        """A metric's label, saying blended or paid where that changes what it means."""
        return f"{shown.label}, {self.basis}" if shown.blends else shown.label
