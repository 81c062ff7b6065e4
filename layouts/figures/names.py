"""On which side of its mark a name stands, so that it covers no other name and no other mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layouts.figures.template import LINE_HEIGHT, text_width

# A figure does not know how wide it will be drawn: names that are clear of each other on a phone are so everywhere.
PHONE, DESK, WIDE, HEIGHT, ROOM = 225, 400, 620, 280, 0.13
TOP, BOTTOM, RIGHT, LEFT = "top center", "bottom center", "middle right", "middle left"
TOLERANCE, CLEAR = 3, 3
REACH = 0.8  # plotly sets a name a quarter of the mark away from it


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
    """On which side of its mark a name stands, whether there is room for it on a phone too, and whether anywhere."""

    side: str
    everywhere: bool
    anywhere: bool = True


def places(marks: Sequence[Mark], height: float = HEIGHT) -> list[Place]:
    """For each name, above its mark, else below, right or left of it: the first that is free, else nowhere.

    The names of the first marks choose first. `height` is how far apart the highest and the lowest mark are in pixels.
    """
    on_phone = _settled(marks, PHONE, height, {})
    on_desk = _settled(marks, DESK, height, on_phone)
    shown = _settled(marks, WIDE, height, on_desk)
    return [Place(shown.get(index, TOP), index in on_phone, index in shown) for index in range(len(marks))]


def _settled(marks: Sequence[Mark], width: float, height: float, settled: Mapping[int, str]) -> Mapping[int, str]:
    """The sides of the names that are `settled`, and of those that are free in a plot of this width."""
    found = _sides(marks, width, height, settled)
    return {index: side for index, (side, free) in enumerate(found) if free or index in settled}


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
    away, width, line = mark.size / 2 / REACH + 1, text_width(mark.name) + 2 * CLEAR, LINE_HEIGHT
    return {
        TOP: Box(x - width / 2, x + width / 2, y - away - line, y - away),
        BOTTOM: Box(x - width / 2, x + width / 2, y + away, y + away + line),
        RIGHT: Box(x + away, x + away + width, y - line / 2, y + line / 2),
        LEFT: Box(x - away - width, x - away, y - line / 2, y + line / 2),
    }


def _covered(box: Box, others: Sequence[Box], width: float) -> float:
    """How much of a name lies on something else or beyond the plot, in square pixels."""
    room = ROOM * width
    outside = max(-room - box.left, 0) + max(box.right - width - room, 0)
    return sum(box.overlap(other) for other in others) + outside * LINE_HEIGHT
