import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def effects(folder: Path, source: str) -> str:
    (folder / "planted.py").write_text(source)
    (folder / "planted.csv").write_text("a,b\n")
    told = subprocess.run(
        [sys.executable, "-B", "-m", "tests.importing", "planted"],
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}:{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout + told.stderr


def test_declarations_do_nothing(tmp_path: Path) -> None:
    source = "import json\nimport pandas\n\ndef read(path):\n    return open(path).read()\n"
    assert effects(tmp_path, source) == ""


@pytest.mark.parametrize(
    ("source", "effect"),
    [
        ("from pathlib import Path\nTEXT = Path('planted.csv').read_text()\n", "planted.py:2: open"),
        ("import pandas\nFRAME = pandas.read_csv('planted.csv')\n", "planted.py:2: open"),
        ("import os\nNAMES = os.listdir('.')\n", "planted.py:2: os.listdir"),
        ("import subprocess\nsubprocess.run(['true'])\n", "planted.py:2: subprocess.Popen"),
        ("import socket\nsocket.socket()\n", "planted.py:2: socket.__new__"),
        ("import duckdb\nduckdb.connect()\n", "an import opened a database"),
        ("import dash\ndash.callback(dash.Output('a', 'b'), dash.Input('c', 'd'))(str)\n", "registers a callback: a.b"),
    ],
)
def test_an_effect_is_told(tmp_path: Path, source: str, effect: str) -> None:
    assert effect in effects(tmp_path, source)
