"""The site map."""

from layouts import cfo, cmo, overview

PAGES = (overview.PAGE, cmo.PAGE, cfo.PAGE)
