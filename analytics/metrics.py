"""The metric catalogue: every number on every page is declared here once."""

from analytics.metric import Better, Metric
from analytics.numbers import Unit

FEWEST = 100
METRICS = (
    Metric("revenue", "Revenue", "Revenue recorded for the campaigns in view.", "revenue", unit=Unit.CURRENCY),
    Metric(
        "spend",
        "Ad spend",
        "What was paid for advertising.",
        "spend",
        unit=Unit.CURRENCY,
        better=Better.NEITHER,
    ),
    Metric(
        "roas",
        "ROAS",
        "Return on ad spend: revenue for each unit of ad spend.",
        "revenue",
        "spend",
        unit=Unit.TIMES,
        blends=True,
    ),
    Metric("conversions", "Conversions", "Completed goals, as the campaigns report them.", "conversions"),
    Metric(
        "cpa",
        "CPA",
        "Cost per acquisition: ad spend for each conversion. New customers are not known here, so it is not CAC.",
        "spend",
        "conversions",
        unit=Unit.CURRENCY,
        better=Better.DOWN,
        blends=True,
    ),
    Metric("impressions", "Impressions", "How often the ads were shown.", "impressions"),
    Metric("clicks", "Clicks", "How often the ads were clicked.", "clicks"),
    Metric(
        "ctr",
        "CTR",
        "Click-through rate: clicks per impression.",
        "clicks",
        "impressions",
        unit=Unit.PERCENT,
        fewest=FEWEST,
    ),
    Metric(
        "cvr",
        "CVR",
        "Conversion rate: conversions per click.",
        "conversions",
        "clicks",
        unit=Unit.PERCENT,
        fewest=FEWEST,
    ),
    Metric(
        "cpc",
        "CPC",
        "Cost per click: ad spend for each click.",
        "spend",
        "clicks",
        unit=Unit.CURRENCY,
        better=Better.DOWN,
        blends=True,
    ),
    Metric(
        "cpm",
        "CPM",
        "Cost per thousand impressions.",
        "spend",
        "impressions",
        1000,
        unit=Unit.CURRENCY,
        better=Better.DOWN,
        blends=True,
    ),
    Metric(
        "roi",
        "ROI, revenue-based",
        "Return on investment: revenue less ad spend, per unit of ad spend. The cost of goods is not deducted.",
        "revenue - spend",
        "spend",
        unit=Unit.PERCENT,
        blends=True,
    ),
    Metric(
        "profit_after_spend",
        "Profit after ad spend",
        "Revenue less ad spend. The cost of goods is not deducted.",
        "revenue - spend",
        unit=Unit.CURRENCY,
    ),
)


def break_even_roas(gross_margin: float) -> float:
    """The ROAS at which gross profit pays for the ads: 1 / gross margin, a fraction above 0."""
    return 1 / gross_margin


def metric(name: str) -> Metric:
    """The metric of that name; KeyError if there is none."""
    return {known.name: known for known in METRICS}[name]
