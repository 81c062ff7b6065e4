from types import ModuleType

import pytest

from analytics.ad_metrics import ad_metric
from layouts import PAGES, cfo, cmo
from layouts.ui.ad_page import FILTERS, Part, ranking
from layouts.ui.ids import choice_id
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import having, ids, parts, text

both = pytest.mark.parametrize("module", [cfo, cmo])


@both
def test_it_is_on_the_site_map_among_the_ad_platforms(module: ModuleType) -> None:
    assert module.PAGE in PAGES
    assert module.PAGE.destination.group == "Ad platforms"
    assert module.PAGE.filters == FILTERS


@both
def test_its_parts_are_those_that_callbacks_fill(module: ModuleType) -> None:
    site, found = module.SITE, {str(name) for name in ids(module.layout(opening("", module.PAGE)))}
    charts = {f"{site.id(chart)}-{part}" for chart in site.charts for part in ("head", "figure", "note", "twin")}
    tables = {f"{site.id(Part.TABLE)}-{part}" for part in ("head", "rows", "twin")}
    others = {site.id(part) for part in (Part.HEAD, Part.CARDS, Part.CHARTS, Part.INSIGHTS)}
    assert others | charts | tables <= found


@pytest.mark.parametrize(("module", "query", "shown"), [
    (cfo, "", ["week", "roas", "channel"]),
    (cfo, "grain=month&metric=cpa&by=device", ["month", "cpa", "device"]),
    (cmo, "", ["week", "ctr", "region"]),
    (cmo, "grain=month&metric=roas&by=device", ["month", "roas", "device"]),
])  # fmt: skip
def test_each_choice_has_one_control_with_the_value_of_the_link(
    module: ModuleType, query: str, shown: list[str]
) -> None:
    page = module.layout(opening(query, module.PAGE))
    for key, value in zip(("grain", "metric", "by"), shown, strict=True):
        assert [part.value for part in parts(page) if getattr(part, "id", None) == choice_id(key)] == [value]


@both
def test_every_choice_that_a_link_knows_has_a_control_and_the_other_way_round(module: ModuleType) -> None:
    shown = opening("", module.PAGE)
    controls = [id_["key"] for id_ in ids(module.layout(shown)) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown.view.choices)


@both
def test_its_metrics_are_in_the_catalogue_and_its_cards_are_named_before_they_are_read(module: ModuleType) -> None:
    words = text(module.layout(opening("", module.PAGE)))
    assert all(ad_metric(name).label in words for name in module.CARDS)
    assert [ad_metric(name).name for name in module.METRICS] == [*module.METRICS]
    assert module.QUESTION in words


def test_the_bars_card_is_fitted_and_has_the_metric_only_where_it_is_asked_for() -> None:
    shown = opening("", cfo.PAGE)
    for metric, keys in ((True, ["by", "metric"]), (False, ["by"])):
        card = ranking(cfo.SITE, shown, 5, metric=metric)
        assert having(card, "nm-fit") == having(card, "nm-span-5") == [card]
        assert [id_["key"] for id_ in ids(card) if isinstance(id_, dict)] == keys
