import json

import pytest

from data.problem import Problem
from data.report import Conflict, FileReport, LoadReport

GOOD = FileReport("a.csv", "ad performance", "ad_performance", "USD", 3, 3, totals={"spend": 1234.5, "reach": None})
REJECTED = FileReport("b.csv", "ad performance", "ad_performance", "USD", 3, 1, 1, 1)
FOREIGN = FileReport("notes.txt", problems=(Problem(1, None, "headings", "none"),), usable=False)
BROKEN = FileReport("c.csv", "ad performance", "ad_performance", usable=False)
REFUSED = FileReport("d.csv", "ad performance", "ad_performance", "USD", 3, 1, 2, refused="2 of 3 rows would be lost")
CONFLICT = Conflict("ad_performance", ("a.csv", "b.csv"), "each day in one file only", "2 in both")


@pytest.mark.parametrize(
    ("report", "exit_code", "publishable"),
    [
        (LoadReport((GOOD,)), 0, True),
        (LoadReport((GOOD, REJECTED)), 1, True),
        (LoadReport((GOOD, FOREIGN)), 2, True),
        (LoadReport((GOOD, BROKEN)), 2, False),
        (LoadReport((GOOD, REJECTED), (CONFLICT,)), 2, False),
        (LoadReport(()), 2, False),
        (LoadReport((FOREIGN,)), 2, False),
        (LoadReport((GOOD, REFUSED)), 2, False),
    ],
)
def test_outcome(report: LoadReport, exit_code: int, publishable: bool) -> None:
    assert (report.exit_code, report.publishable) == (exit_code, publishable)


@pytest.mark.parametrize(
    ("report", "obstacles"),
    [
        (LoadReport((GOOD, FOREIGN)), ()),
        (LoadReport((GOOD, REFUSED, FOREIGN), (CONFLICT,)), ("d.csv: 2 of 3 rows would be lost", str(CONFLICT))),
        (LoadReport((FOREIGN,)), ("notes.txt: line 1: expected headings, found none",)),
        (LoadReport(()), ("no rows to load",)),
    ],
)
def test_what_is_in_the_way_of_publishing(report: LoadReport, obstacles: tuple[str, ...]) -> None:
    assert report.obstacles == obstacles


def test_json_names_every_field() -> None:
    report = json.loads(json.dumps(LoadReport((GOOD, FOREIGN), (CONFLICT,), ("x.md (not .csv)",)).as_json()))
    assert report["files"][0] == {
        "file": "a.csv",
        "recognised_as": "ad performance",
        "table": "ad_performance",
        "currency": "USD",
        "rows_read": 3,
        "rows_loaded": 3,
        "rows_rejected": 0,
        "rows_skipped": 0,
        "rows_replaced": 0,
        "period": None,
        "totals": {"spend": 1234.5, "reach": None},
        "problems": [],
        "decisions": [],
        "usable": True,
        "refused": None,
        "quarantine": None,
    }
    assert report["files"][1]["problems"] == [{"line": 1, "column": None, "expected": "headings", "found": "none"}]
    assert report["conflicts"][0]["files"] == ["a.csv", "b.csv"]
    assert report["skipped"] == ["x.md (not .csv)"]


def test_text_says_what_became_of_each_file() -> None:
    assert str(LoadReport((GOOD, FOREIGN), (CONFLICT,), ("x.md (not .csv)",))).splitlines() == [
        "a.csv: ad performance",
        "  rows: 3 read, 3 loaded, 0 rejected, 0 skipped",
        "  totals: spend 1,234.50, reach not reported",
        "notes.txt: not recognised, not usable",
        "  line 1: expected headings, found none",
        "a.csv and b.csv: expected each day in one file only, found 2 in both",
        "skipped: x.md (not .csv)",
    ]


def test_text_of_nothing_says_so() -> None:
    assert str(LoadReport(())) == "no files to read"


def test_a_report_comes_back_from_json() -> None:
    report = LoadReport((GOOD, FOREIGN), (CONFLICT,), ("x.md (not .csv)",))
    assert LoadReport.from_json(json.loads(json.dumps(report.as_json()))) == report
