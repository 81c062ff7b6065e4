"""The site map."""

from layouts import campaigns, cfo, cmo, customers, overview, products

PAGES = (overview.PAGE, campaigns.PAGE, products.PAGE, customers.PAGE, cmo.PAGE, cfo.PAGE)
