"""What a table has in a cell that may hold no number."""

import math


def reported(value: object) -> float | None:
    """A number; None where there is none, or NaN."""
    number = math.nan if value is None else float(value)  # type: ignore[arg-type]
    return None if math.isnan(number) else number
