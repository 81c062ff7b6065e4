"""The site map."""

from layouts import attribution, campaigns, cfo, cmo, customers, data, geography, leads, overview, products

PAGES = (
    overview.PAGE,
    campaigns.PAGE,
    products.PAGE,
    geography.PAGE,
    customers.PAGE,
    attribution.PAGE,
    leads.PAGE,
    cmo.PAGE,
    cfo.PAGE,
    data.PAGE,
)
