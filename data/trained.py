"""What was trained on the leads of a snapshot: numbers in a file beside it, and nothing that runs."""

import logging
from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd

FORMAT = 1
FRAMES = ("scores", "folds", "importance", "learning")
ABOUT = "CREATE TABLE about (format INTEGER, trained_at TIMESTAMP, leads BIGINT, known BIGINT, silent BIGINT)"

Opening = Callable[[Path], duckdb.DuckDBPyConnection]


@dataclass(frozen=True)
class About:
    """When it was trained (UTC), on how many `leads` of those whose outcome is `known`, and how many are `silent`."""

    trained_at: datetime
    leads: int
    known: int
    silent: int


@dataclass(frozen=True)
class Trained:
    """What was trained: the frames of analytics.lead_training.Training, text as categories once they are read."""

    scores: pd.DataFrame
    folds: pd.DataFrame
    importance: pd.DataFrame
    learning: pd.DataFrame
    about: About


class Shelf:
    """What was trained on one snapshot, read when it is first asked for and again when it was trained again."""

    def __init__(self, file: Path, opening: Opening) -> None:
        self._file = file
        self._opening = opening
        self._read: tuple[float, Trained | None] = (0.0, None)

    @property
    def newest(self) -> Trained | None:
        """What was trained last; None where nothing was, or not by this release."""
        written, (known, trained) = _written(self._file), self._read
        if written in (None, known):
            return trained
        trained = _tried(self._file, self._opening)
        self._read = written, trained
        return trained


def write(file: Path, trained: Trained) -> None:
    """Store it in a new file."""
    with duckdb.connect(str(file)) as con:
        for name in FRAMES:
            con.from_df(_told_once(getattr(trained, name))).create(name)
        con.execute(ABOUT)
        trained_at, *counts = astuple(trained.about)
        con.execute("INSERT INTO about VALUES (?, ?, ?, ?, ?)", [FORMAT, trained_at.replace(tzinfo=None), *counts])


def read(con: duckdb.DuckDBPyConnection) -> Trained | None:
    """What `write` stored; None where another release did. Raises duckdb.Error where it cannot be read."""
    format_, trained_at, *counts = con.execute("SELECT * FROM about").fetchall()[0]
    if format_ != FORMAT:
        return None
    about = About(trained_at.replace(tzinfo=UTC), *counts)
    return Trained(**{name: con.table(name).df() for name in FRAMES}, about=about)


def _told_once(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with text as categories, so that a worker holds each word once."""
    return frame.astype(dict.fromkeys(frame.select_dtypes(["object", "str"]).columns, "category"))


def _written(file: Path) -> float | None:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def _tried(file: Path, opening: Opening) -> Trained | None:
    try:
        with opening(file) as con:
            return read(con)
    except duckdb.Error as error:
        logging.getLogger(__name__).error("What was trained cannot be read: %s", error)
        return None
