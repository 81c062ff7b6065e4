"""How journeys flow from touch to touch: the links of a Sankey diagram."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.paths import EXIT, PURCHASE, Paths

STEPS, MOST = 3, 5
OTHERS, LATER = "Others", "Later touches"
FROM, TO, JOURNEYS, CONVERSIONS = "source", "target", "journeys", "conversions"

Names = npt.NDArray[np.object_]


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
    names = _names(paths, most)[paths.touches]
    place = np.arange(len(paths.touches)) - np.repeat(paths.starts[:-1], paths.lengths)
    label = np.where(place < steps, names, LATER)
    shown = place <= steps
    last = place == np.repeat(np.minimum(paths.lengths, steps + 1), paths.lengths) - 1
    touch = pd.DataFrame({"path": paths.owners, "place": place, "label": label})[shown]
    ends = touch[last[shown]]
    final = int(touch["place"].max()) + 1 if len(touch) else 0
    links = [_onward(touch), _ending(ends, PURCHASE, final), _ending(ends, EXIT, final)]
    counted = pd.concat(links, ignore_index=True)
    bought, left = paths.conversions[counted["path"]], paths.nulls[counted["path"]]
    ended = counted["label_to"]
    counted[JOURNEYS] = np.where(ended == PURCHASE, bought, np.where(ended == EXIT, left, bought + left))
    counted[CONVERSIONS] = np.where(ended == EXIT, 0.0, bought)
    keys = ["place", "label", "place_to", "label_to"]
    sums = counted.groupby(keys, as_index=False)[[JOURNEYS, CONVERSIONS]].sum()
    return _stops(sums[sums[JOURNEYS] > 0])


def _names(paths: Paths, most: int) -> Names:
    """The name of each channel in the flow."""
    journeys = paths.conversions + paths.nulls
    touched = np.bincount(paths.touches, journeys[paths.owners], len(paths.channels))
    kept = set(np.argsort(-touched, kind="stable")[:most].tolist())
    return np.array([name if code in kept else OTHERS for code, name in enumerate(paths.channels)], dtype=object)


def _onward(touch: pd.DataFrame) -> pd.DataFrame:
    after = touch.shift(-1)
    goes = (touch["path"] == after["path"]).to_numpy()
    here, there = touch[goes], after[goes]
    return here.assign(place_to=there["place"].astype(int), label_to=there["label"])


def _ending(ends: pd.DataFrame, name: str, final: int) -> pd.DataFrame:
    return ends.assign(place_to=final, label_to=name)


def _stops(sums: pd.DataFrame) -> pd.DataFrame:
    def stops(place: str, label: str) -> list[Stop]:
        return [Stop(int(step), str(name)) for step, name in zip(sums[place], sums[label], strict=True)]

    found = pd.DataFrame({FROM: stops("place", "label"), TO: stops("place_to", "label_to")})
    return found.assign(**{name: sums[name].to_numpy() for name in (JOURNEYS, CONVERSIONS)})
