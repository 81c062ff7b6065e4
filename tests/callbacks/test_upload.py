import os
from pathlib import Path
from unittest.mock import patch

import pytest

from data import intake, jobs, pointer
from data.rollback import roll_back
from data.uploads import uploads
from settings import Settings
from tests.callbacks.uploading import asked, bring, filled, press, send, server_of, tick, waited
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.writing import campaign
from tests.test_app import FORGED, sound


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("NOVAMART_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """Jobs that are done when they have been started, in this process."""
    settings = Settings(state=state)
    work = {
        "preview": lambda tell: intake.preview(settings, tell),
        "accept": lambda tell: intake.accept(settings, tell),
        "rollback": lambda tell: roll_back(settings),
    }

    def start(command: list[str], where: Path) -> None:
        try:
            jobs.run(command[0], where, work[command[0]])
        except jobs.Refused as refusal:
            if isinstance(refusal, jobs.Busy):
                raise

    monkeypatch.setattr(jobs, "start", start)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state in which rows are published."""
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    return tmp_path


def staged(state: Path) -> list[str]:
    return [path.name for path in uploads(Settings(state=state)).held().staged]


def test_where_it_is_off_nothing_can_be_brought_in_and_it_says_how_it_is_allowed(state: Path) -> None:
    client = server_of(state, "off")
    shown = filled(client)
    assert (shown.closed, shown.waits) == (True, False)
    assert "NOVAMART_UPLOADS=on" in shown.said
    assert "python -m data rollback" in shown.versions or shown.buttons("back") == []
    for verb in ("arrived", "publish", "discard", "remove", "back", "check"):
        press(client, verb, "a.csv")
    assert jobs.status(state) is None
    assert send(client, "a.csv", b"x", "").status_code == 404


@pytest.mark.usefixtures("at_once")
def test_a_file_is_shown_as_it_was_understood_before_it_is_published(state: Path) -> None:
    client = server_of(state)
    version = pointer.current(state)
    shown = bring(client, "shop.csv", campaign({"spend": "1234567.50"}, {"campaign_id": "B", "clicks": "x"}))
    assert "Ready to publish" in shown.preview
    for words in (
        "Read as campaign performance",
        "31 Jan 2024",
        "2 read = 1 loaded + 1 rejected + 0 skipped",
        "Spend₹12,34,567.50",
        "line 3, column clicks: expected a whole number, found x",
        "takes the place of the built-in sample",
    ):
        assert words in shown.preview
    (button,) = shown.buttons("publish")
    assert button["aria-disabled"] == "false"
    assert pointer.current(state) == version
    rows = client.get("/uploads/rejected?name=shop.csv.rejected.csv")
    assert (rows.status_code, "clicks: a whole number" in rows.text) == (200, True)


@pytest.mark.usefixtures("at_once")
def test_what_is_published_is_listed_and_can_be_taken_out_again(state: Path) -> None:
    client = server_of(state)
    bring(client, "shop.csv", campaign({}))
    shown = press(client, "publish")
    assert shown.said.startswith("Published ")
    assert (shown.preview, "shop.csv" in shown.brought) == ("", True)
    bring(client, "more.csv", campaign({"campaign_id": "B"}))
    press(client, "publish")
    shown = press(client, "remove", "shop.csv")
    assert "Taken out: shop.csv." in shown.preview
    assert "leaves with the next publication" in shown.brought
    shown = press(client, "publish")
    assert "shop.csv" not in shown.brought
    assert "more.csv" in shown.brought


@pytest.mark.usefixtures("at_once")
def test_discarding_leaves_nothing(state: Path) -> None:
    client = server_of(state)
    bring(client, "shop.csv", campaign({}))
    shown = press(client, "discard")
    assert (shown.preview, shown.said, staged(state)) == ("", "", [])


@pytest.mark.usefixtures("at_once")
def test_a_file_that_is_not_known_is_in_the_way_until_it_is_left_out(state: Path) -> None:
    client = server_of(state)
    bring(client, "notes.csv", "who,what\na,b\n")
    shown = bring(client, "shop.csv", campaign({}))
    assert "This cannot be published yet" in shown.preview
    assert "Not recognised" in shown.preview
    assert shown.buttons("publish")[0]["aria-disabled"] == "true"
    shown = press(client, "remove", "notes.csv")
    assert "Ready to publish" in shown.preview


@pytest.mark.usefixtures("at_once")
def test_a_file_that_is_not_known_is_read_as_its_reader_says(state: Path) -> None:
    client = server_of(state)
    shown = bring(client, "shop.csv", "Tag;Aktion;Kosten\n03/04/2024;Frühling;1.234,50\n")
    assert "Say how to read it" in shown.preview
    given = "table=ad_performance&column.date=0&column.campaign_name=1&column.spend=2&currency=EUR&platform=Shop"
    shown = press(client, "say", "shop.csv", given)
    assert "This cannot be published yet" in shown.preview
    assert "date_format" in shown.preview
    shown = press(client, "say", "shop.csv", f"{given}&date_format=dmy")
    for words in ("Read as shop.csv (dataset.toml)", "3 Apr 2024", "Spend€1,234.50", "Ready to publish", "Say how"):
        assert words in shown.preview
    press(client, "publish")
    assert "shop.csv" in tick(client).brought


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("notes.csv", "table=users", "table: expected one of"),
        ("notes.csv", "table=ad_performance&column.date=7", "column date: expected one of the headings of the file"),
        ("notes.csv", "table=ad_performance&column.date=-1", "column date"),
        ("notes.csv", "table=ad_performance&column.date=²", "column date"),
        ("notes.csv", "currency=rupees", "expected a currency code"),
        ("notes.csv", "decimal=;&date_format=x", "expected one of"),
        ("*", "table=ad_performance", ""),
        ("../x", "table=ad_performance", ""),
    ],
)
def test_what_cannot_be_said_of_a_file_is_told_and_not_kept(state: Path, name: str, given: str, said: str) -> None:
    client = server_of(state)
    bring(client, "notes.csv", "who,what\na,b\n")
    assert said in press(client, "say", name, given).said
    assert not (state / "uploads" / "files" / "dataset.toml").exists()


@pytest.mark.usefixtures("at_once")
def test_two_files_that_contradict_each_other_are_both_named_and_stay(state: Path) -> None:
    client = server_of(state)
    bring(client, "one.csv", campaign({}))
    shown = bring(client, "two.csv", campaign({"revenue": "1"}))
    assert "one.csv and two.csv" in shown.preview
    version = pointer.current(state)
    shown = press(client, "publish")
    assert shown.said.startswith("Nothing was published. ")
    assert (pointer.current(state), staged(state)) == (version, ["one.csv", "two.csv"])


@pytest.mark.usefixtures("at_once")
def test_the_version_before_can_be_put_in_force_again(state: Path) -> None:
    client = server_of(state)
    assert filled(client).buttons("back") == []
    bring(client, "shop.csv", campaign({}))
    press(client, "publish")
    shown = tick(client)
    assert len(shown.buttons("back")) == 1
    assert "Files that were brought in are kept" in shown.versions
    after = pointer.current(state)
    shown = press(client, "back")
    assert shown.said.startswith("Went back ")
    assert pointer.current(state) != after
    assert "A version before is in force" in shown.brought
    assert len(pointer.versions(state)) == 2


def test_while_another_job_runs_files_wait_and_are_checked_when_it_is_done(state: Path) -> None:
    client = server_of(state)

    def meanwhile(tell: jobs.Tell) -> str:
        send(client, "shop.csv", campaign({}).encode(), filled(client).token)
        shown = press(client, "arrived")
        assert "Another job is running. Your files are checked when it is done." in shown.said
        assert shown.waits
        assert "Another job is running" in press(client, "publish").said
        return "done"

    jobs.run("train", state, meanwhile)
    shown = waited(client)
    assert "Ready to publish" in shown.preview
    assert shown.said == ""


def test_a_check_that_was_stopped_is_tried_again_only_when_asked(state: Path) -> None:
    client = server_of(state)

    def stopped(tell: jobs.Tell) -> str:
        raise KeyboardInterrupt

    with patch.object(jobs, "start"):
        send(client, "shop.csv", campaign({}).encode(), filled(client).token)
        with pytest.raises(KeyboardInterrupt):
            jobs.run("preview", state, stopped)
        shown = tick(client)
        assert shown.said.startswith("The check did not finish. It was stopped")
        assert (shown.waits, len(shown.buttons("check")), len(shown.buttons("discard"))) == (False, 1, 1)
        press(client, "check")
        assert jobs.start.call_count == 1  # type: ignore[attr-defined]


def test_nothing_is_taken_away_while_it_is_published(state: Path) -> None:
    client = server_of(state)

    def publishing(tell: jobs.Tell) -> str:
        send(client, "shop.csv", campaign({}).encode(), filled(client).token)
        for verb in ("discard", "remove"):
            assert "being published" in press(client, verb, "shop.csv").said
        return "done"

    jobs.run("accept", state, publishing)
    assert staged(state) == ["shop.csv"]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    "forged",
    [
        *FORGED,
        "remove",
        "remove\n../../x\n1",
        "publish\n\n1\n2",
        "say\n*\ntable=ad_performance",
        "say",
        "\n\n",
        "__class__\na\nb",
    ],
)
def test_whatever_else_is_asked_for_changes_nothing(state: Path, forged: object) -> None:
    client = server_of(state)
    version = pointer.current(state)
    assert sound(asked(client, forged))
    assert (pointer.current(state), staged(state)) == (version, [])


@pytest.mark.parametrize("name", ["../job.json", "..%2fjob.json", "/etc/passwd", "published.json", "", "\x00", "*"])
def test_no_other_file_can_be_read(state: Path, name: str) -> None:
    client = server_of(state)
    (state / "uploads").mkdir()
    (state / "uploads" / "published.json").write_text("{}")
    assert client.get("/uploads/rejected", query_string={"name": name}).status_code == 404
