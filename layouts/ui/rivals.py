"""The baselines beside the supplied score on a chart: a thin line each, and a key that says which is which."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.figure import Figure
from analytics.lead_models import Baseline
from analytics.lead_rivals import Rival
from analytics.leads import Leads
from layouts.figures.curve_traces import Curve
from layouts.figures.curves import thinned
from layouts.ui.chart_card import Key
from layouts.ui.theme import Tokens

NONE: Sequence[Rival] = ()
SUPPLIED = "Supplied"
PLACES = {Baseline.LOGISTIC: 1, Baseline.BOOSTED: 3}
Row = Mapping[Hashable, Any]


def shade(baseline: Baseline, colours: Tokens) -> str:
    """The colour of a baseline, the same on every chart."""
    return colours.categories[PLACES[baseline]]


def lines(
    rivals: Sequence[Rival],
    points: Callable[[Leads], pd.DataFrame],
    x: str,
    y: str,
    said: Callable[[Row], str],
    colours: Tokens,
) -> list[Curve]:
    """A thin line for each through its `points`, from the column `x` to `y`; `said` is what hover says of one."""
    return [_line(rival, points(rival.leads), x, y, said, colours) for rival in rivals]


def keys(
    leads: Leads, rivals: Sequence[Rival], told: Callable[[Leads], Figure | str], colours: Tokens
) -> Sequence[Key]:
    """What tells the lines apart, with what is `told` of each; none where the supplied one stands alone."""
    if not rivals:
        return ()
    own = Key(SUPPLIED, str(told(leads)), "line", "accent")
    return [
        own,
        *(Key(one.baseline.label, str(told(one.leads)), "line", shade(one.baseline, colours)) for one in rivals),
    ]


def _line(rival: Rival, points: pd.DataFrame, x: str, y: str, said: Callable[[Row], str], colours: Tokens) -> Curve:
    shown = points.iloc[thinned(len(points))]
    hover = [f"{rival.baseline.label}<br>{said(row)}" for row in shown.to_dict("records")]
    colour = shade(rival.baseline, colours)
    return Curve(rival.baseline.label, list(shown[x]), list(shown[y]), colour, hover, thin=True)
