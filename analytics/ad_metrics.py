"""What only the ad platforms report: engagement, reach, and the profit that the file gives."""

from analytics.metric import Better, Metric
from analytics.metrics import FEWEST, METRICS
from analytics.numbers import Unit

AD_METRICS = (
    Metric("engagements", "Engagements", "Likes, comments, shares and other reactions to the ads.", "engagements"),
    Metric(
        "engagement_rate",
        "Engagement rate",
        "Engagements per impression.",
        "engagements",
        "impressions",
        unit=Unit.PERCENT,
        fewest=FEWEST,
    ),
    Metric(
        "daily_reach",
        "Daily reach per row",
        "People reached in a day by a row of the file, on average: a campaign on a platform, by region, device and "
        "audience where the file splits them. Reach is not summed, for a sum counts a person again for every day and "
        "campaign.",
        "reach",
        "rows",
    ),
    Metric(
        "frequency",
        "Daily frequency",
        "How often a person reached saw an ad of one row of the file in a day. Over days and campaigns together it is "
        "higher; by how much, daily reach cannot tell.",
        "impressions",
        "reach",
        unit=Unit.TIMES,
        better=Better.NEITHER,
        fewest=FEWEST,
    ),
    Metric(
        "profit",
        "Profit, as reported",
        "Profit as the file reports it: revenue less what the file deducts. Ad spend is taken not to be among that.",
        "profit",
        unit=Unit.CURRENCY,
    ),
    Metric(
        "reported_after_spend",
        "Reported profit after ad spend",
        "Profit as the file reports it, less ad spend: what is left once goods and ads are paid, where the file's "
        "profit has not deducted the ad spend itself.",
        "profit - spend",
        unit=Unit.CURRENCY,
    ),
    Metric(
        "margin",
        "Margin, as reported",
        "Profit as the file reports it, per unit of revenue. Ad spend is not deducted.",
        "profit",
        "revenue",
        unit=Unit.PERCENT,
    ),
    Metric(
        "roi_reported",
        "ROI, profit-based",
        "Return on investment: reported profit less ad spend, per unit of ad spend.",
        "profit - spend",
        "spend",
        unit=Unit.PERCENT,
        blends=True,
    ),
)


def ad_metric(name: str) -> Metric:
    """The metric of that name among those of the ad platforms' table; KeyError if there is none."""
    return {known.name: known for known in (*METRICS, *AD_METRICS)}[name]
