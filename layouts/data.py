"""Data: what is loaded, how fresh and how clean it is, and how one's own is brought in."""

from enum import StrEnum

from dash.development.base_component import Component

from layouts.ui.cards import waiting_strip
from layouts.ui.icons import Icon
from layouts.ui.page import Opening, Page
from layouts.ui.page_frame import page_frame
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination
from layouts.ui.still import Still
from layouts.ui.upload_card import upload_card

QUESTION = "What is loaded, how fresh and how clean is it?"
CARDS = ("Data to", "Rows", "Files", "Findings", "Currency", "Loaded")
TABLES = {
    "campaign_performance": "Campaigns",
    "ad_performance": "Ad platforms",
    "ad_periods": "Ad platforms, totals of several days",
    "customer_data": "Customers",
    "product_sales": "Products",
    "geographic_data": "States",
    "lead_scoring_results": "Leads",
    "feature_importance": "Features of the lead model",
    "learning_curve": "Learning curve of the lead model",
    "funnel_data": "Funnel",
    "customer_journey": "Paths of customers",
    "journeys": "Journeys",
    "channel_attribution": "Supplied shares of credit",
    "correlation_matrix": "Supplied correlations",
}


class Ids(StrEnum):
    """The parts of the page that callbacks fill."""

    HEAD = "data-head"
    CARDS = "data-cards"
    TABLES = "data-tables"
    UPLOAD = "data-upload"
    QUALITY = "data-quality"
    FILES = "data-files"
    OVERLAPS = "data-overlaps"
    VERSIONS = "data-versions"


SECTIONS = (Ids.QUALITY, Ids.FILES, Ids.OVERLAPS)
PAGE = Page(
    Destination("/data", "Data", "Data", Icon.DATABASE, group="Setup"),
    QUESTION,
    next(iter(TABLES)),
    (),
    instead=tuple(TABLES),
    compares=False,
    dated=False,
)


def layout(opening: Opening) -> Component:
    """The page on a version, before it is read."""
    return page_frame(
        opening,
        [
            Still(page_head(QUESTION, ()), id=Ids.HEAD),
            Still(waiting_strip(CARDS), id=Ids.CARDS),
            Still(id=Ids.TABLES, className="nm-data-section"),
            upload_card(Ids.UPLOAD),
            *(Still(id=section, className="nm-data-section") for section in SECTIONS),
            Still(id=Ids.VERSIONS),
        ],
    )
