from pathlib import Path

from callbacks.data_overlaps import TOTALS, overlap_cards, said
from callbacks.opening import open_state
from callbacks.state import State
from data.tables import table
from layouts.data import PAGE
from tests.callbacks.opening import context_of
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.layouts.ui.parts import text

STATE_ROWS: Rows = ({"state": "Goa", "region": "West", "total_customers": 3, "total_revenue": "390.05"},)
FUNNEL_ROWS: Rows = ({"stage": "Intent", "visitors": 100}, {"stage": "Purchase", "visitors": 18})


def on_tables(state: Path, **tables: Rows) -> State:
    publish_rows(state, None, 0, **tables)
    return open_state(context_of(state), PAGE, "", None, "light")


def cards(state: State) -> list[str]:
    return [text(card).replace("\u00a0", " ") for card in overlap_cards(state)]


def test_every_total_is_of_columns_that_are_stored() -> None:
    for source in (source for total in TOTALS for source in total.sources):
        assert source.column in (*table(source.table).measures, "rows")


def test_totals_that_agree_are_said_to(tmp_path: Path) -> None:
    (card,) = cards(on_tables(tmp_path, campaign_performance=CAMPAIGN_ROWS, geographic_data=STATE_ROWS))
    assert card.startswith("Revenue: 2 tables agree")
    assert "Campaignsrevenue, 1 Jan – 29 Feb 2024₹390.05" in card
    assert "Statestotal revenue, no days₹390.05the same" in card


def test_where_some_agree_with_the_first_they_are_counted(tmp_path: Path) -> None:
    sold: Rows = ({"product_id": "P1", "region": "West", "quarter": "Q1", "year": 2024, "sales": "1"},)
    tables = {"campaign_performance": CAMPAIGN_ROWS, "geographic_data": STATE_ROWS, "product_sales": sold}
    assert cards(on_tables(tmp_path, **tables))[0].startswith("Revenue: 2 of 3 tables agree")


def test_those_that_do_not_stand_side_by_side(tmp_path: Path) -> None:
    states = [STATE_ROWS[0] | {"total_revenue": "312.04"}, STATE_ROWS[0] | {"total_revenue": "1638.21"}]
    state = on_tables(tmp_path, campaign_performance=CAMPAIGN_ROWS, geographic_data=states, funnel_data=FUNNEL_ROWS)
    revenue, conversions = cards(state)
    assert revenue.startswith("Revenue: between ₹390.05 and ₹1,950")
    assert revenue.endswith("₹1,9505.0×")
    assert conversions.endswith("Funnelvisitors, no days184.0×")


def test_a_derived_table_and_one_that_reports_nothing_say_nothing(tmp_path: Path) -> None:
    blank = [STATE_ROWS[0] | {"total_revenue": None}]
    state = on_tables(tmp_path, campaign_performance=CAMPAIGN_ROWS, geographic_data=blank)
    assert [one.source.table for one in said(state, TOTALS[0])] == ["campaign_performance"]
    assert cards(state) == []
