"""The colour of a value on a scale, and of the words on that colour."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from layouts.ui.accent import BLACK, WHITE, contrast, mix
from layouts.ui.theme import Tokens


@dataclass(frozen=True)
class Scale:
    """Colours evenly spread from `low` to `high`; `missing` is that of no value."""

    low: float
    high: float
    steps: tuple[str, ...]
    missing: str

    @property
    def diverges(self) -> bool:
        """Whether both directions from 0 have a colour of their own."""
        return self.low < 0

    def colour(self, value: float | None) -> str:
        """The colour of a value; one beyond an end has that end's, and no value `missing`."""
        if value is None or math.isnan(value):
            return self.missing
        place = min(max((value - self.low) / (self.high - self.low), 0), 1) * (len(self.steps) - 1)
        start = min(int(place), len(self.steps) - 2)
        return mix(self.steps[start], self.steps[start + 1], place - start)


def scale_of(values: Iterable[float | None], colours: Tokens, *, low: float | None = None) -> Scale:
    """Sequential from the least value, or `low`, to the greatest; diverging around 0 where one is negative."""
    known = [value for value in values if value is not None and math.isfinite(value)] or [0.0]
    if min(known) < 0:
        return centred(max(map(abs, known)), colours)
    start = min(known) if low is None else low
    return Scale(start, max(known) if max(known) > start else start + 1, colours.sequential, colours.sunken)


def centred(reach: float, colours: Tokens) -> Scale:
    """Diverging from −`reach` to `reach`, which is above 0."""
    return Scale(-reach, reach, colours.diverging, colours.sunken)


def on(colour: str) -> str:
    """Black or white, whichever reads better on a #rrggbb colour: never below 4.5:1."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, colour))
