from pathlib import Path

import pytest

from tests.data.judging import evidence, finding, judged
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows, published

CHECK = "changed-sums"


def test_sums_of_a_month_that_another_version_gave_otherwise_are_found(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    corrected = [*CAMPAIGN_ROWS[:3], CAMPAIGN_ROWS[3] | {"revenue": "75.5", "clicks": 6}]
    snapshot = published(tmp_path, campaign_performance=corrected)
    assert judged(snapshot, CHECK) == (2, 2)
    assert evidence(snapshot, CHECK) == [
        {"month": "2024-02-01", "figure": "clicks", "before": "7.0", "after": "6.0", "change": "-1.0"},
        {"month": "2024-02-01", "figure": "revenue", "before": "70.0", "after": "75.5", "change": "5.5"},
    ]
    assert finding(snapshot, CHECK).example == "Feb 2024: clicks was 7, is 6"


def test_only_days_that_both_versions_have_are_compared(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    newer = [*CAMPAIGN_ROWS, CAMPAIGN_ROWS[3] | {"date": "2024-02-28", "revenue": "1000"}]
    assert judged(published(tmp_path, campaign_performance=newer), CHECK) == (2, 0)


def test_what_is_derived_from_another_table_is_not_compared_again(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS[:3])
    assert {each.table for each in snapshot.findings} == {"campaign_performance"}


@pytest.mark.parametrize("rows", [[row | {"campaign_id": f"Z{row['campaign_id']}"} for row in CAMPAIGN_ROWS], ()])
def test_versions_of_other_data_are_not_compared_nor_is_the_first(tmp_path: Path, rows: Rows) -> None:
    if rows:
        publish_rows(tmp_path, campaign_performance=rows)
    assert judged(published(tmp_path, campaign_performance=CAMPAIGN_ROWS), CHECK) == (0, 0)


def test_a_version_before_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    version = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    (tmp_path / f"warehouse-{version}.duckdb").write_bytes(b"broken" * 1000)
    assert judged(published(tmp_path, campaign_performance=CAMPAIGN_ROWS[:2]), CHECK) == (0, 0)
