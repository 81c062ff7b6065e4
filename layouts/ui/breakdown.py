"""By what the figures of the ad platforms are broken down: the choice, the bars and the table."""

from collections.abc import Mapping

from dash.development.base_component import Component

from analytics.ad_metrics import ad_metric
from analytics.choices import Choice
from analytics.filters import FILTERS
from analytics.view import View
from layouts.ui.chart_card import select

AD = "ad_performance"
BY, METRIC, CAMPAIGN = "by", "metric", "campaign"
NOUNS: Mapping[str, str] = {
    "channel": "platform",
    "region": "region",
    "type": "objective",
    "audience": "audience",
    "device": "device",
    CAMPAIGN: "campaign",
}


def column(by: str) -> str:
    """The column behind a choice of BY; KeyError if it is none of NOUNS."""
    return {known.key: known.columns[AD] for known in FILTERS if AD in known.columns}.get(by) or {
        CAMPAIGN: "campaign_name"
    }[by]


def by_choice(default: str) -> Choice:
    """The choice of what to break down by; its values are the keys of the filters, and campaign."""
    return Choice(BY, tuple(NOUNS), (default,))


def by_control(view: View) -> Component:
    """The control of that choice."""
    return select(BY, "By", {key: noun.capitalize() for key, noun in NOUNS.items()}, view.one(BY))


def metric_control(metrics: tuple[str, ...], view: View) -> Component:
    """The control of the metric shown."""
    return select(METRIC, "Metric", {name: ad_metric(name).label for name in metrics}, view.one(METRIC))
