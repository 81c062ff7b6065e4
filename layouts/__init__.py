"""The site map."""

from layouts import overview

PAGES = (overview.PAGE,)
