import subprocess
import sys
from pathlib import Path

import pytest

from data.__main__ import main
from data.report import LoadReport
from tests.data.writing import campaign, write

pytestmark = pytest.mark.usefixtures("no_settings")


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "NOVAMART_DATA: expected a file or folder"),
        ({"NOVAMART_CURRENCY": "rupees"}, "NOVAMART_CURRENCY: expected"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    environment: dict[str, str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, setting in environment.items():
        monkeypatch.setenv(name, setting)
    assert main(["check"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(says)
    assert (said.err.count("\n"), said.out) == (1, "")


def test_an_interruption_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> LoadReport:
        raise KeyboardInterrupt

    monkeypatch.setattr("data.commands.load", interrupted)
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "stopped\n"


def test_the_module_is_a_command(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", campaign({}, {"clicks": "x"}))
    run = subprocess.run(
        [sys.executable, "-m", "data", "check", str(path)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert "line 3, column clicks: expected a whole number, found x" in run.stdout
