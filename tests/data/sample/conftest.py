from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data.sample import write

Read = Callable[[str], pd.DataFrame]
SCALED_ROWS = 20_000


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "new" / "folder"
    write(folder)
    return folder


@pytest.fixture(scope="package")
def scaled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scaled")
    write(folder, rows=SCALED_ROWS)
    return folder


@pytest.fixture(scope="package")
def read(sample: Path) -> Read:
    def table(name: str) -> pd.DataFrame:
        frame = pd.read_csv(sample / f"{name}.csv")
        return frame.assign(date=pd.to_datetime(frame.date)) if "date" in frame else frame

    return table
