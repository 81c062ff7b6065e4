from pathlib import Path

import pytest

from callbacks.frame import frame, frame_outputs
from callbacks.state import State
from data import pointer
from layouts.overview import PAGE
from tests.callbacks.opening import on_rows, opened
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.layouts.ui.parts import attribute, having, parts, text

FEBRUARY = "from=2024-02-01&to=2024-02-29"
AD_ROWS: Rows = (
    {"date": "2024-01-01", "platform": "Meta", "campaign_name": "A", "region": "North", "device_type": "Mobile"}
    | {"audience_segment": "New", "campaign_objective": "Leads", "impressions": 10, "clicks": 1, "spend": "5"}
    | {"conversions": 1, "revenue": "20"},
)


def sentence(state: State) -> str:
    return text(frame(state)["sentence"]).replace("\u00a0", " ")


def faces(state: State) -> dict[str, str]:
    return {key: text(face) for key, face in frame(state)["pills"].items()}


def in_force(state: State) -> set[str]:
    shown = frame(state)["pills"]
    return {key for key, face in shown.items() if attribute(having(face, "nm-pill-text")[0], "data-in-force") == ""}


def freshness(state: State) -> str:
    return text(frame(state)["freshness"])


def test_it_fills_what_it_names(tmp_path: Path) -> None:
    filled, outputs = frame(on_rows(tmp_path)), frame_outputs(PAGE)
    assert filled.keys() == outputs.keys()
    assert filled["pills"].keys() == outputs["pills"].keys()
    assert list(outputs["pills"]) == ["period", "compare", "channel", "region", "type", "basis"]


def test_the_sentence_says_what_is_selected_and_offers_a_reset(tmp_path: Path) -> None:
    state = on_rows(tmp_path, f"channel=Email&{FEBRUARY}")
    said = "All regions and campaign types, channel Email, 1–29 Feb 2024, compared with 1–31 Jan 2024."
    assert sentence(state) == f"{said}Reset"
    (reset,) = [part for part in parts(frame(state)["sentence"]) if getattr(part, "id", None) == "reset"]
    assert reset.href == "/"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=all", "(all dates: nothing earlier or later is loaded)"),
        (f"compare=none&{FEBRUARY}", "1–29 Feb 2024, no comparison."),
        (f"compare=last-year&{FEBRUARY}", "not compared: 1–28 Feb 2023 is not loaded."),
        ("basis=paid", "Paid channels only: Direct left out."),
        ("audience=New&device=Mobile", "Not applied on this page: audience New; device Mobile."),
    ],
)
def test_the_sentence_says_what_is_particular(tmp_path: Path, query: str, said: str) -> None:
    assert said in sentence(on_rows(tmp_path, query))


def test_pills_say_their_values(tmp_path: Path) -> None:
    shown = faces(on_rows(tmp_path, f"channel=Email&basis=paid&{FEBRUARY}"))
    assert shown == {
        "period": " Feb 2024",
        "compare": "vs Jan 2024",
        "channel": "Channel Email",
        "region": "Region All",
        "type": "Type All",
        "basis": "Spend Paid only",
    }
    assert faces(opened(tmp_path, f"compare=none&{FEBRUARY}"))["compare"] == "vs Nothing"
    assert faces(opened(tmp_path))["basis"] == "Spend Blended"


@pytest.mark.parametrize(("chosen", "said"), [(["A"], "A"), (["B", "A"], "A and B"), (["A", "B", "C"], "3 chosen")])
def test_more_than_two_values_are_counted(tmp_path: Path, chosen: list[str], said: str) -> None:
    rows = tuple({**CAMPAIGN_ROWS[0], "campaign_id": name, "channel": name} for name in "ABCD")
    state = on_rows(tmp_path, "&".join(f"channel={name}" for name in chosen), rows)
    assert faces(state)["channel"] == f"Channel {said}"


@pytest.mark.parametrize(
    ("query", "pills"),
    [
        ("", set()),
        ("period=last-12-months&compare=previous&basis=blended", set()),
        ("period=all", {"period"}),
        (FEBRUARY, {"period"}),
        ("compare=none&basis=paid", {"compare", "basis"}),
        ("channel=Email&region=North&type=Sale", {"channel", "region", "type"}),
        ("grain=month&split=channel&metric=roas&sort=name", set()),
    ],
)  # fmt: skip
def test_only_what_is_not_the_default_is_in_force(tmp_path: Path, query: str, pills: set[str]) -> None:
    assert in_force(on_rows(tmp_path, query)) == pills


@pytest.mark.parametrize(
    ("wrong", "said", "dot"),
    [
        ({}, "no checks failed", "ok"),
        ({"clicks": 2000}, "1 failed check", "warn"),
        ({"spend": "-1"}, "no checks", "ok"),
    ],
)
def test_the_freshness_counts_the_checks_that_found_what_cannot_be(
    tmp_path: Path, wrong: dict[str, object], said: str, dot: str
) -> None:
    version = publish_rows(tmp_path, campaign_performance=[CAMPAIGN_ROWS[0] | wrong, *CAMPAIGN_ROWS[1:]])
    shown = freshness(opened(tmp_path))
    assert shown.startswith("Data to 29 Feb 2024Loaded ")
    assert f" UTC4 rows, {said}" in shown
    assert shown.endswith(f"Version {version.rpartition('-')[2][:8]}")
    assert having(frame(opened(tmp_path))["freshness"], f"nm-dot-{dot}")


def test_the_freshness_says_why_newer_files_were_not_loaded(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    pointer.refuse(tmp_path, "a.csv: 2 of 3 rows would be lost")
    state = opened(tmp_path)
    assert freshness(state).endswith("Newer files were not loaded: a.csv: 2 of 3 rows would be lost")
    assert having(frame(state)["freshness"], "nm-dot-warn")


def test_a_derived_table_is_not_checked_again_and_one_check_of_two_tables_is_one(tmp_path: Path) -> None:
    clicked = [AD_ROWS[0] | {"clicks": 11}]
    publish_rows(tmp_path / "one", ad_performance=clicked)
    assert "1 rows, 1 failed check" in freshness(opened(tmp_path / "one"))
    publish_rows(tmp_path / "two", ad_performance=clicked, campaign_performance=[CAMPAIGN_ROWS[0] | {"clicks": 2000}])
    assert "1 rows, 1 failed check" in freshness(opened(tmp_path / "two"))
