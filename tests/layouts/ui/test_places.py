import pytest

from layouts.ui.places import Places

PLACES = Places(("Tech", "A/B"), ("Phones",))


@pytest.mark.parametrize("text", ["/", "Tech", "A~1B", "Tech/Phones", "A~1B/Phones"])
def test_the_whole_and_paths_of_known_names_are_places(text: str) -> None:
    assert text in PLACES


@pytest.mark.parametrize("text", ["", "Phones", "Tech/Tech", "Tech/Phones/Case", "A/B", "tech", "//", "Tech/"])
def test_anything_else_is_none(text: str) -> None:
    assert text not in PLACES
