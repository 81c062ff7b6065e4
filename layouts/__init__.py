"""The site map."""

from layouts import campaigns, cfo, cmo, overview, products

PAGES = (overview.PAGE, campaigns.PAGE, products.PAGE, cmo.PAGE, cfo.PAGE)
