"""The ids that parts and callbacks share."""

from enum import StrEnum
from typing import Any


class Ids(StrEnum):
    """Ids that occur once on every page."""

    CONTENT = "content"
    FAILURE = "failure"
    FILTERS = "filters"
    FRESHNESS = "freshness"
    PAGE = "page"
    RESET = "reset"
    RULES = "rules"
    SENTENCE = "sentence"
    SIDE = "side"
    THEME = "theme"
    TOASTS = "toasts"
    VERSION = "version"
    VIEW = "view"


class Place(StrEnum):
    """Where a link to a page stands."""

    SIDE = "side"
    TABS = "tabs"
    FOOT = "foot"


def choice_id(key: object) -> dict[str, Any]:
    """The control that chooses the value of a key of the link; `key` may be ALL or MATCH, as in all of these."""
    return {"type": "choice", "key": key}


def pill_id(key: object) -> dict[str, Any]:
    """The face of a filter, which says its value."""
    return {"type": "pill", "key": key}


def clear_id(key: object) -> dict[str, Any]:
    """The button that takes a filter back to its default."""
    return {"type": "clear", "key": key}


def asked_id(path: object) -> dict[str, Any]:
    """What the page at a path is asked for: its view, version and theme."""
    return {"type": "asked", "page": path}


def nav_id(path: object, place: object) -> dict[str, Any]:
    """A link to a page."""
    return {"type": "nav", "path": path, "place": place}
