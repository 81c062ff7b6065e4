import sys
from pathlib import Path

import pytest

from tools import chromium

BROWSER = "#!/bin/sh\necho Chromium 1.2\n"
SNAP_NOTE = "#!/bin/sh\necho 'requires the chromium snap to be installed' >&2\nexit 1\n"


def command(path: Path, script: str) -> str:
    path.write_text(script)
    path.chmod(0o755)
    return str(path)


def test_the_named_one_comes_before_the_systems(tmp_path: Path) -> None:
    command(tmp_path / "chromium", BROWSER)
    named = command(tmp_path / "mine", BROWSER)
    assert chromium.find({"CHROMIUM": named, "PATH": str(tmp_path)}) == named


def test_a_name_that_leads_nowhere_is_not_replaced_by_another(tmp_path: Path) -> None:
    command(tmp_path / "chromium", BROWSER)
    assert chromium.find({"CHROMIUM": str(tmp_path / "gone"), "PATH": str(tmp_path)}) is None


def test_the_system_has_one(tmp_path: Path) -> None:
    found = command(tmp_path / "google-chrome", BROWSER)
    assert chromium.find({"PATH": str(tmp_path)}) == found


def test_a_note_about_a_snap_is_no_browser(tmp_path: Path) -> None:
    command(tmp_path / "chromium", SNAP_NOTE)
    found = command(tmp_path / "google-chrome", BROWSER)
    assert chromium.find({"PATH": str(tmp_path)}) == found


def test_installing_stops_at_the_first_way_that_helps() -> None:
    tried: list[list[str]] = []
    assert chromium.ensure(lambda: "found" if tried == [["a"], ["b"]] else None, tried.append, [["a"], ["b"], ["c"]])
    assert tried == [["a"], ["b"]]


def test_nothing_is_installed_where_one_is_found() -> None:
    tried: list[list[str]] = []
    assert chromium.ensure(lambda: "found", tried.append, [["a"]]) == "found"
    assert tried == []


def test_no_way_helps() -> None:
    assert chromium.ensure(lambda: None, lambda way: None, [["a"]]) is None


def test_without_root_only_playwright_is_asked() -> None:
    assert chromium.installations(None) == [[sys.executable, "-m", "playwright", "install", "chromium"]]


def test_root_asks_the_system_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(tmp_path / "apt-get", BROWSER)
    monkeypatch.setenv("PATH", str(tmp_path))
    ways = chromium.installations(["sudo"])
    assert [way[:3] for way in ways[:2]] == [["sudo", "apt-get", "update"], ["sudo", "apt-get", "install"]]
    assert ways[-1] == chromium.installations(None)[0]
