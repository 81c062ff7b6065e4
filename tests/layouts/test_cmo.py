from analytics.ad_metrics import ad_metric
from layouts import PAGES
from layouts.cmo import CARDS, METRICS, PAGE, QUESTION, SITE, layout
from layouts.ui.ad_page import Part
from layouts.ui.ids import choice_id
from layouts.ui.page import Opening
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import ids, parts, text


def shown(query: str = "") -> Opening:
    return opening(query, PAGE)


def control(query: str, key: str) -> object:
    return next(part.value for part in parts(layout(shown(query))) if getattr(part, "id", None) == choice_id(key))


def test_it_is_on_the_site_map_among_the_ad_platforms() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.group) == ("/cmo", "Ad platforms")


def test_its_parts_are_those_that_callbacks_fill() -> None:
    found = {str(name) for name in ids(layout(shown()))}
    charts = {f"{SITE.id(chart)}-{part}" for chart in SITE.charts for part in ("head", "figure", "note", "twin")}
    tables = {f"{SITE.id(Part.TABLE)}-{part}" for part in ("head", "rows", "twin")}
    others = {SITE.id(part) for part in (Part.HEAD, Part.CARDS, Part.CHARTS, Part.INSIGHTS)}
    assert others | charts | tables <= found


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    keys = ("grain", "metric", "by")
    assert [control("grain=month&metric=roas&by=device", key) for key in keys] == ["month", "roas", "device"]
    assert [control("", key) for key in keys] == ["week", "ctr", "region"]


def test_every_choice_that_a_link_knows_has_a_control_and_the_other_way_round() -> None:
    controls = [id_["key"] for id_ in ids(layout(shown())) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown().view.choices)


def test_its_metrics_are_in_the_catalogue_and_its_cards_are_named_before_they_are_read() -> None:
    words = text(layout(shown()))
    assert all(ad_metric(name).label in words for name in CARDS)
    assert [ad_metric(name).name for name in METRICS] == [*METRICS]
    assert QUESTION in words
