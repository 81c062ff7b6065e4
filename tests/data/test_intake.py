import io
import json
from pathlib import Path

import pytest

from data import intake, pointer
from data.intake import Preview, accept, preview, previewed
from data.jobs import Refused, silent
from data.pointer import versions
from data.query import Query
from data.rollback import roll_back
from data.store import Store
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from data.uploads import Uploads, uploads
from data.warehouse import Unpublishable, ensure, in_force
from settings import Settings
from tests.data.publishing import records
from tests.data.writing import campaign, write

ADS = "date,platform,campaign_name,region,impressions,clicks,spend,conversions,revenue\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings for a folder with one campaign file of one row, served."""
    (tmp_path / "mine").mkdir()
    write(tmp_path / "mine" / "campaigns.csv", campaign({}))
    chosen = Settings(state=tmp_path / "state", data=tmp_path / "mine", upload_mb=1)
    ensure(chosen)
    return chosen


def bring(settings: Settings, name: str, text: str) -> Uploads:
    box = uploads(settings)
    box.receive(name, len(text.encode()), io.BytesIO(text.encode()))
    return box


def revenue(settings: Settings, table: str = CAMPAIGN.name) -> object:
    return records(Store(settings.state).snapshot().ask(Query(table, ("revenue",))))[0][0]


def looked(settings: Settings) -> Preview:
    preview(settings, silent)
    found = previewed(settings)
    assert found
    return found


def test_a_preview_tells_of_what_waits_and_changes_nothing_that_is_served(settings: Settings) -> None:
    box = bring(settings, "more.csv", campaign({"campaign_id": "B"}, {"campaign_id": "C", "clicks": "x"}))
    version = pointer.current(settings.state)
    assert previewed(settings) is None
    found = looked(settings)
    file = found.of(box.held().staged[0])
    assert file
    assert (file.rows_read, file.rows_loaded, file.rows_rejected, file.totals["revenue"]) == (2, 1, 1, 250.5)
    assert found.report.publishable
    assert pointer.current(settings.state) == version
    assert [path.name for path in (box.folder / "rejected").iterdir()] == ["more.csv.rejected.csv"]
    assert not (box.folder / "checking").exists()


def test_a_preview_is_of_what_waits_now(settings: Settings) -> None:
    bring(settings, "more.csv", campaign({"campaign_id": "B"}))
    looked(settings)
    bring(settings, "again.csv", campaign({"campaign_id": "C"}))
    assert previewed(settings) is None
    uploads(settings).remove("again.csv")
    assert previewed(settings)


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"mark": "", "report": {}}', '{"mark": 1, "report": {"files": [5]}, "headings": {}}']
)
def test_a_broken_preview_is_none(settings: Settings, kept: str) -> None:
    box = bring(settings, "more.csv", campaign({}))
    (box.folder / "preview.json").write_text(kept)
    assert previewed(settings) is None


def test_rows_that_a_later_file_replaces_are_told_before_it_is_published(settings: Settings) -> None:
    day = "2024-01-31,Meta,Spring,North,1000,50,100,5,{}\n"
    bring(settings, "first.csv", ADS + day.format(200))
    accept(settings, silent)
    bring(settings, "second.csv", ADS + day.format(300))
    report = looked(settings).report
    assert [(file.file, file.rows_replaced) for file in report.files if file.table == AD.name] == [
        ("first.csv", 1),
        ("second.csv", 0),
    ]
    accept(settings, silent)
    assert revenue(settings, AD.name) == 300


def test_what_is_accepted_is_served_with_the_data_and_after_the_next_start(settings: Settings) -> None:
    box = bring(settings, "more.csv", campaign({"campaign_id": "B", "revenue": "100"}))
    assert accept(settings, silent).startswith("published version ")
    assert revenue(settings) == 350.5
    assert [path.name for path in box.held().published] == ["more.csv"]
    version = pointer.current(settings.state)
    assert (in_force(settings), ensure(settings)) == (version, version)


def test_without_other_data_what_is_accepted_takes_the_place_of_the_sample_until_it_leaves(tmp_path: Path) -> None:
    alone = Settings(state=tmp_path, upload_mb=1)
    ensure(alone)
    sample = revenue(alone)
    box = bring(alone, "mine.csv", campaign({"revenue": "7"}))
    accept(alone, silent)
    assert revenue(alone) == 7
    assert set(Store(tmp_path).snapshot().tables) == {CAMPAIGN.name, AD.name}
    box.remove("mine.csv")
    assert looked(alone).report.files == ()
    assert accept(alone, silent) == intake.SAMPLE
    assert revenue(alone) == sample


def test_a_file_that_contradicts_what_is_there_is_refused_and_stays_staged(settings: Settings) -> None:
    box = bring(settings, "again.csv", campaign({"revenue": "1"}))
    version = pointer.current(settings.state)
    assert [conflict.files for conflict in looked(settings).report.conflicts] == [("again.csv", "campaigns.csv")]
    with pytest.raises(Unpublishable, match=r"again\.csv and campaigns\.csv"):
        accept(settings, silent)
    assert (pointer.current(settings.state), [path.name for path in box.held().staged]) == (version, ["again.csv"])


def test_an_old_file_can_leave_in_the_publication_that_brings_the_new_one(settings: Settings) -> None:
    box = bring(settings, "more.csv", campaign({"campaign_id": "B", "revenue": "100"}))
    accept(settings, silent)
    bring(settings, "more.csv", campaign({"campaign_id": "B", "revenue": "120"}))
    assert not looked(settings).report.publishable
    box.remove("more.csv")
    assert looked(settings).report.publishable
    accept(settings, silent)
    assert revenue(settings) == 370.5
    assert [path.name for path in box.held().published] == ["more (2).csv"]


def test_going_back_holds_until_something_is_published(settings: Settings) -> None:
    bring(settings, "more.csv", campaign({"campaign_id": "B", "revenue": "100"}))
    accept(settings, silent)
    back = roll_back(settings)
    assert revenue(settings) == 250.5
    assert ensure(settings) == back
    assert len(versions(settings.state)) == 2


def test_a_file_that_is_not_recognised_is_read_once_somebody_says_how(settings: Settings) -> None:
    box = bring(settings, "shop.csv", "Tag;Aktion;Kosten\n31.01.2024;Frühling;1.234,50\n")
    found = looked(settings)
    assert found.headings == {"shop.csv": ["Tag", "Aktion", "Kosten"]}
    columns = {"date": "Tag", "campaign_name": "Aktion", "spend": "Kosten"}
    box.declare({"files": "shop.csv", "table": AD.name, "platform": "Shop", "currency": "EUR", "columns": columns})
    assert previewed(settings) is None
    (file,) = [file for file in looked(settings).report.files if file.file == "shop.csv"]
    assert (file.table, file.currency, file.totals["spend"], file.rows_loaded) == (AD.name, "EUR", 1234.5, 1)
    assert found.mark != box.held().mark


def test_nothing_to_publish_is_refused(settings: Settings) -> None:
    with pytest.raises(Refused, match="nothing was brought in"):
        accept(settings, silent)


def test_what_is_kept_of_a_preview_is_plain_json(settings: Settings) -> None:
    box = bring(settings, "more.csv", campaign({"campaign_id": "B"}))
    looked(settings)
    assert json.loads((box.folder / "preview.json").read_text())["report"]["files"][1]["file"] == "more.csv"
