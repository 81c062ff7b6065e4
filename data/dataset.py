"""`dataset.toml`: what the owner of a folder says about its files, where their own headings and values do not."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data import dataset_values, rates
from data.problem import Problem, Unusable
from data.rates import Rate
from data.tables import TABLES
from settings import DATASET

NAME = DATASET
ORDERS = ("dmy", "mdy", "ymd")
MOST_REJECTED = 0.5


@dataclass(frozen=True)
class Mapped:
    """What is said about the files of one source: their name, table, columns and ways of writing."""

    files: str
    name: str = ""
    table: str = "ad_performance"
    platform: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    currency: str | None = None
    date_format: str | None = None
    decimal: str | None = None


@dataclass(frozen=True)
class DataSet:
    """A folder's files as a whole. `rates` are what one unit of a currency is worth in that of the data set, by day."""

    currency: str | None = None
    date_format: str | None = None
    decimal: str | None = None
    zone: ZoneInfo | None = None
    fiscal_start: int | None = None
    most_rejected: float = MOST_REJECTED
    rates: Mapping[str, Rate] = field(default_factory=dict)
    sources: tuple[Mapped, ...] = ()
    files: tuple[Path, ...] = ()

    def source(self, name: str) -> Mapped | None:
        """What is said about the file of that name: the first source whose pattern fits it."""
        return next((each for each in self.sources if fnmatchcase(name, each.files)), None)


def read(paths: Sequence[Path]) -> DataSet:
    """The first dataset.toml in the folders of these paths, and the sources of the others.

    Raises Unusable for what they say that cannot be.
    """
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    files = [folder / NAME for folder in folders if (folder / NAME).is_file()]
    if not files:
        return DataSet()
    said, beside = toml(files[0]), files[0].parent
    tables, worth = rates.files(said, beside), rates.rates(said, beside)
    sources = tuple(mapped(each) for file in files for each in _sources(toml(file)))
    known = {name: reader(name, said[name]) for name, reader in READERS.items() if name in said}
    dataset_values.refuse_unknown("", said, {*READERS, "rates", "source"})
    if "time_zone" in known:
        known["zone"] = known.pop("time_zone")
    return DataSet(**known, rates=worth, sources=sources, files=(*files, *tables))


def mapped(said: object) -> Mapped:
    """A source as it is declared; raises Unusable for what it says that cannot be."""
    if not isinstance(said, dict) or "files" not in said:
        raise dataset_values.wrong("source", "a table with files, such as 'shop-*.csv'", said)
    dataset_values.refuse_unknown("source.", said, SOURCE)
    return Mapped(**{name: SOURCE[name](f"source.{name}", value) for name, value in said.items()})


def toml(file: Path) -> dict[str, Any]:
    """What a dataset.toml says; raises Unusable where it is not written as one."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(Problem(None, None, "TOML", str(error))) from None


def _sources(said: Mapping[str, object]) -> list[object]:
    found = said.get("source", [])
    if not isinstance(found, list):
        raise dataset_values.wrong("source", "a list of tables", found)
    return found


READERS: Mapping[str, Callable[[str, object], Any]] = {
    "currency": dataset_values.currency,
    "date_format": dataset_values.one_of(*ORDERS),
    "decimal": dataset_values.one_of(".", ","),
    "time_zone": dataset_values.zone,
    "fiscal_start": dataset_values.month,
    "most_rejected": dataset_values.share,
}
SOURCE: Mapping[str, Callable[[str, object], Any]] = {
    "files": dataset_values.text,
    "name": dataset_values.text,
    "table": dataset_values.one_of(*(table.name for table in TABLES)),
    "platform": dataset_values.text,
    "columns": dataset_values.texts,
    "given": dataset_values.texts,
    "results": dataset_values.several,
    "currency": dataset_values.currency,
    "date_format": dataset_values.one_of(*ORDERS),
    "decimal": dataset_values.one_of(".", ","),
}
