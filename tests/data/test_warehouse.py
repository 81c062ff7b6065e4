import os
import signal
import time
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

import pytest

from data import pointer
from data.jobs import Refused
from data.pointer import current, versions
from data.query import ROWS, Query
from data.store import Store
from data.tables.campaigns import CAMPAIGN
from data.warehouse import Unpublishable, ensure, in_force, publish
from settings import Settings
from tests.data.one_file import HEADING, ROW, clicks, file_of
from tests.data.publishing import records

REAL = Path("../shared/real/seed2")


def test_files_are_published_and_in_force(settings: Settings) -> None:
    publication = publish([file_of(settings)], settings)
    assert current(settings.state) == publication.version
    assert [file.rows_loaded for file in publication.report.files] == [1]
    assert clicks(settings) == [(10.0, 1.0)]
    assert Store(settings.state).snapshot().tables[CAMPAIGN.name].sources == ("campaigns.csv",)


def test_the_same_content_again_changes_nothing_but_is_reported_again(settings: Settings) -> None:
    first = publish([file_of(settings)], settings)
    again = publish([file_of(settings)], settings)
    assert again == first
    assert versions(settings.state) == [first.version]


def test_other_content_is_a_later_version_and_two_are_kept(settings: Settings) -> None:
    published = []
    for number in range(3):
        file_of(settings).write_text(HEADING + ROW.replace(",10,", f",{number},"))
        published.append(publish([file_of(settings)], settings).version)
    assert published == sorted(published)
    assert versions(settings.state) == published[1:]
    assert clicks(settings) == [(2.0, 1.0)]


def test_what_cannot_be_published_leaves_what_was_in_force(settings: Settings) -> None:
    version = publish([file_of(settings)], settings).version
    file_of(settings).write_text("no,known,heading\n1,2,3\n")
    with pytest.raises(Unpublishable) as refused:
        publish([file_of(settings)], settings)
    assert "campaigns.csv" in str(refused.value)
    assert not refused.value.report.publishable
    assert versions(settings.state) == [version]
    assert not (settings.state / pointer.SCRATCH).exists()


def test_ensure_publishes_once_and_again_when_content_or_reading_changes(settings: Settings) -> None:
    first = ensure(settings)
    assert ensure(settings) == first
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",11,"))
    second = ensure(settings)
    assert second > first
    dollars = Settings(data=settings.data, state=settings.state, currency="USD")
    third = ensure(dollars)
    assert third > second
    assert Store(settings.state).snapshot().tables[CAMPAIGN.name].currency == "USD"


def test_what_is_in_force_is_known_without_waiting_for_a_publisher(settings: Settings) -> None:
    assert in_force(settings) is None
    version = ensure(settings)
    with pointer.exclusive(settings.state):
        assert in_force(settings) == version
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",11,"))
    assert in_force(settings) is None


def test_why_files_were_refused_is_remembered_until_they_are_in_force(settings: Settings) -> None:
    version = ensure(settings)
    whole = file_of(settings).read_text()
    file_of(settings).write_text("no,known,heading\n1,2,3\n")
    with pytest.raises(Unpublishable) as refused:
        ensure(settings)
    assert pointer.refused(settings.state) == "; ".join(refused.value.report.obstacles)
    file_of(settings).write_text(whole)
    assert in_force(settings) is None
    assert (ensure(settings), pointer.refused(settings.state), in_force(settings)) == (version, None, version)


def test_publishing_tells_which_file_it_reads_and_when_it_builds(settings: Settings) -> None:
    assert settings.data
    (settings.data / "funnel.csv").write_text("stage,visitors\nAll,10\n")
    told: list[tuple[str, int, int]] = []
    publish([settings.data], settings, lambda *step: told.append(step))
    reading = [("reading campaigns.csv", 0, 3), ("reading funnel.csv", 1, 3)]
    assert told == [*reading, ("building what the pages read", 2, 3)]
    told.clear()
    publish([settings.data], settings, lambda *step: told.append(step))
    assert told == reading


def test_what_is_in_the_way_of_publishing_is_said_in_a_line_for_readers(settings: Settings) -> None:
    file_of(settings).write_text(HEADING + 2 * ROW.replace(",10,", ",x,"))
    with pytest.raises(Refused) as refused:
        publish([file_of(settings)], settings)
    assert str(refused.value) == (
        "nothing was published: campaigns.csv: 2 of 2 rows would be lost; at most 50% may be "
        "(most_rejected in dataset.toml)"
    )


def test_without_files_the_sample_is_published_and_again_when_its_code_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = list[Path]()

    def write(folder: Path) -> None:
        folder.mkdir()
        (folder / "campaign_performance.csv").write_text(HEADING + ROW)
        written.append(folder)

    code = tmp_path / "__init__.py"
    code.write_text("SEED = 1")
    monkeypatch.setattr("data.sample.write", write)
    monkeypatch.setattr("data.sample.__file__", str(code))
    settings = Settings(state=tmp_path / "state")
    assert ensure(settings) == ensure(settings) == current(settings.state)
    assert clicks(settings) == [(10.0, 1.0)]
    code.write_text("SEED = 2")
    ensure(settings)
    assert len(versions(settings.state)) == len(written) == 2
    assert [file.name for file in (settings.state / "sample").iterdir()] == ["campaign_performance.csv"]


def hanging(stage: str, reached: Connection) -> AbstractContextManager[object]:
    """Stop for good at a stage of publishing, having said that it is reached."""

    def hang(*_: object, **__: object) -> None:
        reached.send(stage)
        time.sleep(3600)

    return {
        "loading": patch("data.warehouse.load", hang),
        "storing": patch("data.build.roll_up", hang),
        "built": patch("data.pointer.promote", hang),
        "renamed": patch("pathlib.Path.replace", hang),
    }.get(stage, nullcontext())


def publish_and_hang(file: Path, state: Path, stage: str, reached: Connection) -> None:
    with hanging(stage, reached):
        publish([file], Settings(state=state))


@pytest.mark.parametrize("stage", ["loading", "storing", "built", "renamed"])
def test_a_publisher_killed_at_any_stage_leaves_the_old_version_and_the_next_one_cleans_up(
    settings: Settings, stage: str
) -> None:
    old = publish([file_of(settings)], settings).version
    serving = Store(settings.state)
    serving.snapshot()
    file_of(settings).write_text(HEADING + ROW.replace(",10,", ",11,"))
    spawn = get_context("spawn")
    reached, say = spawn.Pipe(duplex=False)
    publisher = spawn.Process(
        target=publish_and_hang, args=(file_of(settings), settings.state, stage, say), daemon=True
    )
    publisher.start()
    assert reached.poll(60)
    assert publisher.pid
    os.kill(publisher.pid, signal.SIGKILL)
    publisher.join(60)
    assert publisher.exitcode == -signal.SIGKILL
    assert versions(settings.state) == [old]
    assert serving.snapshot().version == old
    assert clicks(settings) == [(10.0, 1.0)]
    new = ensure(settings)
    assert versions(settings.state) == [old, new]
    assert clicks(settings) == [(11.0, 1.0)]
    assert sorted(file.name for file in settings.state.iterdir()) == sorted(
        ["CURRENT", "publish.lock", f"warehouse-{old}.duckdb", f"warehouse-{new}.duckdb"]
    )


@pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")
def test_ad_platform_files_give_campaigns_too(tmp_path: Path) -> None:
    publish([REAL], Settings(state=tmp_path))
    snapshot = Store(tmp_path).snapshot()
    ads, campaigns = (
        snapshot.ask(Query(name, ("spend", "revenue", ROWS))) for name in ("ad_performance", "campaign_performance")
    )
    assert records(ads) == records(campaigns)
    assert snapshot.tables["campaign_performance"].derived_from == "ad_performance"


def test_rejected_rows_of_what_was_published_are_kept_in_the_state_folder(settings: Settings) -> None:
    file_of(settings).write_text(HEADING + ROW + ROW.replace(",10,", ",x,"))
    kept = publish([file_of(settings)], settings).report.files[0].quarantine
    assert kept == str(settings.state / "quarantine" / "campaigns.csv.rejected.csv")
    assert "clicks: a whole number" in Path(kept).read_text("utf-8")
    file_of(settings).write_text(HEADING + ROW)
    publish([file_of(settings)], settings)
    assert not Path(kept).exists()


def test_a_file_that_would_lose_most_of_its_rows_leaves_the_old_version(settings: Settings) -> None:
    version = publish([file_of(settings)], settings).version
    file_of(settings).write_text(HEADING + ROW + 2 * ROW.replace(",10,", ",x,"))
    with pytest.raises(Unpublishable, match="2 of 3 rows would be lost"):
        publish([file_of(settings)], settings)
    assert current(settings.state) == version
