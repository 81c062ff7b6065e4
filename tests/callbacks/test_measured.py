from pathlib import Path

from callbacks.measured import claimed, correlated
from callbacks.opening import open_state
from callbacks.state import State
from layouts.attribution import PAGE
from tests.callbacks.opening import context_of
from tests.callbacks.test_attribution_rows import CLAIMED, PAIRS
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.layouts.ui.drawn import plain, table, title


def opened(folder: Path, query: str = "", **tables: Rows) -> State:
    publish_rows(folder, None, 0, **tables)
    return open_state(context_of(folder), PAGE, f"period=all&{query}", None, "light")


def test_amounts_of_two_currencies_are_not_set_against_each_other(tmp_path: Path) -> None:
    state = opened(tmp_path, "credit=value", campaign_performance=CAMPAIGN_ROWS, ad_performance=CLAIMED)
    assert title(claimed(state)[0]) == "The platforms claim 1.88× the revenue recorded"
    ads = state.snapshot.tables["ad_performance"]
    object.__setattr__(ads, "currency", "USD")
    assert "Platforms claim USD, and INR is recorded." in plain(claimed(state)[0]["note"])


def test_a_channel_filter_on_campaigns_narrows_their_correlations(tmp_path: Path) -> None:
    every, email = (
        opened(tmp_path / query, query, campaign_performance=CAMPAIGN_ROWS) for query in ("", "channel=Email")
    )
    points = ["correlate=campaign-day", "correlate=campaign-day&channel=Email"]
    found = [opened(tmp_path / str(at), link, campaign_performance=CAMPAIGN_ROWS) for at, link in enumerate(points)]
    assert ["over 4 campaign-days" in plain(correlated(state)["head"]) for state in found] == [True, False]
    assert "over 3 campaign-days" in plain(correlated(found[1])["head"])
    assert title(correlated(every)) == title(correlated(email)) == "What moves together?"


def test_a_supplied_matrix_needs_no_campaigns(tmp_path: Path) -> None:
    state = opened(tmp_path, "matrix=supplied", correlation_matrix=PAIRS)
    assert table(correlated(state))[0] == ["Measure", "Mood", "Cost"]
