"""What one unit of a currency is worth in that of the data set, by day, as a dataset.toml says or a file beside it."""

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from data import currencies
from data.dataset_values import wrong

LARGEST = 1_000_000
Rate = Mapping[date, Decimal]


def rates(said: Mapping[str, object], folder: Path) -> dict[str, Rate]:
    """The rate of each currency from the day it holds, its files being in `folder`; raises Unusable."""
    return {code: _rate(code, value, folder) for code, value in _declared(said).items()}


def files(said: Mapping[str, object], folder: Path) -> list[Path]:
    """The files of rates that are there, which are no data."""
    named = [folder / name for name in _declared(said).values() if isinstance(name, str)]
    return [path for path in named if path.is_file()]


def _rate(code: str, said: object, folder: Path) -> Rate:
    if currencies.code(code) != code:
        raise wrong("rates", "currency codes such as USD", code)
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
        raise wrong(f"rates.{code}", "a CSV file of days and rates beside it", path.name) from None
    if not rows:
        raise wrong(f"rates.{code}", "at least one day and rate", path.name)
    return {_day(f"rates.{code}", row[0].strip()): _amount(f"rates.{code}", row[1].strip()) for row in rows}


def _day(name: str, said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise wrong(name, "days such as 2025-01-31", said) from None


def _amount(name: str, said: object) -> Decimal:
    try:
        amount = Decimal(str(said))
    except InvalidOperation:
        amount = Decimal(0)
    if not 0 < amount < LARGEST:
        raise wrong(name, "a rate above 0", said)
    return amount


def _declared(said: Mapping[str, object]) -> dict[str, object]:
    found = said.get("rates", {})
    if not isinstance(found, dict):
        raise wrong("rates", "a table", found)
    return found
