"""The outlines of states from a GeoJSON document (RFC 7946), as fine as a chart can show them."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from analytics.geography_places import place_of
from analytics.wording import listed

# A map is some 500 pixels high: what moves a corner by less than this part of it is not seen.
GRID = 500
ROUND = (5, 2, 1)
FEWEST_CORNERS = 4
NAMES = ("NAME_1", "ST_NM", "STNAME", "STATE_NAME", "STATE", "NAME", "SHAPENAME")
LISTED = 8
POLYGON, MULTI_POLYGON = "Polygon", "MultiPolygon"

Point = tuple[float, float]
Ring = tuple[Point, ...]


class BoundaryError(ValueError):
    """A document that cannot be drawn: what was expected, and what was found."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(f"expected {expected}, found {found}")
        self.expected, self.found = expected, found


@dataclass(frozen=True)
class Boundary:
    """A state's name in the file and its rings of (longitude, latitude): outer ones one way round, holes the other."""

    name: str
    rings: tuple[Ring, ...]


def boundaries(document: object) -> tuple[Boundary, ...]:
    """The states of a document, each once, in its order; raises BoundaryError.

    Corners are rounded to a grid of about GRID steps over the longer side of the map, the same for all, so that states
    stay side by side; corners that fall together are one, and rings that shrink to a line are left out.
    """
    features = _features(document)
    naming = _naming(features)
    rings: dict[str, list[Ring]] = {}
    for place, feature in enumerate(features, 1):
        name = str(_properties(feature).get(naming) or "").strip()
        rings.setdefault(name, []).extend(_rings(feature, f"feature {place}{f' ({name})' if name else ''}"))
    drawn = {name: found for name, found in rings.items() if name and found}
    if not drawn:
        raise BoundaryError("outlines of states", "no feature with a name and an outline")
    step = _step(drawn)
    return tuple(Boundary(name, _simplified(found, step)) for name, found in drawn.items())


def _features(document: object) -> Sequence[Mapping[str, object]]:
    kind = document.get("type") if isinstance(document, dict) else type(document).__name__
    features = document.get("features") if isinstance(document, dict) else None
    if kind != "FeatureCollection" or not isinstance(features, list):
        raise BoundaryError("a GeoJSON FeatureCollection", f"type {kind!r}")
    if not features or not all(isinstance(feature, dict) for feature in features):
        raise BoundaryError("a FeatureCollection with features", f"{len(features)} features, or some that are none")
    return features


def _properties(feature: Mapping[str, object]) -> Mapping[str, object]:
    given = feature.get("properties")
    return given if isinstance(given, dict) else {}


def _naming(features: Sequence[Mapping[str, object]]) -> str:
    """The property that names states: the one with most names that are known, else one that is usually called so."""
    keys = {key: None for feature in features for key in _properties(feature)}
    known = {key: sum(_is_state(_properties(feature).get(key)) for feature in features) for key in keys}
    usual = {key: NAMES.index(key.upper()) for key in keys if key.upper() in NAMES}
    best = min(keys, key=lambda key: (-known[key], usual.get(key, len(NAMES))), default="")
    if not best or not (known[best] or best in usual):
        found = listed(list(keys)[:LISTED]) if keys else "no properties"
        raise BoundaryError(f"a property that names the state, such as {listed(NAMES[:3])}", found)
    return best


def _is_state(value: object) -> bool:
    return isinstance(value, str) and len(value) > 2 and place_of(value) is not None


def _rings(feature: Mapping[str, object], where: str) -> Iterator[Ring]:
    geometry = feature.get("geometry")
    if geometry is None:
        return
    for polygon in _polygons(geometry if isinstance(geometry, dict) else {}, where):
        for place, ring in enumerate(polygon):
            _check(ring, where)
            yield _turned(ring, outer=place == 0)


def _polygons(geometry: Mapping[str, Any], where: str) -> list[list[Ring]]:
    kind: object = geometry.get("type")
    given: Any = geometry.get("coordinates")
    if kind not in (POLYGON, MULTI_POLYGON):
        raise BoundaryError(f"{where} to be a {POLYGON} or {MULTI_POLYGON}", f"{kind}")
    try:
        return [[_corners(ring) for ring in polygon] for polygon in (given if kind == MULTI_POLYGON else [given])]
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise BoundaryError(f"{where} to have rings of longitude and latitude", type(given).__name__) from error


def _corners(ring: Sequence[Sequence[float]]) -> Ring:
    return tuple((float(corner[0]), float(corner[1])) for corner in ring)


def _check(ring: Ring, where: str) -> None:
    for longitude, latitude in ring:
        if not (abs(longitude) <= 180 and abs(latitude) <= 90):
            raise BoundaryError(f"{where} to be in degrees of longitude and latitude", f"{longitude:g}, {latitude:g}")


def _turned(ring: Ring, *, outer: bool) -> Ring:
    """Counter-clockwise where it is an outer one, clockwise where it is a hole: so a path leaves holes empty."""
    return ring if (_area(ring) >= 0) == outer else ring[::-1]


def _area(ring: Ring) -> float:
    """Positive where the ring runs counter-clockwise (the shoelace formula)."""
    return sum(x * below - across * y for (x, y), (across, below) in pairwise((*ring, *ring[:1]))) / 2


def _step(drawn: Mapping[str, Sequence[Ring]]) -> float:
    """The step of the grid in degrees: 5, 2 or 1 of a power of ten."""
    corners = [corner for rings in drawn.values() for ring in rings for corner in ring]
    sides = [max(values) - min(values) for values in zip(*corners, strict=True)]
    largest = max(sides, default=0) / GRID or 1 / GRID
    power = math.floor(math.log10(largest))
    return float(next(digit for digit in ROUND if digit * 10.0**power <= largest) * 10.0**power)


def _simplified(rings: Sequence[Ring], step: float) -> tuple[Ring, ...]:
    """The rings on the grid; where none is left, the largest as it is."""
    rounded = (_rounded(ring, step) for ring in rings)
    left = tuple(ring for ring in rounded if len(set(ring)) >= FEWEST_CORNERS - 1 and _area(ring))
    return left or (max(rings, key=lambda ring: abs(_area(ring))),)


def _rounded(ring: Ring, step: float) -> Ring:
    digits = max(0, -math.floor(math.log10(step)))
    corners = [(round(round(x / step) * step, digits), round(round(y / step) * step, digits)) for x, y in ring]
    return tuple(corner for place, corner in enumerate(corners) if place == 0 or corner != corners[place - 1])
