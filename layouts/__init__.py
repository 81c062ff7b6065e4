"""The site map."""

from layouts import campaigns, cfo, cmo, overview

PAGES = (overview.PAGE, campaigns.PAGE, cmo.PAGE, cfo.PAGE)
