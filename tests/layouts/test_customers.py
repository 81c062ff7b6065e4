import pytest

from layouts import PAGES
from layouts.customers import PAGE, QUESTION, Ids, layout
from layouts.figures.hierarchy import TOP
from layouts.ui.ids import choice_id
from layouts.ui.page import Opening
from tests.layouts.ui import openings
from tests.layouts.ui.parts import attribute, having, ids, parts, text

MEMBERS = {
    "region": ("North", "West"),
    "customer_segment": ("New", "Premium"),
    "city_tier": ("Tier 1",),
    "acquisition_channel": ("Email", "Partner"),
    "nps_category": ("Passive",),
}
LOCAL = {"points", "scale", "at", "trend", "ages", "years"}


@pytest.fixture(autouse=True)
def members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "VALUES", MEMBERS)


def shown(query: str = "") -> Opening:
    return openings.undated(query, PAGE)


def control(query: str, key: str) -> object:
    return next(part.value for part in parts(layout(shown(query))) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map_among_the_audience() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.group) == ("/customers", "Audience")
    assert PAGE.filters == ("region", "segment", "tier", "acquired", "nps")


def test_its_parts_are_those_that_callbacks_fill() -> None:
    found = {str(name) for name in ids(layout(shown()))}
    charts = (Ids.WORTH, Ids.TREE, Ids.CLOUD, Ids.AGE, Ids.CONTENT, Ids.SCORE, Ids.CHURN)
    wanted = {f"{chart}-{part}" for chart in charts for part in ("head", "figure", "note", "twin")}
    wanted |= {f"{chart}-base" for chart in (Ids.WORTH, Ids.TREE, Ids.CLOUD, Ids.AGE)}
    assert {str(part) for part in (Ids.HEAD, Ids.CARDS, Ids.CHARTS, Ids.INSIGHTS)} | wanted <= found


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    given = {"points": "points", "scale": "log", "trend": "hidden", "ages": "segment", "years": "7", "by": "region"}
    query = "&".join(f"{key}={value}" for key, value in given.items())
    assert {key: control(query, key) for key in given} == given
    assert [control("", key) for key in given] == ["hidden", "even", "trend", "together", "5", "segment"]
    keys = [part["key"] for part in ids(layout(shown())) if isinstance(part, dict) and part["type"] == "choice"]
    assert sorted(keys) == sorted(choice.key for choice in shown().view.choices)


def test_what_needs_no_server_is_local_and_the_rest_is_not() -> None:
    assert {choice.key for choice in PAGE.own if choice.local} == LOCAL


def test_every_option_on_offer_is_taken_by_the_link() -> None:
    for part in parts(layout(shown())):
        if getattr(part, "options", None):
            (choice,) = [known for known in shown().view.choices if known.key == part.id["key"]]
            assert [option["value"] for option in part.options if option["value"] not in choice.options] == []


def test_the_places_on_offer_are_the_whole_the_regions_and_their_tiers() -> None:
    (places,) = [part.options for part in parts(layout(shown())) if getattr(part, "id", None) == choice_id("at")]
    assert [place["value"] for place in places] == [TOP, "North", "North/Tier 1", "West", "West/Tier 1"]


def test_the_cards_are_named_before_their_rows_are_read() -> None:
    labels = [attribute(card, "aria-label") for card in having(layout(shown()), "nm-chart")]
    assert labels == [
        "Lifetime value by segment", "Regions, city tiers and segments",
        "Satisfaction", "Net promoter score", "Churn rate by segment", "Income and lifetime value", "Age",
    ]  # fmt: skip
    assert QUESTION in text(layout(shown()))


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ("at=West", True),
        ("at=West%2FTier+1", True),
        ("at=Nowhere", False),
        ("at=West%2FTier+9", False),
        ("at=West%2FTier+1%2FNew", False),
        ("left=Partner", True),
        ("left=Fax", False),
    ],
)
def test_a_link_with_what_the_table_has_not_got_says_so(query: str, taken: bool) -> None:
    assert (str(shown(query).view) != "", len(shown(query).notices)) == (taken, not taken)
