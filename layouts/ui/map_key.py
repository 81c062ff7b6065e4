"""The key of a map of states: what its colours mean, and what it does not show."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analytics.metric import Metric
from layouts.figures.shades import Scale, scale_of
from layouts.ui.attributes import attributes
from layouts.ui.drawing import Drawing
from layouts.ui.scale_key import scale_key

CUT = 0.99


def cut_scale(values: "pd.Series[float]", drawing: Drawing) -> Scale:
    """The colours of values, which end at the 99th percentile on either side; centred on 0 where one is negative."""
    known = values.dropna()
    if known.empty or known.min() >= 0:
        return scale_of(known.clip(upper=float(known.quantile(CUT))), drawing.colours)
    reach = float(known.abs().quantile(CUT))
    return scale_of(known.clip(-reach, reach), drawing.colours)


def map_key(
    shown: Metric,
    values: "pd.Series[float]",
    scale: Scale,
    drawing: Drawing,
    silent: str = "",
    notes: Sequence[str] = (),
) -> Component:
    """The scale; beside an outline what is `silent`; and what else is to be known."""
    parts: list[Component | str] = [scale_key(scale, shown, drawing)] if values.notna().any() else []
    if silent:
        outline = html.Span(className="nm-outline nm-outline-solid", **attributes(aria_hidden="true"))
        parts.append(html.Span([outline, f"{silent}."], className="nm-key"))
    beyond = values.max() > scale.high or (scale.diverges and values.min() < scale.low)
    said = [*(["Colours end at the 99th percentile."] if beyond else []), *notes]
    parts += [html.Span(note) for note in said]
    # What stands apart on screen is read out, and written under a picture, as one text.
    apart = [html.Span([part, html.Span(" ", className="nm-sr")]) for part in parts]
    return html.Div(apart, className="nm-keys nm-map-key")
