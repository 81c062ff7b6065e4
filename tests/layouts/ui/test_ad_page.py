from layouts.cfo import SITE
from layouts.ui.ad_page import FILTERS, Part, ranking
from tests.layouts.ui.openings import opening
from tests.layouts.ui.parts import having, ids


def test_a_part_s_id_begins_with_its_page() -> None:
    assert SITE.id(Part.TABLE) == "cfo-table"
    assert SITE.page.filters == FILTERS


def test_the_bars_card_is_fitted_and_has_the_metric_only_where_it_is_asked_for() -> None:
    shown = opening("", SITE.page)
    for metric, keys in ((True, ["by", "metric"]), (False, ["by"])):
        card = ranking(SITE, shown, 5, metric=metric)
        assert having(card, "nm-fit") == having(card, "nm-span-5") == [card]
        assert [id_["key"] for id_ in ids(card) if isinstance(id_, dict)] == keys
