"""On which side of its mark a name stands, so that it covers no other name and no other mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.figures.template import LINE_HEIGHT, text_width

# A figure does not know how wide it will be drawn: names that are clear of each other on a phone are so everywhere.
PHONE, DESK, HEIGHT, ROOM = 225, 480, 280, 30
TOP, BOTTOM, RIGHT, LEFT = "top center", "bottom center", "middle right", "middle left"
TOLERANCE = 3


@dataclass(frozen=True)
class Mark:
    """A mark with a name: where it is, in the units of its axes, and how wide it is in pixels."""

    name: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    right: float
    top: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """How many square pixels of it lie in another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if min(across, down) > TOLERANCE else 0


@dataclass(frozen=True)
class Place:
    """On which side of its mark a name stands, and whether there is room for it on a phone too."""

    side: str
    everywhere: bool


def places(marks: Sequence[Mark]) -> list[Place]:
    """For each name, above its mark, else below, right or left of it: the first that is free, else the freest.

    The names of the first marks choose first.
    """
    on_phone, on_desk = (_sides(marks, width) for width in (PHONE, DESK))
    return [Place(narrow if free else wide, free) for (narrow, free), (wide, _) in zip(on_phone, on_desk, strict=True)]


def _sides(marks: Sequence[Mark], width: float) -> list[tuple[str, bool]]:
    across, down = _scaled([mark.x for mark in marks], width), _scaled([-mark.y for mark in marks], HEIGHT)
    taken = [_around(x, y, mark.size) for x, y, mark in zip(across, down, marks, strict=True)]
    chosen: list[tuple[str, bool]] = []
    for index, (x, y, mark) in enumerate(zip(across, down, marks, strict=True)):
        others = [*taken[:index], *taken[index + 1 :]]
        boxes = _boxes(x, y, mark)
        covered = {side: _covered(box, others, width) for side, box in boxes.items()}
        side = min(covered, key=lambda side: covered[side])
        chosen.append((side, not covered[side]))
        taken += [boxes[side]] if not covered[side] else []
    return chosen


def _scaled(values: Sequence[float], length: float) -> list[float]:
    low, high = min(values, default=0), max(values, default=0)
    return [length * (value - low) / ((high - low) or 1) for value in values]


def _around(x: float, y: float, size: float) -> Box:
    half = size / 2
    return Box(x - half, x + half, y - half, y + half)


def _boxes(x: float, y: float, mark: Mark) -> dict[str, Box]:
    half, width, line = mark.size / 2, text_width(mark.name), LINE_HEIGHT
    return {
        TOP: Box(x - width / 2, x + width / 2, y - half - line, y - half),
        BOTTOM: Box(x - width / 2, x + width / 2, y + half, y + half + line),
        RIGHT: Box(x + half, x + half + width, y - line / 2, y + line / 2),
        LEFT: Box(x - half - width, x - half, y - line / 2, y + line / 2),
    }


def _covered(box: Box, others: Sequence[Box], width: float) -> float:
    """How much of a name lies on something else or beyond the plot, in square pixels."""
    outside = max(-ROOM - box.left, 0) + max(box.right - width - ROOM, 0)
    return sum(box.overlap(other) for other in others) + outside * LINE_HEIGHT
