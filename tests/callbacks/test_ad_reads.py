from pathlib import Path

from callbacks.ad_reads import SEGMENTS, Ads, read
from callbacks.opening import open_state
from layouts.cmo import PAGE
from tests.callbacks.opening import context_of
from tests.data.publishing import publish_rows
from tests.data.test_facts import AD_ROWS


def opened(state: Path, query: str, **settings: object) -> Ads:
    publish_rows(state, ad_performance=AD_ROWS)
    return read(open_state(context_of(state, **settings), PAGE, query, None, "light"))


def test_rows_are_broken_down_by_what_is_asked_for(tmp_path: Path) -> None:
    ads = opened(tmp_path, "period=all&by=device")
    assert (ads.by, ads.noun, ads.chosen) == ("device", "device", ())
    assert ads.facts.now.groupby("device_type")["spend"].sum().to_dict() == {"Desktop": 0.01, "Mobile": 12.34}


def test_a_member_chosen_leaves_everyone_beside_it(tmp_path: Path) -> None:
    ads = opened(tmp_path, "period=all&by=channel&channel=Search")
    assert ads.chosen == ("Search",)
    assert set(ads.everyone.now["platform"]) == {"Search", "Social"}
    assert set(ads.facts.now["platform"]) == {"Search"}


def test_each_segment_is_read_without_a_comparison(tmp_path: Path) -> None:
    segments = opened(tmp_path, "period=all").segments
    assert [reading.by.key for reading in segments] == list(SEGMENTS)
    assert all(reading.facts.before.empty for reading in segments)


def test_break_even_follows_from_the_margin_that_is_set_where_the_rows_make_no_profit(tmp_path: Path) -> None:
    assert opened(tmp_path, "period=all").break_even is None
    found = opened(tmp_path, "period=all", gross_margin=0.25).break_even
    assert found is not None
    assert found.roas == 4
