"""The rows behind a finding, as a file: read from the version of the address, and only where a check finds rows."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice

from dash import Dash
from flask import Response, abort

from callbacks.state import Context
from data.pointer import NoSnapshot
from data.quarantine import inert
from data.store import QueryTimeout

ADDRESS = "/data/rows/<version>/<check>/<table>.csv"
ENDPOINT = "data-rows"
MOST, AT_ONCE = 50_000, 500
SIGNATURE = "\ufeff"


def register_rows(app: Dash, context: Context) -> None:
    """Answer the address of the rows of a finding."""

    def rows(version: str, check: str, table: str) -> Response:
        return _file(f"{check}-{table}.csv", _found(context, version, check, table))

    app.server.add_url_rule(ADDRESS, ENDPOINT, rows, methods=["GET"])


def address(version: str, check: str, table: str) -> str:
    """Where the rows that a check found in a table of a version are."""
    return ADDRESS.replace("<version>", version).replace("<check>", check).replace("<table>", table)


def _found(context: Context, version: str, check: str, table: str) -> Iterator[Sequence[object]]:
    """The headings and the rows; ends the request where there are none at that address."""
    try:
        snapshot = context.store.snapshot(version)
        if snapshot.version != version:
            abort(404, "This version is no longer kept. Open the page again.")
        rows = snapshot.evidence(check, table, MOST)
        return chain([next(rows)], rows)
    except (KeyError, NoSnapshot):
        abort(404, "There is no such finding.")
    except QueryTimeout:
        abort(503, "Reading these rows took too long. Try again in a minute.")


def _file(name: str, rows: Iterator[Sequence[object]]) -> Response:
    answer = Response(chain([SIGNATURE], _lines(rows)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _lines(rows: Iterator[Sequence[object]]) -> Iterator[str]:
    while some := list(islice(rows, AT_ONCE)):
        text = StringIO()
        csv.writer(text).writerows(_cells(row) for row in some)
        yield text.getvalue()


def _cells(row: Iterable[object]) -> list[str]:
    return ["" if cell is None else inert(str(cell)) for cell in row]
