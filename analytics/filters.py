"""The dimensions that pages filter by, declared once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Filter:
    """A dimension that pages filter by, under the column name that each table has for it.

    `names` are the label and the plural on tables that call it something else.
    """

    key: str
    label: str
    plural: str
    columns: Mapping[str, str]
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def on(self, table: str) -> "Filter":
        """The same, as a table calls it."""
        label, plural = self.names.get(table, (self.label, self.plural))
        return replace(self, label=label, plural=plural)


FILTERS = (
    Filter(
        "channel",
        "Channel",
        "channels",
        {"campaign_performance": "channel", "ad_performance": "platform", "journeys": "channel"}
        | {"customer_journey": "touchpoint_1"},
        {"ad_performance": ("Platform", "platforms")}
        | dict.fromkeys(("journeys", "customer_journey"), ("First touch", "first touches")),
    ),
    Filter(
        "region",
        "Region",
        "regions",
        {
            "campaign_performance": "region",
            "ad_performance": "region",
            "customer_data": "region",
            "product_sales": "region",
            "geographic_data": "region",
        },
    ),
    Filter(
        "type",
        "Type",
        "campaign types",
        {"campaign_performance": "campaign_type", "ad_performance": "campaign_objective"},
        {"ad_performance": ("Objective", "objectives")},
    ),
    Filter("audience", "Audience", "audiences", {"ad_performance": "audience_segment"}),
    Filter("device", "Device", "devices", {"ad_performance": "device_type"}),
    Filter("segment", "Segment", "segments", {"customer_data": "customer_segment"}),
    Filter("tier", "City tier", "city tiers", {"customer_data": "city_tier"}),
    Filter("acquired", "Acquired through", "acquisition channels", {"customer_data": "acquisition_channel"}),
    Filter("nps", "NPS category", "NPS categories", {"customer_data": "nps_category"}),
    Filter("category", "Category", "categories", {"product_sales": "category"}),
    Filter("subcategory", "Subcategory", "subcategories", {"product_sales": "subcategory"}),
    Filter("quarter", "Quarter", "quarters", {"product_sales": "quarter"}),
    Filter("state", "State", "states", {"geographic_data": "state"}),
    Filter("industry", "Industry", "industries", {"lead_scoring_results": "industry"}),
    Filter("size", "Company size", "company sizes", {"lead_scoring_results": "company_size"}),
    Filter("source", "Lead source", "lead sources", {"lead_scoring_results": "lead_source"}),
)
