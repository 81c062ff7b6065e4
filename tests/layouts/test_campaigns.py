import pytest

from analytics.metrics import metric
from analytics.view import View
from layouts.campaigns import FIND, METRICS, NEWEST, PAGE, YEAR, Ids, layout
from layouts.ui.ids import choice_id
from layouts.ui.listing import ROWS_PAGE
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import attribute, having, ids, parts, text

CHARTS = (Ids.QUARTERS, Ids.STACK, Ids.RUNNING, Ids.CALENDAR, Ids.MATRIX)


def control(query: str, key: str) -> object:
    return next(
        part.value for part in parts(layout(opening(query, PAGE))) if getattr(part, "id", None) == choice_id(key)
    )


def test_its_parts_are_those_that_callbacks_fill_each_once() -> None:
    found = [str(name) for name in ids(layout(opening("", PAGE)))]
    charts = {f"{chart}-{part}" for chart in CHARTS for part in ("head", "figure", "note", "twin")}
    listing = {f"{Ids.TABLE}-{part}" for part in ("head", "rows", "twin")}
    assert {str(name) for name in {Ids.HEAD, Ids.CHARTS, Ids.INSIGHTS} | charts | listing} <= set(found)
    assert len(found) == len(set(found))


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    query = "metric=cpa&year=2023&stack=share&daily=roas&daily-year=2024&sort=ctr&order=ascending&page=3&find=email"
    for key, value in (pair.split("=") for pair in query.split("&")):
        assert control(query, key) == value
    shown = opening("", PAGE)
    controls = [id_["key"] for id_ in ids(layout(shown)) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown.view.choices)
    assert control("", YEAR) == NEWEST


def test_every_option_on_offer_is_taken_by_the_link() -> None:
    shown = opening("", PAGE)
    for part in parts(layout(shown)):
        if getattr(part, "options", None):
            (choice,) = [known for known in shown.view.choices if known.key == part.id["key"]]
            assert {option["value"] for option in part.options} - {"custom"} <= {
                option["value"] for option in part.options if option["value"] in choice.options
            }


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        (f"{ROWS_PAGE}=0", False),
        (f"{ROWS_PAGE}=7", True),
        (f"{ROWS_PAGE}=-1", False),
        (f"{ROWS_PAGE}=9999999", False),
        (f"{YEAR}=2023", True),
        (f"{YEAR}=20234", False),
        (f"{YEAR}=0001", False),
        (f"{FIND}=a%20b", True),
        (f"{FIND}=%20", False),
        (f"{FIND}=%0A", False),
        (f"{FIND}={'x' * 81}", False),
        ("sort=campaign_id", False),
        ("order=sideways", False),
    ],
)
def test_a_link_with_what_it_does_not_know_says_so(query: str, taken: bool) -> None:
    shown = opening(query, PAGE)
    assert (str(shown.view) != "", len(shown.notices)) == (taken, not taken)
    assert isinstance(shown.view, View)


def test_its_metrics_are_in_the_catalogue_and_its_years_those_loaded() -> None:
    assert [metric(name).name for name in METRICS] == list(METRICS)
    (years,) = [
        part.options for part in parts(layout(opening("", PAGE))) if getattr(part, "id", None) == choice_id(YEAR)
    ]
    assert [option["value"] for option in years] == [
        NEWEST, "2024", "2023", "fy-2024-25", "fy-2023-24", "fy-2022-23",
    ]  # fmt: skip


def test_the_cards_are_named_before_their_rows_are_read() -> None:
    shown = layout(opening("", PAGE))
    labels = [attribute(card, "aria-label") for card in having(shown, "nm-chart")]
    assert labels == [
        "Regions by quarter",
        "Monthly spend by type",
        "Conversions so far",
        "Channel matrix",
        "Daily performance",
    ]
    assert "Reading the rows…" in text(shown)
