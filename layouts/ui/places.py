"""The places of a hierarchy that a link may open."""

from collections.abc import Container, Sequence

from layouts.figures.hierarchy import names


class Places(Container[str]):
    """The whole, and every path of names from the top down of which each is among the members of its level."""

    def __init__(self, *levels: Sequence[str]) -> None:
        self._levels = levels

    def __contains__(self, text: object) -> bool:
        """Whether a text is one of them, written as `hierarchy.place` does."""
        path = names(str(text))
        known = zip(path, self._levels, strict=False)
        return len(path) <= len(self._levels) and all(name in level for name, level in known)
