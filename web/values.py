"""What a control of the browser may send."""

import math
from collections.abc import Callable, Mapping

Takes = Callable[[object], bool]
Accepts = Mapping[str, Takes]

LONGEST = 4096
WHOLE = 2**53


def plain(value: object) -> bool:
    """Whether a value is what a control sends: nothing, a switch, a finite number, a text of up to 4096 characters."""
    if isinstance(value, str):
        return len(value) <= LONGEST and not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, int):
        return abs(value) <= WHOLE
    return value is None or (isinstance(value, float) and math.isfinite(value))


def texts(value: object) -> bool:
    """Whether a value is a list of texts, or nothing: what a control for several choices sends."""
    return value is None or (isinstance(value, list) and all(isinstance(one, str) and plain(one) for one in value))
