"""What campaigns did, by day and region, and the funnel they feed."""

from data.columns import Kind, amount, counted, day, dimension, key, number, repeated, text
from data.table import Table

CAMPAIGN = Table(
    "campaign_performance",
    "a campaign's day in a region",
    (
        day(),
        key("campaign_id"),
        text("campaign_name"),
        dimension("campaign_type"),
        dimension("channel"),
        dimension("region"),
        counted("impressions"),
        counted("clicks"),
        counted("conversions", Kind.NUMBER),
        amount("spend"),
        amount("revenue", low=None),
        repeated("day_of_week", kind=Kind.TEXT),
        repeated("month", kind=Kind.TEXT),
        repeated("quarter", kind=Kind.TEXT),
        repeated("year"),
        repeated("ctr", "100 * clicks / impressions"),
        repeated("conversion_rate", "100 * conversions / clicks"),
        repeated("cpc", "spend / clicks"),
        repeated("cpa", "spend / conversions"),
        repeated("roas", "revenue / spend"),
    ),
    key=("date", "campaign_id", "region"),
)
FUNNEL = Table(
    "funnel_data",
    "a funnel stage",
    (key("stage"), counted("visitors"), number("conversion_rate", "%", 0, required=False)),
    key=("stage",),
)
