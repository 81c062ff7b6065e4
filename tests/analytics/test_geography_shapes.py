from typing import Any

import pytest

from analytics.geography_places import key_of
from analytics.geography_shapes import BoundaryError, Ring, boundaries

SQUARE = [[70.0, 10.0], [80.0, 10.0], [80.0, 20.0], [70.0, 20.0], [70.0, 10.0]]
HOLE = [[74.0, 14.0], [76.0, 14.0], [76.0, 16.0], [74.0, 16.0], [74.0, 14.0]]
BESIDE = [[80.0, 10.0], [90.0, 10.0], [90.0, 20.0], [80.0, 20.0], [80.0, 10.0]]
ISLET = [[60.0, 5.0], [60.001, 5.0], [60.001, 5.001], [60.0, 5.0]]
Feature = dict[str, Any]


def feature(kind: str, coordinates: object, **properties: object) -> Feature:
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: Feature) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def area(ring: Ring) -> float:
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def test_polygons_and_multi_polygons_keep_their_outlines() -> None:
    kerala, goa = boundaries(
        collection(
            feature("Polygon", [SQUARE], NAME_1="Kerala"),
            feature("MultiPolygon", [[BESIDE], [ISLET]], NAME_1="Goa"),
        )
    )
    assert (kerala.name, goa.name) == ("Kerala", "Goa")
    assert set(kerala.rings[0]) == {(70, 10), (80, 10), (80, 20), (70, 20)}
    assert len(goa.rings) == 1


@pytest.mark.parametrize("turned", [1, -1])
def test_a_hole_runs_the_other_way_round_than_its_outline_however_the_file_has_it(turned: int) -> None:
    outer, hole = boundaries(collection(feature("Polygon", [SQUARE[::turned], HOLE[::turned]], name="Goa")))[0].rings
    assert area(outer) == pytest.approx(100)
    assert area(hole) == pytest.approx(-4, abs=0.2)


def test_corners_closer_than_a_step_fall_together_alike_on_both_sides_of_a_border() -> None:
    border = [[80.0, 10.0 + place / 1000] for place in range(10_001)]
    west = [[70.0, 20.0], [70.0, 10.0], *border, [70.0, 20.0]]
    east = [[90.0, 10.0], [90.0, 20.0], *border[::-1], [90.0, 10.0]]
    goa, kerala = boundaries(
        collection(feature("Polygon", [west], name="Goa"), feature("Polygon", [east], name="Kerala"))
    )
    shared = [{corner for corner in state.rings[0] if abs(corner[0] - 80) < 1} for state in (goa, kerala)]
    assert shared[0] == shared[1]
    assert len(goa.rings[0]) < len(border) / 10


def test_a_state_smaller_than_a_step_stays_as_it_is() -> None:
    found = boundaries(collection(feature("Polygon", [SQUARE], name="Goa"), feature("Polygon", [ISLET], name="Delhi")))
    assert len(found[1].rings[0]) == len(ISLET)


def test_parts_of_a_state_are_taken_together_and_what_has_no_outline_is_left_out() -> None:
    nothing = {"type": "Feature", "properties": {"st_nm": "Delhi"}, "geometry": None}
    found = boundaries(
        collection(
            feature("Polygon", [SQUARE], district="One", st_nm="Goa"),
            feature("Polygon", [BESIDE], district="Two", st_nm="Goa"),
            nothing,
        )
    )
    assert [(state.name, len(state.rings)) for state in found] == [("Goa", 2)]


def test_the_property_with_most_known_names_names_the_states() -> None:
    found = boundaries(
        collection(
            feature("Polygon", [SQUARE], NAME="IN-1", label="Orissa"),
            feature("Polygon", [BESIDE], NAME="IN-2", label="Tamil Nadu"),
        )
    )
    assert {key_of(state.name) for state in found} == {"OD", "TN"}


def test_states_elsewhere_are_named_by_what_is_usually_called_so() -> None:
    found = boundaries(collection(feature("Polygon", [SQUARE], id="7", name="New South Wales")))
    assert {key_of(state.name) for state in found} == {"newsouthwales"}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "expected a GeoJSON FeatureCollection, found type 'list'"),
        ({"type": "Topology"}, "expected a GeoJSON FeatureCollection, found type 'Topology'"),
        ({"type": "FeatureCollection"}, "expected a GeoJSON FeatureCollection"),
        (collection(), "expected a FeatureCollection with features, found 0 features"),
        (
            collection(feature("Point", [1, 2], name="Goa")),
            r"feature 1 \(Goa\) to be a Polygon or .*, found Point",
        ),
        (collection(feature("Polygon", [SQUARE], code=7)), "a property that names the state, such as .* found code"),
        (collection(feature("Polygon", [SQUARE])), "found no properties"),
        (collection(feature("Polygon", [[[8e6, 2e6]]], name="Goa")), "degrees of longitude and latitude, found 8e"),
        (collection(feature("Polygon", [[[float("nan"), 1]]], name="Goa")), "degrees"),
        (
            collection(feature("Polygon", [[[70, 10], ["x"]]], name="Goa")),
            "rings of longitude and .*, found list",
        ),
        (collection(feature("Polygon", 7, name="Goa")), "rings of longitude and latitude, found int"),
        (collection({"type": "Feature", "properties": {"name": "Goa"}, "geometry": None}), "no feature with a name"),
    ],
)
def test_what_cannot_be_drawn_says_what_was_expected_and_found(document: object, message: str) -> None:
    with pytest.raises(BoundaryError, match=message):
        boundaries(document)
