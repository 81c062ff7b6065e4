from analytics.filters import FILTERS


def test_a_table_may_call_a_filter_something_else() -> None:
    channel = FILTERS[0]
    assert (channel.on("campaign_performance").label, channel.on("ad_performance").plural) == ("Channel", "platforms")


def test_keys_are_named_once() -> None:
    assert len({known.key for known in FILTERS}) == len(FILTERS)


def test_a_name_of_its_own_needs_a_column() -> None:
    assert all(known.names.keys() <= known.columns.keys() for known in FILTERS)
