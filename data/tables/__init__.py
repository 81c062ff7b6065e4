"""The tables the product knows."""

from data.table import Table
from data.tables.ads import AD, AD_PERIOD
from data.tables.campaigns import CAMPAIGN, FUNNEL
from data.tables.customers import CORRELATION, CUSTOMER
from data.tables.geography import GEOGRAPHY
from data.tables.journeys import ATTRIBUTION, JOURNEYS, PATHS
from data.tables.leads import IMPORTANCE, LEAD, LEARNING
from data.tables.products import PRODUCT

TABLES = (
    CAMPAIGN,
    CUSTOMER,
    PRODUCT,
    LEAD,
    IMPORTANCE,
    LEARNING,
    GEOGRAPHY,
    ATTRIBUTION,
    FUNNEL,
    PATHS,
    JOURNEYS,
    CORRELATION,
    AD,
    AD_PERIOD,
)


def table(name: str) -> Table:
    """The table of that name; KeyError if there is none."""
    return {known.name: known for known in TABLES}[name]
