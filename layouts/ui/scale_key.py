"""The key of a scale of colours: what its ends mean."""

from dash import html
from dash.development.base_component import Component

from analytics.metric import Metric
from layouts.figures.shades import Scale
from layouts.ui.attributes import attributes
from layouts.ui.drawing import Drawing


def scale_key(scale: Scale, shown: Metric, drawing: Drawing) -> Component:
    """The metric, its lowest value, the colours between, its highest."""
    shades = {"background": f"linear-gradient(to right, {', '.join(scale.steps)})"}
    strip = html.Span(className="nm-scale", style=shades, **attributes(aria_hidden="true"))
    low, high = (str(drawing.written(shown, end)) if end else "0" for end in (scale.low, scale.high))
    return html.Span([f"{shown.label} {low}", strip, html.Span(" to ", className="nm-sr"), high], className="nm-key")
