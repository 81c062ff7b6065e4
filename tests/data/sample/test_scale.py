from pathlib import Path

import pandas as pd
import pytest

from data.sample.scale import stream
from data.tables.campaigns import CAMPAIGN
from tests.data.sample.conftest import SCALED_ROWS, Read

FACTS = ["campaign_performance", "ad_performance"]


def _rows(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", parse_dates=["date"])


def test_exactly_the_rows_asked_for_and_ad_rows_alike(scaled: Path, read: Read) -> None:
    ads = len(read("ad_performance"))
    assert len(_rows(scaled, "campaign_performance")) == SCALED_ROWS
    assert len(_rows(scaled, "ad_performance")) == SCALED_ROWS * ads // 5_858


@pytest.mark.parametrize("name", FACTS)
def test_headings_days_and_dimensions_are_unchanged(scaled: Path, read: Read, name: str) -> None:
    base, rows = read(name), _rows(scaled, name)
    assert list(rows) == list(base)
    assert rows.date.is_monotonic_increasing
    for column in ("date", "campaign_name", "region"):
        assert set(rows[column]) == set(base[column])


def test_other_tables_stay_as_they_are(scaled: Path, sample: Path) -> None:
    for path in sample.iterdir():
        if path.stem not in FACTS:
            assert path.read_bytes() == (scaled / path.name).read_bytes(), path.name


def test_copies_differ_but_keep_the_story(scaled: Path, read: Read) -> None:
    base, rows = read("campaign_performance"), _rows(scaled, "campaign_performance")
    share = [frame.groupby("channel").revenue.sum() / frame.revenue.sum() for frame in (base, rows)]
    assert (share[0] - share[1]).abs().max() < 0.01
    assert rows.duplicated(["date", "campaign_id"]).any()
    assert rows.duplicated().mean() < 0.01


@pytest.mark.parametrize("name", FACTS)
def test_ratios_follow_the_copied_values(scaled: Path, name: str) -> None:
    rows = _rows(scaled, name)
    assert rows.cpc.notna().equals(rows.clicks > 0)
    assert ((rows.spend / rows.clicks) - rows.cpc).abs().max() < 0.00501
    assert (rows.clicks <= rows.impressions).all()


def test_fewer_rows_than_there_are_keep_the_whole_calendar(read: Read, tmp_path: Path) -> None:
    stream(read("campaign_performance"), CAMPAIGN, 100, 1, tmp_path / "campaign_performance.csv")
    rows = _rows(tmp_path, "campaign_performance")
    assert len(rows) == 100
    assert rows.date.max() - rows.date.min() > pd.Timedelta(days=700)


def test_two_runs_agree_and_another_seed_does_not(read: Read, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one's.csv", "two.csv", "three.csv")]
    for path, seed in zip(paths, (1, 1, 2), strict=True):
        stream(read("campaign_performance"), CAMPAIGN, 7_000, seed, path)
    one, two, three = (path.read_bytes() for path in paths)
    assert one == two != three
