"""A part of a page without controls, which the browser draws as one."""

from typing import Any

from dash.development.base_component import Component

CONTENT = "content"
PROPERTIES = (CONTENT, "id", "tag", "className", "hidden", "role", "style", "tabIndex")
WILDCARDS = ("aria-", "data-")


class Still(Component):
    """An element around words and marks that no callback reads.

    Dash keeps state for every component of its own and tells each of every change anywhere: a page of a thousand is
    slow. What is inside this one is drawn by assets/still.js and costs nothing afterwards. `content` is what children
    are elsewhere, `tag` the name of the element; ids inside it are for the document only.
    """

    _namespace = "novamart"
    _type = "Still"

    def __init__(self, content: object = None, **properties: Any) -> None:  # noqa: ANN401
        self._base_nodes = [CONTENT]
        self._prop_names = self.available_properties = list(PROPERTIES)
        self._valid_wildcard_attributes = self.available_wildcard_properties = list(WILDCARDS)
        super().__init__(content=content, **properties)  # type: ignore[no-untyped-call]
