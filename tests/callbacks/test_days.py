from dataclasses import replace
from pathlib import Path

import pytest

from callbacks.frame import frame, sentence_of
from callbacks.opening import open_state
from layouts.overview import PAGE
from tests.callbacks.opening import CUSTOMERS, LOADED, PRODUCT_ROWS, context_of, on_rows
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.layouts.ui.parts import text


def test_a_table_without_dates_opens_without_days(tmp_path: Path) -> None:
    publish_rows(tmp_path, product_sales=PRODUCT_ROWS)
    page = replace(CUSTOMERS, table="product_sales")
    state = open_state(context_of(tmp_path), page, "region=North&period=2024", None, "")
    assert (state.table, state.dates, state.organic, state.paid_only) == ("product_sales", None, frozenset(), False)
    assert (state.where(), state.where("region")) == ((("region", ("North",)),), ())
    assert state.opening.dates is None
    assert "Not applied on this page: dates." in "".join(sentence_of(state))
    pills = frame(state)["pills"]
    assert (pills["period"], pills["compare"], text(pills["region"])) == (None, None, "Region North")
    with pytest.raises(LookupError, match="no dates"):
        _ = state.period


def test_days_may_come_from_another_table_of_the_page(tmp_path: Path) -> None:
    funnel = ({"stage": "Visit", "visitors": 10},)
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS, funnel_data=funnel)
    page = replace(PAGE, table="funnel_data", instead=("campaign_performance",), compares=False, blends=False)
    state = open_state(context_of(tmp_path), replace(page, rows="Stages"), "period=all", None, "")
    assert (state.table, state.loaded, state.compared, state.ignores_dates) == ("funnel_data", LOADED, None, True)
    assert "".join(sentence_of(state)).endswith(" Stages carry no dates and ignore the period.")
    assert set(frame(state)["pills"]) == {"period", "channel", "region", "type"}
    assert not on_rows(tmp_path).ignores_dates
