"""How journeys flow from touch to touch: the links of a Sankey diagram."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.attribution_frame import Floats
from analytics.paths import EXIT, PURCHASE, Offsets, Paths

STEPS, MOST = 3, 5
OTHERS, LATER = "Others", "Later touches"
FROM, TO, JOURNEYS, CONVERSIONS = "source", "target", "journeys", "conversions"


@dataclass(frozen=True, order=True)
class Stop:
    """A place in the flow: which touch it is, from 0, and the channel, or how journeys end."""

    step: int
    name: str


def flow(paths: Paths, steps: int = STEPS, most: int = MOST) -> pd.DataFrame:
    """How many JOURNEYS, and of them CONVERSIONS, go on FROM a Stop TO a Stop; every journey once a link of its path.

    Touches from the one after `steps` on are together LATER; but the `most` frequent channels, channels are OTHERS.
    Journeys end in PURCHASE or EXIT, one step after the last that any of them takes. Journeys without a touch are none.
    """
    names, codes = _named(paths, most)
    shown = np.minimum(paths.lengths, steps + 1)
    final = int(shown.max(initial=0))
    rows: list[tuple[Stop, Stop, float, float]] = []
    for step in range(final):
        here = _at(paths, codes, step, steps, names.index(LATER))
        goes, ends = np.flatnonzero(shown > step + 1), np.flatnonzero(shown == step + 1)
        there = _at(paths, codes, step + 1, steps, names.index(LATER))
        won, lost = paths.conversions, paths.nulls
        onward = here[goes] * len(names) + there[goes]
        rows += _links(step, step + 1, onward, won[goes] + lost[goes], won[goes], names)
        for name, journeys, bought in ((PURCHASE, won, won), (EXIT, lost, np.zeros_like(lost))):
            over = here[ends] * len(names) + names.index(name)
            rows += _links(step, final, over, journeys[ends], bought[ends], names)
    return pd.DataFrame(rows, columns=[FROM, TO, JOURNEYS, CONVERSIONS])


def _named(paths: Paths, most: int) -> tuple[list[str], Offsets]:
    """The names of stops, and the place among them of each channel."""
    journeys = paths.conversions + paths.nulls
    touched = np.bincount(paths.touches, journeys[paths.owners], len(paths.channels))
    kept = sorted(np.argsort(-touched, kind="stable")[:most].tolist())
    codes = np.full(len(paths.channels), len(kept), dtype=np.int64)
    codes[kept] = np.arange(len(kept))
    return [*(paths.channels[code] for code in kept), OTHERS, LATER, PURCHASE, EXIT], codes


def _at(paths: Paths, codes: Offsets, step: int, steps: int, later: int) -> Offsets:
    """The stop of each path's touch at a step; of a path that has none there, any."""
    if step >= steps:
        return np.full(len(paths.conversions), later, dtype=np.int64)
    if not len(paths.touches):
        return np.zeros(len(paths.conversions), dtype=np.int64)
    places: Offsets = codes[paths.touches[np.minimum(paths.starts[:-1] + step, len(paths.touches) - 1)]]
    return places


def _links(
    start: int, end: int, links: Offsets, journeys: Floats, bought: Floats, names: Sequence[str]
) -> list[tuple[Stop, Stop, float, float]]:
    size = len(names) ** 2
    sums = (np.bincount(links, each, size) for each in (journeys, bought))
    return [
        (Stop(start, names[link // len(names)]), Stop(end, names[link % len(names)]), float(through), float(won))
        for link, (through, won) in enumerate(zip(*sums, strict=True))
        if through > 0
    ]
