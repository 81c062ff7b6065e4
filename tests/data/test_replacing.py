import os
from pathlib import Path

import duckdb
import pytest

from data.load import load
from data.report import LoadReport
from tests.data.writing import write

HEAD = "Campaign,Day,Currency code,Cost,Impr."
JULY = f"{HEAD}\nBrand,2025-07-01,INR,10,1\nBrand,2025-07-01,INR,5,1\nBrand,2025-07-02,INR,20,1\n"
JULY += "Other,2025-07-02,INR,7,1\n"
LATER = f"{HEAD}\nBrand,2025-07-02,INR,22,1\nBrand,2025-07-03,INR,30,1\n"


def loaded(folder: Path, *files: tuple[str, str]) -> tuple[LoadReport, float]:
    """Load files, each written a second after the one before; the report and the spend of all of them."""
    for second, (name, text) in enumerate(files):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        os.utime(write(path, text), (second, second))
    with duckdb.connect() as con:
        report = load(con, [folder])
        row = con.execute("SELECT sum(spend) FROM ad_performance").fetchone()
    return report, float(row[0]) if row else 0


def test_rows_of_one_file_are_never_merged(tmp_path: Path) -> None:
    assert loaded(tmp_path, ("a.csv", JULY))[1] == 42


def test_a_later_file_replaces_the_days_of_campaigns_that_it_has(tmp_path: Path) -> None:
    report, spend = loaded(tmp_path, ("z.csv", JULY), ("a.csv", LATER))
    assert spend == 10 + 5 + 7 + 22 + 30
    later, first = report.files
    assert (first.file, first.rows_loaded, first.rows_replaced, later.rows_replaced) == ("z.csv", 4, 1, 0)
    assert any("1 rows give way to a.csv" in decision for decision in first.decisions)


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, ("a.csv", JULY), ("a (1).csv", JULY))[1] == 42


@pytest.mark.parametrize("account", ["folder", "column", "source"])
def test_files_of_two_accounts_are_added(account: str, tmp_path: Path) -> None:
    files = {
        "folder": (("north/a.csv", JULY), ("south/a.csv", JULY)),
        "column": tuple((f"{name}.csv", _with_account(JULY, name)) for name in ("1", "2")),
        "source": (("n.csv", JULY), ("s.csv", JULY)),
    }[account]
    if account == "source":
        names = "".join(f'[[source]]\nfiles = "{name}.csv"\nname = "{name}"\n' for name in "ns")
        write(tmp_path / "dataset.toml", names)
    assert loaded(tmp_path, *files)[1] == 84


def test_platforms_are_accounts_of_their_own(tmp_path: Path) -> None:
    meta = "Campaign name,Day,Amount spent (INR)\nBrand,2025-07-01,100\n"
    assert loaded(tmp_path, ("a.csv", JULY), ("b.csv", meta))[1] == 142


def test_a_table_of_actions_adds_to_one_of_costs(tmp_path: Path) -> None:
    costs = (
        "date_start,date_stop,campaign_name,spend,impressions,account_currency\n2025-07-01,2025-07-01,Sale,10,100,INR\n"
    )
    actions = "date,campaign_name,action_type,value\n2025-07-01,Sale,purchase,3\n"
    report, spend = loaded(tmp_path, ("costs.csv", costs), ("actions.csv", actions))
    assert (spend, [file.rows_replaced for file in report.files]) == (10, [0, 0])
    assert report.publishable


def _with_account(text: str, account: str) -> str:
    head, *rows = text.splitlines()
    return "\n".join([f"{head},Customer ID", *(f"{row},{account}" for row in rows)]) + "\n"
