"""A written number and its unit."""

from dataclasses import dataclass

NO_BREAK = "\u00a0"
TIMES = "×"


@dataclass(frozen=True)
class Figure:
    """A written number and its unit, apart so that the unit can be set smaller; str() joins them."""

    number: str
    unit: str = ""

    def __str__(self) -> str:
        gap = "" if self.unit in ("", TIMES) else NO_BREAK
        return f"{self.number}{gap}{self.unit}"
