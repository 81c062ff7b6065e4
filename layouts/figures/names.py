"""On which side of its mark a name stands, so that it covers no other name and no other mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layouts.figures.template import LINE_HEIGHT, text_width

# A figure does not know how wide it will be drawn: names that are clear of each other on a phone are so everywhere.
PHONE, DESK, HEIGHT, ROOM = 225, 400, 280, 0.13
TOP, BOTTOM, RIGHT, LEFT = "top center", "bottom center", "middle right", "middle left"
TOLERANCE, CLEAR = 3, 3


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


def places(marks: Sequence[Mark], height: float = HEIGHT) -> list[Place]:
    """For each name, above its mark, else below, right or left of it: the first that is free, else the freest.

    The names of the first marks choose first. `height` is how far apart the highest and the lowest mark are in pixels.
    """
    on_phone = _sides(marks, PHONE, height, {})
    settled = {index: side for index, (side, free) in enumerate(on_phone) if free}
    on_desk = _sides(marks, DESK, height, settled)
    return [Place(side, index in settled) for index, (side, _) in enumerate(on_desk)]


def _sides(marks: Sequence[Mark], width: float, height: float, settled: Mapping[int, str]) -> list[tuple[str, bool]]:
    """The side of each name and whether it is free there; those `settled` are on theirs before the others choose."""
    across, down = _scaled([mark.x for mark in marks], width), _scaled([-mark.y for mark in marks], height)
    around = [_around(x, y, mark.size) for x, y, mark in zip(across, down, marks, strict=True)]
    boxes = [_boxes(x, y, mark) for x, y, mark in zip(across, down, marks, strict=True)]
    taken = [boxes[index][side] for index, side in settled.items()]
    chosen: list[tuple[str, bool]] = []
    for index, sides in enumerate(boxes):
        others = [*around[:index], *around[index + 1 :], *taken]
        covered = {side: _covered(box, others, width) for side, box in sides.items()}
        side = settled.get(index) or min(covered, key=lambda side: covered[side])
        chosen.append((side, not covered[side]))
        taken += [sides[side]] if not covered[side] and index not in settled else []
    return chosen


def _scaled(values: Sequence[float], length: float) -> list[float]:
    low, high = min(values, default=0), max(values, default=0)
    return [length * (value - low) / ((high - low) or 1) for value in values]


def _around(x: float, y: float, size: float) -> Box:
    half = size / 2
    return Box(x - half, x + half, y - half, y + half)


def _boxes(x: float, y: float, mark: Mark) -> dict[str, Box]:
    half, width, line = mark.size / 2, text_width(mark.name) + 2 * CLEAR, LINE_HEIGHT
    return {
        TOP: Box(x - width / 2, x + width / 2, y - half - line, y - half),
        BOTTOM: Box(x - width / 2, x + width / 2, y + half, y + half + line),
        RIGHT: Box(x + half, x + half + width, y - line / 2, y + line / 2),
        LEFT: Box(x - half - width, x - half, y - line / 2, y + line / 2),
    }


def _covered(box: Box, others: Sequence[Box], width: float) -> float:
    """How much of a name lies on something else or beyond the plot, in square pixels."""
    room = ROOM * width
    outside = max(-room - box.left, 0) + max(box.right - width - room, 0)
    return sum(box.overlap(other) for other in others) + outside * LINE_HEIGHT
