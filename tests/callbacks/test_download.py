"""The whole of a table, asked for by a click: in the view and the version of the page, and by nothing else."""

from pathlib import Path

import pandas as pd
import pytest

from layouts.campaigns import Ids as Campaigns
from tests.callbacks.asking import CALLBACK, pressed
from tests.callbacks.platforms import served
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows

ISO = Path("../shared/real/novamart/iso/campaign_performance.csv")


def test_it_holds_every_row_of_the_view_and_its_words(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    client = served(tmp_path)
    twin = client.file(Campaigns.TABLE, "period=all&channel=Email&sort=spend&page=9")
    assert [row[0] for row in twin["rows"]] == ["A", "B"]
    assert twin["rows"][0][4] == pytest.approx(150.3)
    assert "channel Email" in twin["about"][0].replace("Channel", "channel")
    assert [row[0] for row in client.file(Campaigns.TABLE, "period=all&find=zzz")["rows"]] == []


def test_it_is_read_from_the_version_of_the_page(tmp_path: Path) -> None:
    old = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    client = served(tmp_path)
    client.file(Campaigns.TABLE, "period=all")
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:1])
    assert len(client.file(Campaigns.TABLE, "period=all", old)["rows"]) == 3


@pytest.mark.parametrize("clicks", [None, 0])
def test_without_a_click_nothing_is_read(tmp_path: Path, clicks: object) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert served(tmp_path).post(CALLBACK, json=pressed(Campaigns.TABLE, "", clicks=clicks)).status_code == 204


@pytest.mark.parametrize("query", [7, ["period=all"], None, "x" * 5000, "channel=<script>"])
def test_what_no_page_sends_is_refused_or_ignored(tmp_path: Path, query: object) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert served(tmp_path).post(CALLBACK, json=pressed(Campaigns.TABLE, query)).status_code in (200, 400)


def test_it_stands_behind_the_password(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    closed = served(tmp_path, NOVAMART_PASSWORD="secret", NOVAMART_SECRET_KEY="k" * 32)
    assert closed.post(CALLBACK, json=pressed(Campaigns.TABLE, "period=all")).status_code in (302, 303, 401, 403)


def test_its_sums_are_those_of_the_published_file(tmp_path: Path) -> None:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    publish = pd.read_csv(ISO)
    sums = publish.groupby("campaign_name")["revenue"].sum()
    from data import warehouse
    from settings import Settings

    warehouse.publish([ISO], Settings(state=tmp_path))
    twin = served(tmp_path).file(Campaigns.TABLE, "period=all")
    assert {row[0]: row[3] for row in twin["rows"]} == pytest.approx(sums.to_dict())
