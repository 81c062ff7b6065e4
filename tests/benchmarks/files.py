"""What checking and publishing a large export costs, beside readers that check nothing."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.timing import Cell, table

TITLE = "A Google Ads export of a million rows, 13 columns with grouped thousands (s, and the process's peak MB)"
HEADINGS = ("reader", "seconds", "processor s", "peak MB")
ROWS = 1_000_000
DAYS, CAMPAIGNS = 1_095, 400
HEADING = (
    "Campaign report\nJanuary 1, 2023 - December 30, 2025\nCampaign type,Campaign,Day,Currency code,Cost,Clicks,Impr.,"
    "CTR,Avg. CPC,Conversions,Conv. rate,Conv. value,Cost / conv.\n"
)
MADE = f"""
    COPY (SELECT 'Search', 'campaign ' || i % {CAMPAIGNS}, DATE '2023-01-01' + CAST(i % {DAYS} AS INTEGER), 'INR',
                 format('{{:,}}.{{:02}}', i * 7919 % 3000, i % 100), i * 31 % 50, format('{{:,}}', i * 104729 % 90000),
                 '1.66%', '2.10', format('{{}}.{{:02}}', i % 3, i % 100), '1.00%',
                 format('{{:,}}.50', i * 613 % 9000), ' --'
          FROM range($rows) AS made(i)) TO '$path' (HEADER false)
"""
READERS = {
    "DuckDB's read_csv, every column text": (
        'import duckdb; print(duckdb.sql("SELECT count(*), max(column04), max(column12) FROM '
        "read_csv('$path', skip=3, header=false, all_varchar=true)\").fetchall())"
    ),
    "DuckDB's read_csv, types guessed": (
        "import duckdb; duckdb.sql(\"CREATE TABLE t AS FROM read_csv('$path', skip=2)\")"
    ),
    "pandas.read_csv": "import pandas; pandas.read_csv('$path', skiprows=2, thousands=',')",
    "python -m data check": "from data.__main__ import main; main(['check', '$path', '--json'])",
    "python -m data publish": "from data.__main__ import main; main(['publish', '$path', '--json'])",
}


def run() -> str:
    """Time each reader in a process of its own, on the same file."""
    with tempfile.TemporaryDirectory(prefix="novamart-bench-") as folder:
        path = made(Path(folder) / "export.csv", ROWS)
        rows = [_row(name, code.replace("$path", str(path)), folder) for name, code in READERS.items()]
    return table(HEADINGS, rows)


def made(path: Path, rows: int) -> Path:
    """An export of that many rows."""
    import duckdb

    body = path.with_suffix(".body")
    duckdb.sql(MADE.replace("$rows", str(rows)).replace("$path", str(body)))
    with path.open("wb") as file:
        file.write(HEADING.encode() + body.read_bytes())
    body.unlink()
    return path


def _row(name: str, code: str, folder: str) -> Sequence[Cell]:
    measured = f"{code}\nimport sys; print(open('/proc/self/status').read(), file=sys.stderr)"
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", measured]
    environment = {"NOVAMART_STATE": f"{folder}/state", "PYTHONPATH": ".", "TMPDIR": folder}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return name, seconds, worked, int(ran.stderr.partition("VmHWM:")[2].split()[0]) / 1000
