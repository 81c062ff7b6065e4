"""`dataset.toml`: what the owner of a folder says about its files, where their own headings and values do not."""

import csv
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data import currencies
from data.problem import Problem, Unusable
from data.tables import TABLES
from settings import DATASET

NAME = DATASET
ORDERS = ("dmy", "mdy", "ymd")
MOST_REJECTED = 0.5
LARGEST = 1_000_000
Rate = Mapping[date, Decimal]


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
    tables = [path for path in _rate_files(said, beside) if path.is_file()]
    rates = {code: _rate(code, value, beside) for code, value in _rates(said).items()}
    sources = tuple(mapped(each) for file in files for each in _sources(toml(file)))
    known = {name: reader(name, said[name]) for name, reader in READERS.items() if name in said}
    _refuse_unknown("", said, {*READERS, "rates", "source"})
    if "time_zone" in known:
        known["zone"] = known.pop("time_zone")
    return DataSet(**known, rates=rates, sources=sources, files=(*files, *tables))


def mapped(said: object) -> Mapped:
    """A source as it is declared; raises Unusable for what it says that cannot be."""
    if not isinstance(said, dict) or "files" not in said:
        raise _wrong("source", "a table with files, such as 'shop-*.csv'", said)
    _refuse_unknown("source.", said, SOURCE)
    return Mapped(**{name: SOURCE[name](f"source.{name}", value) for name, value in said.items()})


def toml(file: Path) -> dict[str, Any]:
    """What a dataset.toml says; raises Unusable where it is not written as one."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unusable(Problem(None, None, "TOML", str(error))) from None


def _rate_files(said: Mapping[str, Any], folder: Path) -> list[Path]:
    return [folder / name for name in _rates(said).values() if isinstance(name, str)]


def _rate(code: str, said: object, folder: Path) -> Rate:
    if currencies.code(code) != code:
        raise _wrong("rates", "currency codes such as USD", code)
    if isinstance(said, dict):
        return {_day(f"rates.{code}", day): _amount(f"rates.{code}", rate) for day, rate in said.items()}
    if isinstance(said, str):
        return _table(code, folder / Path(said).name)
    return {date.min: _amount(f"rates.{code}", said)}


def _table(code: str, path: Path) -> Rate:
    """A file of day and rate, the first line being headings."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if len(row) > 1][1:]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise _wrong(f"rates.{code}", "a CSV file of days and rates beside it", path.name) from None
    if not rows:
        raise _wrong(f"rates.{code}", "at least one day and rate", path.name)
    return {_day(f"rates.{code}", row[0].strip()): _amount(f"rates.{code}", row[1].strip()) for row in rows}


def _day(name: str, said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise _wrong(name, "days such as 2025-01-31", said) from None


def _amount(name: str, said: object) -> Decimal:
    try:
        amount = Decimal(str(said))
    except InvalidOperation:
        amount = Decimal(0)
    if not 0 < amount < LARGEST:
        raise _wrong(name, "a rate above 0", said)
    return amount


def _rates(said: Mapping[str, object]) -> dict[str, object]:
    found = said.get("rates", {})
    if not isinstance(found, dict):
        raise _wrong("rates", "a table", found)
    return found


def _sources(said: Mapping[str, object]) -> list[object]:
    found = said.get("source", [])
    if not isinstance(found, list):
        raise _wrong("source", "a list of tables", found)
    return found


def _refuse_unknown(prefix: str, said: Mapping[str, Any], known: Mapping[str, Any] | set[str]) -> None:
    for name in said:
        if name not in known:
            raise _wrong(f"{prefix}{name}", f"one of {', '.join(sorted(known))}", name)


def _text(name: str, said: object) -> str:
    if not isinstance(said, str) or not said.strip():
        raise _wrong(name, "a text", said)
    return said.strip()


def _texts(name: str, said: object) -> Mapping[str, str]:
    if not isinstance(said, dict):
        raise _wrong(name, "a table of texts", said)
    return {key: _text(f"{name}.{key}", value) for key, value in said.items()}


def _several(name: str, said: object) -> tuple[str, ...]:
    listed = said if isinstance(said, list) else [said]
    return tuple(_text(name, each).casefold() for each in listed)


def _one_of(*allowed: str) -> Callable[[str, object], str]:
    def read(name: str, said: object) -> str:
        if said not in allowed:
            raise _wrong(name, "one of " + ", ".join(allowed), said)
        return str(said)

    return read


def _currency(name: str, said: object) -> str:
    if not isinstance(said, str) or currencies.code(said) != said:
        raise _wrong(name, "a currency code such as INR", said)
    return said


def _month(name: str, said: object) -> int:
    if not isinstance(said, int) or not 1 <= said <= 12:
        raise _wrong(name, "a month from 1 to 12", said)
    return said


def _share(name: str, said: object) -> float:
    if not isinstance(said, int | float) or isinstance(said, bool) or not 0 <= said <= 1:
        raise _wrong(name, "a share from 0 to 1", said)
    return float(said)


def _zone(name: str, said: object) -> ZoneInfo:
    try:
        return ZoneInfo(_text(name, said))
    except (ValueError, OSError, KeyError):
        raise _wrong(name, "a time zone such as Asia/Kolkata", said) from None


def _wrong(name: str, expected: str, found: object) -> Unusable:
    return Unusable(Problem(None, name, expected, repr(found)))


READERS: Mapping[str, Callable[[str, object], Any]] = {
    "currency": _currency,
    "date_format": _one_of(*ORDERS),
    "decimal": _one_of(".", ","),
    "time_zone": _zone,
    "fiscal_start": _month,
    "most_rejected": _share,
}
SOURCE: Mapping[str, Callable[[str, object], Any]] = {
    "files": _text,
    "name": _text,
    "table": _one_of(*(table.name for table in TABLES)),
    "platform": _text,
    "columns": _texts,
    "given": _texts,
    "results": _several,
    "currency": _currency,
    "date_format": _one_of(*ORDERS),
    "decimal": _one_of(".", ","),
}
