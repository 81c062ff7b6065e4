import pytest

from analytics.geography_metrics import state_metric
from layouts import PAGES
from layouts.geography import CARDS, PAGE, QUESTION, Ids, layout
from layouts.ui.ids import choice_id
from layouts.ui.page import Opening
from tests.layouts.ui.openings import VALUES, undated
from tests.layouts.ui.parts import ids, parts, text


@pytest.fixture(autouse=True)
def members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(VALUES, "state", ("Delhi", "Kerala"))


def shown(query: str = "") -> Opening:
    return undated(query, PAGE)


def control(query: str, key: str) -> object:
    return next(part.value for part in parts(layout(shown(query))) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map_without_a_group() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.group) == ("/geography", "")


def test_its_parts_are_those_that_callbacks_fill() -> None:
    found = {str(name) for name in ids(layout(shown()))}
    charts = (Ids.MAP, Ids.RANKING, Ids.SHARES, Ids.SCATTER, Ids.QUADRANTS)
    filled = {f"{chart}-{part}" for chart in charts for part in ("head", "figure", "note", "twin")}
    assert {Ids.HEAD, Ids.CARDS, Ids.CHARTS, Ids.INSIGHTS} | filled <= found


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("colour", "growth"),
        ("map", "bubbles"),
        ("metric", "delivery"),
        ("sort", "name"),
        ("x", "penetration"),
        ("y", "satisfaction"),
        ("area", "stores"),
        ("hue", "growth"),
    ],
)
def test_each_choice_has_a_control_with_the_value_of_the_link(key: str, value: str) -> None:
    assert control(f"{key}={value}", key) == value
    assert control("", key) != value


def test_every_choice_that_a_link_knows_has_a_control_and_the_other_way_round() -> None:
    controls = [id_["key"] for id_ in ids(layout(shown())) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown().view.choices)


def test_outlines_are_offered_only_where_a_file_draws_them() -> None:
    def looks(outlined: bool) -> list[str]:
        page = layout(shown(), outlined=outlined)
        found = next(part for part in parts(page) if getattr(part, "id", None) == choice_id("map"))
        return [option["label"] for option in found.options]

    assert looks(False) == ["Tiles", "Bubbles"]
    assert looks(True) == ["Tiles", "Bubbles", "Map"]


def test_its_cards_are_named_before_they_are_read() -> None:
    words = text(layout(shown()))
    assert all(state_metric(name).label in words for name in CARDS)
    assert QUESTION in words
