"""The form by which a reader says how a file is to be read, and its answer as a source of dataset.toml."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from data.dataset import ORDERS
from data.declared import MAPPABLE, asked_of
from data.problem import Problem, Unusable
from layouts.data import TABLES

COLUMN = "column."
OPTIONAL = ("platform", "date_format", "decimal", "currency")
WORDS = dict(zip(ORDERS, ("day first", "month first", "year first"), strict=True))


def form(headings: Sequence[str]) -> str:
    """What the browser makes the form of, as JSON: tables with their columns, the headings, the orders of dates."""
    tables = [{"name": table.name, "label": TABLES[table.name], "columns": asked_of(table)} for table in MAPPABLE]
    return json.dumps({"tables": tables, "headings": list(headings), "orders": WORDS})


def source(name: str, given: str, headings: Sequence[str]) -> dict[str, Any]:
    """The source that an answer stands for: fields as in an address, columns by the places of their headings.

    Raises Unusable where a column stands for none of the headings.
    """
    fields = {key: value.strip() for key, value in parse_qsl(given) if value.strip()}
    columns = {
        key.removeprefix(COLUMN): _heading(key, value, headings)
        for key, value in fields.items()
        if key.startswith(COLUMN)
    }
    plain = {key: fields[key] for key in ("table", *OPTIONAL) if key in fields}
    return {"files": name, **plain, "columns": columns}


def _heading(key: str, place: str, headings: Sequence[str]) -> str:
    if not (place.isascii() and place.isdigit() and int(place) < len(headings)):
        raise Unusable(Problem(None, key.removeprefix(COLUMN), "one of the headings of the file", place))
    return headings[int(place)]
