import pytest

from analytics.geography_places import PLACES, Place, place_of, placed


def test_there_are_28_states_and_8_territories_each_on_a_tile_of_its_own() -> None:
    assert len(PLACES) == len({place.code for place in PLACES}) == len({(p.column, p.row) for p in PLACES}) == 36
    assert all(0 <= place.column <= 7 and 0 <= place.row <= 7 for place in PLACES)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.code)
def test_each_is_found_by_its_name_code_and_former_names_in_any_writing(place: Place) -> None:
    for name in (place.code, place.name, *place.also):
        assert place_of(name) is place
        assert place_of(f"  {name.upper()} ") is place
        assert place_of(name.lower().replace(" and ", " & ")) is place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Orissa", "OD"),
        ("Pondicherry", "PY"),
        ("Uttaranchal", "UK"),
        ("NCT of Delhi", "DL"),
        ("Jammu & Kashmir", "JK"),
        ("JAMMU  AND KASHMIR", "JK"),
        ("andaman & nicobar islands", "AN"),
        ("Daman & Diu", "DH"),
        ("Dādra and Nagar Haveli", "DH"),
        ("Tamil\u00a0Nadu", "TN"),
        ("tamilnadu", "TN"),
        ("State of Kerala", "KL"),
        ("TS", "TG"),
    ],
)
def test_older_and_other_spellings_by_hand(name: str, code: str) -> None:
    found = place_of(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", "Atlantis", "North", "India", "Delhi East", "₹", "पंजाब"])
def test_a_name_that_stands_for_none_is_none(name: str) -> None:
    assert place_of(name) is None


def test_what_has_no_tile_of_its_own_is_kept_apart() -> None:
    found, others = placed(["Delhi", "Atlantis", "NCT of Delhi", "Goa"])
    assert {place.code: name for place, name in found.items()} == {"DL": "Delhi", "GA": "Goa"}
    assert others == ("Atlantis", "NCT of Delhi")
