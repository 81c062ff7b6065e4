"""The names underneath columns: in lines, or slanted where columns are too narrow for that."""

import math
import textwrap
from collections.abc import Sequence

from layouts.figures.template import FONT_SIZE, LINE_HEIGHT, escape, text_width

SEVERAL, MANY, LINES = 8, 9, 3
SMALL = 11
SHORTEST, NARROWEST, PHONE = 7, 11, 36
SLANT, LONGEST = 45, 20


def in_lines(columns: Sequence[str]) -> dict[str, object]:
    """The axis with their names in lines, words unbroken: a long one is read, a part of one is not."""
    width = _letters(columns)
    lines = [textwrap.wrap(name, width, max_lines=LINES, placeholder="…", break_long_words=False) for name in columns]
    size = SMALL if len(columns) > SEVERAL else FONT_SIZE
    return _axis(["<br>".join(map(escape, name)) for name in lines], size, 0)


def slanted(columns: Sequence[str]) -> dict[str, object]:
    """The axis with their names slanted, small, the rest of a very long one cut off."""
    return {**_axis(list(map(escape, map(_cut, columns))), SMALL, -SLANT), "ticklabelstandoff": 0}


def depth(columns: Sequence[str]) -> int:
    """How many pixels slanted names reach down."""
    longest = max((text_width(_cut(name)) for name in columns), default=0) * SMALL / FONT_SIZE
    return math.ceil((longest + LINE_HEIGHT) * math.sin(math.radians(SLANT)))


def _letters(columns: Sequence[str]) -> int:
    """How many letters a line below a column has room for, on a phone too."""
    return SHORTEST if len(columns) > MANY else max(NARROWEST, PHONE // max(len(columns), 1))


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _axis(texts: Sequence[str], size: int, angle: int) -> dict[str, object]:
    names = {"tickvals": list(range(len(texts))), "ticktext": list(texts)}
    return {**names, "tickfont": {"size": size}, "tickangle": angle}
