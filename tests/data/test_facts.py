from pathlib import Path

from data.query import ROWS, Query
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from tests.data.publishing import CAMPAIGN_ROWS, Rows, published, records

AD_ROWS: Rows = (
    {"date": "2024-03-02", "platform": "Search", "campaign_name": "Spring", "region": "North", "impressions": 100}
    | {"device_type": "Mobile", "campaign_objective": "Leads", "clicks": 5, "spend": "12.34", "conversions": 1}
    | {"revenue": "50", "profit": "-3.5", "engagements": 9, "reach": 80},
    {"date": "2024-03-01", "platform": "Social", "campaign_name": "Spring", "region": "North", "impressions": 200}
    | {"device_type": "Desktop", "campaign_objective": None, "clicks": 6, "spend": "0.01", "conversions": 0}
    | {"revenue": "0", "profit": None, "engagements": None, "reach": None},
)


def test_campaigns_are_derived_from_ads(tmp_path: Path) -> None:
    snapshot = published(tmp_path, ad_performance=AD_ROWS)
    by = ("campaign_id", "campaign_name", "campaign_type", "channel", "region")
    assert records(snapshot.ask(Query(CAMPAIGN.name, ("spend", "revenue", ROWS), by))) == [
        ("Spring", "Spring", "Leads", "Search", "North", 12.34, 50.0, 1.0),
        ("Spring", "Spring", None, "Social", "North", 0.01, 0.0, 1.0),
    ]
    assert snapshot.tables[CAMPAIGN.name].derived_from == AD.name
    assert snapshot.tables[CAMPAIGN.name].sources == ("ad_performance.csv",)
    assert snapshot.tables[AD.name].derived_from is None


def test_reach_is_summed_only_over_the_rows_that_report_it_and_with_their_count(tmp_path: Path) -> None:
    snapshot = published(tmp_path, ad_performance=(*AD_ROWS, {**AD_ROWS[0], "reach": 120}))
    asked = Query(AD.name, ("reach", ROWS), ())
    assert records(snapshot.ask(asked)) == [(None, 1.0), (200.0, 2.0)]
    assert "reach" in AD.measures
    assert "reach" not in AD.totals


def test_ads_are_derived_from_campaigns_and_what_these_lack_is_not_reported(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    asked = Query(AD.name, ("impressions", "engagements", "profit"), ("platform", "campaign_objective", "device_type"))
    assert records(snapshot.ask(asked)) == [
        ("Direct", "Sale", None, 7.0, None, None),
        ("Email", "Brand", None, 1500.0, None, None),
        ("Email", "Sale", None, 40.0, None, None),
    ]
    assert snapshot.values(AD.name, "device_type") == ()
    assert snapshot.tables[AD.name].derived_from == CAMPAIGN.name


def test_nothing_is_derived_where_both_are_supplied(tmp_path: Path) -> None:
    snapshot = published(tmp_path, ad_performance=AD_ROWS, campaign_performance=CAMPAIGN_ROWS)
    assert {name: facts.derived_from for name, facts in snapshot.tables.items()} == {AD.name: None, CAMPAIGN.name: None}
    assert records(snapshot.ask(Query(CAMPAIGN.name, (ROWS,)))) == [(4.0,)]


def test_a_table_that_is_neither_stays_absent(tmp_path: Path) -> None:
    snapshot = published(tmp_path, funnel_data=[{"stage": "Visit", "visitors": 10}])
    assert set(snapshot.tables) == {"funnel_data"}
    assert snapshot.tables["funnel_data"].newest_day is None
    assert records(snapshot.ask(Query("funnel_data", ("visitors",), ("stage", "conversion_rate")))) == [
        ("Visit", None, 10.0)
    ]


def test_money_is_summed_exactly(tmp_path: Path) -> None:
    tenth = CAMPAIGN_ROWS[0] | {"spend": "0.1000", "revenue": "99999999999999.9999"}
    snapshot = published(tmp_path, campaign_performance=[tenth] * 10)
    assert records(snapshot.ask(Query(CAMPAIGN.name, ("spend", "revenue")))) == [(1.0, 1e15)]


def test_whole_numbers_do_not_overflow(tmp_path: Path) -> None:
    most = CAMPAIGN_ROWS[0] | {"impressions": 2**62}
    snapshot = published(tmp_path, campaign_performance=[most] * 4)
    assert records(snapshot.ask(Query(CAMPAIGN.name, ("impressions",)))) == [(2.0**64,)]


def test_words_may_be_many_or_odd(tmp_path: Path) -> None:
    odd = ["", "O'Brien", 'say "hi"', "मुंबई", "; DROP TABLE x", "NULL"]
    customers: Rows = [{"customer_id": f"C{number}", "region": odd[number % 6]} for number in range(30)]
    snapshot = published(tmp_path, customer_data=customers)
    assert snapshot.values("customer_data", "region") == tuple(sorted(odd))
    hi = Query("customer_data", (ROWS,), where=(("region", ('say "hi"', "मुंबई")),))
    assert records(snapshot.ask(hi)) == [(10.0,)]
