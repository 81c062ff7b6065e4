"""Icons: CSS masks that take the colour of the text around them."""

from enum import StrEnum

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes


class Icon(StrEnum):
    """Every icon drawn in assets/15-icons.css."""

    BARS = "bars"
    BOX = "box"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CLOSE = "close"
    DATABASE = "database"
    DOWNLOAD = "download"
    FILTERS = "filters"
    FUNNEL = "funnel"
    HOUSE = "house"
    IMAGE = "image"
    LINK = "link"
    MAP_PIN = "map-pin"
    MEGAPHONE = "megaphone"
    MENU = "menu"
    MOON = "moon"
    MORE = "more"
    RELOAD = "reload"
    RUPEE = "rupee"
    SEARCH = "search"
    SUN = "sun"
    TABLE = "table"
    TARGET = "target"
    USERS = "users"
    WARNING = "warning"


def icon(name: Icon) -> Component:
    """An icon beside words that say the same; screen readers pass over it."""
    return html.Span(className=f"nm-icon nm-icon-{name}", **attributes(aria_hidden="true"))
