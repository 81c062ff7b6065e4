from analytics.metrics import metric
from analytics.periods import Comparison
from layouts import PAGES
from layouts.overview import CARDS, METRICS, PAGE, QUESTION, Ids, layout
from layouts.ui.ids import choice_id
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import attribute, having, ids, parts, text


def control(query: str, key: str) -> object:
    shown = layout(opening(query, PAGE))
    return next(part.value for part in parts(shown) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map_at_the_root() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.tab) == ("/", True)


def test_its_parts_are_those_that_callbacks_fill() -> None:
    found = ids(layout(opening("", PAGE)))
    plain = {Ids.HEAD, Ids.CARDS, Ids.CHARTS, Ids.INSIGHTS}
    charts = {f"{chart}-{part}" for chart in (Ids.TREND, Ids.RANKING) for part in ("head", "figure", "note", "twin")}
    assert {str(name) for name in plain | charts} <= {str(name) for name in found}


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    query = "grain=month&metric=cpa&sort=name&split=channel"
    assert [control(query, key) for key in ("grain", "metric", "sort", "split")] == ["month", "cpa", "name", "channel"]
    assert [control("", key) for key in ("grain", "metric", "sort", "split")] == ["week", "revenue", "largest", "none"]


def test_every_choice_that_a_link_knows_has_a_control_and_the_other_way_round() -> None:
    shown = opening("", PAGE)
    controls = [id_["key"] for id_ in ids(layout(shown)) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown.view.choices)
    assert len(controls) == len(set(controls))


def test_every_option_on_offer_is_taken_by_the_link() -> None:
    shown = opening("", PAGE)
    for part in parts(layout(shown)):
        if getattr(part, "options", None):
            (choice,) = [known for known in shown.view.choices if known.key == part.id["key"]]
            offered = {option["value"] for option in part.options} - {"custom"}
            assert {value for value in offered if value not in choice.options} == set()
    assert {"previous", "last-year", "none"} == set(Comparison)


def test_its_metrics_are_in_the_catalogue() -> None:
    assert [metric(name).name for name in (*METRICS, *CARDS)] == [*METRICS, *CARDS]


def test_the_cards_are_named_before_their_rows_are_read() -> None:
    shown = layout(opening("", PAGE))
    labels = [attribute(card, "aria-label") for card in having(shown, "nm-chart")]
    assert labels == ["Revenue over time", "Channel performance"]
    assert QUESTION.endswith("?")
    assert "Reading the rows…" in text(shown)
