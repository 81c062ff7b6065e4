"""Campaign facts of any number, made where they are needed and published as files are."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from data import warehouse
from data.build import Fill, Workshop
from data.report import FileReport, LoadReport
from data.tables.campaigns import CAMPAIGN
from data.values import TYPES

DAYS = 731
COLUMNS: Mapping[str, str] = {
    "date": f"DATE '2023-01-01' + CAST(i * {DAYS} // $rows AS INTEGER)",
    "campaign_id": "'C' || campaign",
    "campaign_name": "'Campaign ' || campaign",
    "campaign_type": "'Type ' || campaign % 5",
    "channel": "'Channel ' || campaign % 8",
    "region": "'Region ' || noise // 200 % 5",
    "impressions": "1000 + noise % 50000",
    "clicks": "10 + noise % 900",
    "conversions": "CAST(noise % 40 AS DOUBLE)",
    "spend": "CAST(noise % 5000000 AS DECIMAL(18, 4)) / 100",
    "revenue": "CAST(noise % 20000000 AS DECIMAL(18, 4)) / 100",
    "source": "'made'",
}


def publish(rows: int, state: Path) -> None:
    """Publish that many campaign facts over two years into a state folder."""
    scratch = state / "scratch"
    scratch.mkdir(parents=True)
    warehouse.publish_from(making(rows), f"{rows:016x}", state, Workshop(scratch, memory="4GB"))


def making(rows: int) -> Fill:
    """Fills a staging database with that many campaign facts, by date."""

    def fill(con: duckdb.DuckDBPyConnection) -> LoadReport:
        columns = ", ".join(f"CAST({value} AS {_type(name)}) AS {name}" for name, value in COLUMNS.items())
        noise = "SELECT i, hash(i) % 1000000007 AS noise FROM range($rows) t(i)"
        made = f"SELECT i, noise, noise % 200 AS campaign FROM ({noise})"
        con.execute(f"CREATE TABLE {CAMPAIGN.name} AS SELECT {columns} FROM ({made})", {"rows": rows})
        return LoadReport((FileReport("made", CAMPAIGN.row, CAMPAIGN.name, "INR", rows, rows),))

    return fill


def _type(name: str) -> str:
    return "VARCHAR" if name == "source" else TYPES[CAMPAIGN.column(name).kind]
