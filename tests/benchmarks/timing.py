"""How benches measure, and how they show it."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Cell = str | int | float


@dataclass(frozen=True)
class Timing:
    """Milliseconds that calls took: the median, and the slowest of twenty."""

    median: float
    p95: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> "Timing":
        """Summarise at least one measurement."""
        slowest_last = sorted(milliseconds)
        return cls(statistics.median(slowest_last), slowest_last[int(0.95 * (len(slowest_last) - 1) + 0.5)])

    def __str__(self) -> str:
        return f"{self.median:,.1f} / {self.p95:,.1f}"


def timed(call: Callable[[], object], runs: int = 20, seconds: float = 10.0) -> Timing:
    """How long a call takes, called once beforehand; fewer `runs` where they would take longer than `seconds`."""
    call()
    end, found = time.perf_counter() + seconds, list[float]()
    while len(found) < runs and (not found or time.perf_counter() < end):
        started = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - started))
    return Timing.of(found)


def table(headings: Sequence[str], rows: Sequence[Sequence[Cell | Timing]]) -> str:
    """Text in columns, words to the left and the rest to the right."""
    cells = [list(headings), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [[cell.rjust(width) for cell, width in zip(line, widths, strict=True)] for line in cells]
    for line, words in zip(lines, cells, strict=True):
        line[0] = words[0].ljust(widths[0])
    return "\n".join("  ".join(line) for line in lines)


def _text(cell: Cell | Timing) -> str:
    return f"{cell:,.1f}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else str(cell)
