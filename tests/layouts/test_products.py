import pytest

from analytics.product_metrics import product_metric
from layouts import PAGES
from layouts.products import CARDS, METRICS, PAGE, QUESTION, Ids, layout
from layouts.ui.ids import choice_id
from layouts.ui.page import Opening
from tests.layouts.ui import openings
from tests.layouts.ui.parts import ids, parts, text

MEMBERS = {
    "region": ("East", "West"),
    "category": ("Tech", "Wear"),
    "subcategory": ("Men", "Phones"),
    "quarter": ("Q1 2023", "Q1 2024", "Q4 2023"),
}
CHARTS = (Ids.TREE, Ids.CATEGORIES, Ids.CROSS, Ids.QUARTERS)


@pytest.fixture(autouse=True)
def members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "VALUES", MEMBERS)


def opening(query: str = "") -> Opening:
    return openings.undated(query, PAGE)


def control(query: str, key: str) -> object:
    return next(part for part in parts(layout(opening(query))) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map() -> None:
    assert PAGE in PAGES
    assert PAGE.destination.path == "/products"
    assert QUESTION in text(layout(opening()))


def test_its_parts_are_those_that_callbacks_fill_each_once() -> None:
    found = [str(name) for name in ids(layout(opening()))]
    charts = {f"{chart}-{part}" for chart in CHARTS for part in ("head", "figure", "note", "twin")}
    listing = {f"{Ids.TABLE}-{part}" for part in ("head", "rows", "twin", "csv", "whole")}
    page = {str(name) for name in (Ids.HEAD, Ids.CARDS, Ids.CHARTS, Ids.INSIGHTS)}
    assert page | charts | listing | {f"{Ids.TREE}-base"} <= set(found)
    assert len(found) == len(set(found))


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    query = "metric=margin&at=Tech/Phones&sort=rating&order=ascending&page=3"
    for key, value in (pair.split("=") for pair in query.split("&")):
        assert control(query, key).value == value  # type: ignore[attr-defined]
    controls = [id_["key"] for id_ in ids(layout(opening())) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in opening().view.choices)


def test_quarters_are_offered_in_the_order_of_the_calendar() -> None:
    offered = control("", "quarter").options  # type: ignore[attr-defined]
    assert [option["value"] for option in offered] == ["Q1 2023", "Q4 2023", "Q1 2024"]


def test_where_the_tree_is_open_is_the_browser_s_alone() -> None:
    assert opening().rules["local"] == ["at"]
    assert control("", "at").value == "/"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ("metric=price", True),
        ("metric=roas", False),
        ("at=Tech%2FPhones", True),
        ("at=%00", False),
        (f"at={'x' * 301}", False),
        ("sort=subcategory", True),
        ("sort=product_id", False),
        ("page=0", False),
        ("category=Tech&category=Wear", True),
        ("category=' OR 1=1", False),
        ("quarter=Q9", False),
    ],
)
def test_a_link_with_what_it_does_not_know_says_so(query: str, taken: bool) -> None:
    shown = opening(query)
    assert (str(shown.view) != "", len(shown.notices)) == (taken, not taken)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("Tech", "Tech"),
        ("Tech/Phones", "Tech/Phones"),
        ("not reported", "not reported"),
        ("Nowhere", "/"),
        ("Tech/Nowhere", "/"),
        ("Tech/Phones/Case", "/"),
        ("<script>", "/"),
    ],
)
def test_a_place_that_the_table_has_not_got_is_ignored_with_a_notice(at: str, shown: str) -> None:
    page = layout(opening(f"at={at}"))
    assert next(part for part in parts(page) if getattr(part, "id", None) == choice_id("at")).value == shown
    assert ("was ignored" in text(page)) == (shown != at)


def test_its_metrics_are_in_the_catalogue() -> None:
    assert [product_metric(name).name for name in (*METRICS, *CARDS)] == [*METRICS, *CARDS]
