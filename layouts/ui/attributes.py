"""The data- and aria- attributes that Dash takes only by their hyphenated names."""

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """The attributes with hyphens for underscores: attributes(aria_label="Pages") is {"aria-label": "Pages"}."""
    return {name.replace("_", "-"): value for name, value in named.items()}
