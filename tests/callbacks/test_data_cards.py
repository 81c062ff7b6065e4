from pathlib import Path

from callbacks.data_cards import cards
from callbacks.data_parts import report
from callbacks.opening import open_state
from callbacks.state import State
from layouts.data import PAGE
from tests.callbacks.opening import PRODUCT_ROWS, context_of
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows


def opened(state: Path, **tables: Rows) -> State:
    publish_rows(state, None, 0, **tables)
    return open_state(context_of(state), PAGE, "", None, "light")


def test_the_facts_are_key_figures(tmp_path: Path) -> None:
    state = opened(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    shown = {card.label: (card.value, card.unit, card.note) for card in cards(state, report(state))}
    assert shown["Data to"] == ("29 Feb", "2024", "From 1 Jan 2024")
    assert shown["Rows"] == ("4", "", "In 1 table")
    assert shown["Files"] == ("1", "", "0 rows rejected")
    assert shown["Findings"][0] == "1"
    assert shown["Currency"] == ("INR", "", "Of all amounts")
    assert shown["Loaded"][2].endswith(f"UTC, version {state.edition}")


def test_without_days_it_says_so(tmp_path: Path) -> None:
    funnel: Rows = [{"stage": "Visit", "visitors": 10}]
    state = opened(tmp_path, funnel_data=funnel)
    shown = {card.label: card.value for card in cards(state, report(state))}
    assert shown["Data to"] == "No dates"


def test_several_tables_are_counted(tmp_path: Path) -> None:
    state = opened(tmp_path, product_sales=PRODUCT_ROWS, funnel_data=[{"stage": "Visit", "visitors": 10}])
    shown = {card.label: (card.value, card.note) for card in cards(state, report(state))}
    assert (shown["Rows"], shown["Files"]) == (("2", "In 2 tables"), ("2", "0 rows rejected"))
