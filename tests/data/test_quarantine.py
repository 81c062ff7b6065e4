import csv
from pathlib import Path

import duckdb

from data.load import load
from data.quarantine import place
from tests.data.writing import campaign, write


def rejected(path: Path, folder: Path) -> list[list[str]]:
    with duckdb.connect() as con:
        report = load(con, [path], rejected=folder)
    kept = report.files[0].quarantine
    assert kept is not None
    with Path(kept).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_each_rejected_row_is_kept_with_its_line_and_reason(tmp_path: Path) -> None:
    text = campaign({}, {"clicks": "x", "region": ""}, {}, {"spend": "-1"}) + "2024-01-31,CMP_2\n"
    head, *rows = rejected(write(tmp_path / "a.csv", text), tmp_path / "rejected")
    assert head[:3] == ["line", "expected", "date"]
    assert [(row[0], row[1]) for row in rows] == [
        ("6", "11 cells"),
        ("3", "region: a value; clicks: a whole number"),
        ("5", "spend: at least 0"),
    ]
    assert rows[0][2:] == ["2024-01-31", "CMP_2"]
    assert rows[1][2:5] == ["2024-01-31", "CMP_1", "Spring"]


def test_nothing_in_it_is_computed_by_a_spreadsheet(tmp_path: Path) -> None:
    text = campaign({"clicks": "x", "campaign_name": "=HYPERLINK(1)"}, {"clicks": "-5"}, {})
    _, first, second = rejected(write(tmp_path / "a.csv", text), tmp_path)
    assert (first[4], second[9]) == ("'=HYPERLINK(1)", "-5")


def test_a_clean_file_leaves_nothing(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        report = load(con, [write(tmp_path / "a.csv", campaign({}))], rejected=tmp_path / "rejected")
    assert report.files[0].quarantine is None
    assert not (tmp_path / "rejected").exists()


def test_its_name_stays_within_its_folder(tmp_path: Path) -> None:
    assert place(tmp_path, "../../etc/passwd").parent == tmp_path
    assert place(tmp_path, "shop/a b.csv") == tmp_path / "shop_a_b.csv.rejected.csv"
