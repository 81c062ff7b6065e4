from pathlib import Path

import pytest

from data.quality import CHECKS, declared, evidence
from data.tables import TABLES
from data.tables.campaigns import CAMPAIGN
from data.tables.customers import CUSTOMER
from tests.data.judging import judged
from tests.data.publishing import CAMPAIGN_ROWS, Rows, published


def test_no_two_checks_share_a_name_and_each_applies_to_some_table() -> None:
    assert len({known.name for known in CHECKS}) == len(CHECKS)
    assert [known.name for known in CHECKS if not any(known.of(of) for of in TABLES)] == []


def test_every_check_of_every_table_can_be_made(tmp_path: Path) -> None:
    blank: dict[str, Rows] = {of.name: [{column.name: None for column in of.stored}] for of in TABLES}
    snapshot = published(tmp_path, None, 0, **blank)
    own = {(known.name, of.name) for known in CHECKS for of in TABLES if known.of(of)}
    assert {(each.check, each.table) for each in snapshot.findings} == own
    for check, table in own:
        assert list(snapshot.evidence(check, table, 10))


def test_what_the_checks_are_is_said_the_same_way_each_time() -> None:
    assert repr(declared()) == repr(declared())
    assert "clicks > impressions" in repr(declared())


def test_a_check_of_another_table_and_one_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="missing-days is not checked of customer_data"):
        evidence("missing-days", CUSTOMER)
    with pytest.raises(KeyError):
        evidence("'; DROP TABLE", CAMPAIGN)
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    with pytest.raises(KeyError, match="this snapshot has no journeys"):
        snapshot.evidence("missing-days", "journeys", 10)


def test_no_more_rows_come_than_asked_for(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert judged(snapshot, "missing-days") == (60, 58)
    assert len(list(snapshot.evidence("missing-days", CAMPAIGN.name, 7))) == 1 + 7


def test_the_report_of_loading_is_kept(tmp_path: Path) -> None:
    report = published(tmp_path, problems=2, campaign_performance=CAMPAIGN_ROWS).report
    assert [file.file for file in report.files] == ["campaign_performance.csv"]
    assert len(report.files[0].problems) == 2
