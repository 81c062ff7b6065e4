from layouts import PAGES
from layouts.attribution import KEYS, PAGE, QUESTION, SIDE_BY_SIDE, Ids, layout
from layouts.ui.correlation_card import Grain, Source
from layouts.ui.ids import choice_id
from layouts.ui.models_card import Shown
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import ids, parts, text

CHARTS = (Ids.CREDIT, Ids.FUNNEL, Ids.MODELS, Ids.SHARES, Ids.FLOW, Ids.CLAIMS, Ids.CORRELATION)
OFFERED = {"model": KEYS, "models": KEYS, "shares": tuple(Shown), "correlate": tuple(Grain), "matrix": tuple(Source)}


def control(query: str, key: str) -> object:
    return next(part for part in parts(layout(opening(query, PAGE))) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map_with_a_tab_on_the_phone() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.tab) == ("/attribution", True)


def test_its_parts_are_those_that_callbacks_fill_each_once() -> None:
    found = [str(name) for name in ids(layout(opening("", PAGE)))]
    charts = {f"{chart}-{part}" for chart in CHARTS for part in ("head", "figure", "note", "twin")}
    assert {str(name) for name in {Ids.HEAD, Ids.CHARTS, Ids.INSIGHTS} | charts | {"credit-base"}} <= set(found)
    assert len(found) == len(set(found))


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    query = "model=shapley&credit=value&shares=supplied&rate=Intent&correlate=campaign-day&matrix=supplied"
    for key, value in (pair.split("=") for pair in query.split("&")):
        assert control(query, key).value == value  # type: ignore[attr-defined]
    assert control("models=first&models=last", "models").value == ("first", "last")  # type: ignore[attr-defined]


def test_every_choice_that_a_link_knows_has_a_control_and_the_other_way_round() -> None:
    shown = opening("", PAGE)
    controls = [id_["key"] for id_ in ids(layout(shown)) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown.view.choices)


def test_every_option_on_offer_is_taken_by_the_link() -> None:
    for key, taken in OFFERED.items():
        assert [option["value"] for option in control("", key).options] == list(taken)  # type: ignore[attr-defined]


def test_a_stage_of_the_link_is_on_offer_before_the_funnel_is_read() -> None:
    options = control("rate=Intent", "rate").options  # type: ignore[attr-defined]
    assert {"label": "Intent", "value": "Intent"} in options


def test_what_is_shown_first_is_on_offer_and_the_question_heads_the_page() -> None:
    assert set(SIDE_BY_SIDE) <= set(KEYS)
    assert QUESTION in text(layout(opening("", PAGE)))
