"""A page's opening for tests, on rows that know two channels and two regions."""

from analytics.choices import Choice
from analytics.periods import Dates
from analytics.presets import presets
from analytics.view import View
from layouts.ui.icons import Icon
from layouts.ui.page import Opening, Page
from layouts.ui.shell import Destination
from layouts.ui.theme import Theme
from tests.analytics.frames import period

LOADED = period("2023-01-04", "2024-12-31")
VALUES = {
    "channel": ("Direct", "Email"),
    "region": ("North", "West"),
    "campaign_type": tuple("ABCDEFGHI"),
    "platform": ("Google", "Meta"),
    "campaign_objective": ("Awareness", "Sales"),
    "audience_segment": ("New", "Returning"),
    "device_type": ("Desktop", "Mobile"),
    "customer_segment": ("Regular", "VIP"),
    "industry": ("Finance", "Retail"),
    "company_size": ("Large", "Small"),
    "lead_source": ("Event", "Website"),
}
BEYOND = {"stages": ("Awareness", "Intent", "Purchase")}
OWN = (Choice("grain", ("day", "week"), ("week",)),)
PAGE = Page(
    Destination("/x", "Example", "Example", Icon.BARS),
    "Why?",
    "campaign_performance",
    ("type", "channel"),
    OWN,
    blends=True,
)


def values(column: str) -> tuple[str, ...]:
    """The members of a column."""
    return VALUES[column]


def beyond(name: str) -> tuple[str, ...]:
    """What the table does not tell."""
    return BEYOND.get(name, ())


def opening(query: str = "", page: Page = PAGE) -> Opening:
    """The opening of a page for a link."""
    offered = presets(LOADED, 4)
    view, notices = View.parse(query, page.choices(page.table, offered, values, beyond=beyond))
    dates = Dates(LOADED, view.period(LOADED, 4))
    return Opening(page, page.table, view, notices, offered, values, dates, "v1", Theme.LIGHT)


def undated(query: str, page: Page) -> Opening:
    """The opening of a page whose table carries no dates."""
    view, notices = View.parse(query, page.choices(page.table, {}, values))
    return Opening(page, page.table, view, notices, {}, values, None, "v1", Theme.LIGHT)
