"""What ad platforms report, by day or over several."""

from data.columns import Column, Kind, Role, amount, counted, day, dimension, repeated, text
from data.table import Table

AD = Table(
    "ad_performance",
    "a campaign's day on an ad platform",
    (
        day(),
        dimension("platform"),
        text("campaign_name"),
        dimension("region"),
        dimension("device_type", required=False),
        dimension("audience_segment", required=False),
        dimension("campaign_objective", required=False),
        counted("impressions"),
        Column("reach", Kind.INTEGER, Role.AVERAGED, required=False, low=0),
        counted("clicks"),
        amount("spend"),
        counted("engagements", required=False),
        counted("conversions", Kind.NUMBER),
        amount("revenue", low=None),
        amount("profit", required=False, low=None),
        repeated("frequency", "impressions / reach"),
        repeated("ctr", "100 * clicks / impressions"),
        repeated("cpc", "spend / clicks"),
        repeated("cpm", "1000 * spend / impressions"),
        repeated("engagement_rate", "100 * engagements / impressions"),
        repeated("cost_per_engagement", "spend / engagements"),
        repeated("conversion_rate", "100 * conversions / clicks"),
        repeated("avg_order_value", "revenue / conversions"),
        repeated("profit_margin", "profit / revenue"),
        repeated("roas", "revenue / spend"),
        repeated("cac", "spend / conversions"),
        repeated("roi", "100 * (revenue - spend) / spend"),
        repeated("revenue_per_dollar", "revenue / spend"),
    ),
)
AD_PERIOD = Table(
    "ad_periods",
    "a campaign's total over several days",
    (
        Column("starts", Kind.DATE, required=False),
        Column("ends", Kind.DATE, required=False),
        *(column for column in AD.stored if column.kind is not Kind.DATE),
    ),
)
