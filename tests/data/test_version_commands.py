import json
from pathlib import Path

import pytest

from data.__main__ import main
from tests.data.writing import campaign, write

pytestmark = pytest.mark.usefixtures("no_settings")


def test_a_version_is_listed_and_rolled_back_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NOVAMART_STATE", str(tmp_path / "state"))
    assert main(["rollback"]) == 2
    assert capsys.readouterr().err.startswith("no version before the one in force")
    for name in ("1", "2"):
        assert main(["publish", str(write(tmp_path / "a.csv", campaign({"clicks": name}))), "--json"]) == 0
    assert main(["rollback", "--json"]) == 0
    back = json.loads(capsys.readouterr().out.splitlines()[-1])["version"]
    assert main(["list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["in_force"], listed["versions"][-1], len(listed["versions"])) == (back, back, 2)
