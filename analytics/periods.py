"""Calendar periods: what a preset means on the data loaded, what it is compared with, how days fall into bars."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Period:
    """The days from start to end, both included."""

    start: date
    end: date
