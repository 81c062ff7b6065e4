"""How the tests look into a component: as a reader would, by its words, or by its classes."""

from collections.abc import Iterator, Sequence
from typing import Any

from dash.development.base_component import Component

from layouts.ui.still import CONTENT, Still

Part = Component | str | float | None | Sequence[Any]


def parts(root: Part) -> Iterator[Any]:
    """A component and everything inside it, in document order."""
    if isinstance(root, Component):
        yield root
        yield from parts(inside(root))
    elif isinstance(root, Sequence) and not isinstance(root, str):
        for child in root:
            yield from parts(child)


def inside(component: Component) -> Part:
    """What a component holds."""
    return getattr(component, CONTENT if isinstance(component, Still) else "children", None)


def text(root: Part) -> str:
    """The words of a component, those for screen readers included."""
    if isinstance(root, Component):
        return text(inside(root))
    if isinstance(root, Sequence) and not isinstance(root, str):
        return "".join(text(child) for child in root)
    return "" if root is None else str(root)


def having(root: Part, kind: str) -> list[Any]:
    """The components of a class."""
    return [part for part in parts(root) if kind in _classes(part)]


def attribute(part: Component, name: str) -> Any:  # noqa: ANN401
    """A property of a component, None where it is not set."""
    return part.to_plotly_json()["props"].get(name)


def ids(root: Part) -> list[Any]:
    """The ids in a component, in document order."""
    return [part.id for part in parts(root) if getattr(part, "id", None) is not None]


def _classes(part: Component) -> list[str]:
    return f"{getattr(part, 'className', '')} {getattr(part, 'class_name', '')}".split()
