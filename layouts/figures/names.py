"""On which side of its mark a name stands, so that it covers no other name and no other mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from layouts.figures.template import LINE_HEIGHT, text_width

# A figure does not know how wide it will be drawn: names that are clear of each other on a phone are so everywhere.
PHONE, DESK, WIDE, HEIGHT, ROOM = 225, 400, 620, 280, 0.13
TOP, BOTTOM, RIGHT, LEFT = "top center", "bottom center", "middle right", "middle left"
SIDES = (TOP, BOTTOM, RIGHT, LEFT)
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


@dataclass(frozen=True)
class Plot:
    """The marks in a plot of some width, for each the boxes that its name would fill, and those that are `taken`."""

    width: float
    around: Sequence[Box]
    sides: Sequence[Mapping[str, Box]]
    taken: list[Box] = field(default_factory=list)

    def free(self, index: int, side: str) -> bool:
        """Whether a name on this side of its mark covers nothing."""
        others = [*self.around[:index], *self.around[index + 1 :], *self.taken]
        return not _covered(self.sides[index][side], others, self.width)


def places(marks: Sequence[Mark], height: float = HEIGHT) -> list[Place]:
    """For each name, above its mark, else below, right or left of it: the first that is free, else nowhere.

    The names of the first marks choose first, a side that is free in a wide plot, and if they can in narrower ones
    too. `height` is how far apart the highest and the lowest mark are in pixels.
    """
    plots = [_plot(marks, width, height) for width in (WIDE, DESK, PHONE)]
    return [_place(index, plots) for index in range(len(marks))]


def _place(index: int, plots: Sequence[Plot]) -> Place:
    free = {side: [plot.free(index, side) for plot in plots] for side in SIDES}
    side = max(SIDES, key=lambda side: free[side])
    for plot, is_free in zip(plots, free[side], strict=True):
        plot.taken.extend([plot.sides[index][side]] if is_free else [])
    return Place(side, all(free[side]), free[side][0])


def _plot(marks: Sequence[Mark], width: float, height: float) -> Plot:
    across, down = _scaled([mark.x for mark in marks], width), _scaled([-mark.y for mark in marks], height)
    placed = list(zip(across, down, marks, strict=True))
    return Plot(width, [_around(x, y, mark.size) for x, y, mark in placed], [_boxes(*each) for each in placed])


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
