from datetime import UTC, datetime
from pathlib import Path

from callbacks.upload_words import moment, notes, understood, versions
from data.held import Held
from data.intake import Preview
from data.problem import Problem
from data.report import FileReport, LoadReport
from tests.callbacks.opening import context_of
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows

LOADED = FileReport(
    "a.csv",
    "Google Ads report",
    "ad_performance",
    "INR",
    rows_read=100_000,
    rows_loaded=99_990,
    rows_rejected=4,
    rows_skipped=6,
    period={"start": "2024-01-01", "end": "2024-03-31"},
    totals={"impressions": 1_234_567.0, "conversions": 3.5, "spend": 1_234_567.5, "reach": None},
    problems=(Problem(3, "Spend", "a number", "x"),),
    quarantine="/somewhere/else/a b.csv.rejected.csv",
)


def test_a_file_in_words() -> None:
    said = understood(LOADED, "a.csv", (), "INR")
    assert (said.kind, said.obstacle, said.form) == ("Read as Google Ads report", "", "")
    assert dict(said.facts) == {
        "Goes into": "Ad platforms",
        "Days": "1 Jan – 31 Mar 2024",
        "Currency": "INR",
        "Rows": "1,00,000 read = 99,990 loaded + 4 rejected + 6 skipped",
    }
    assert dict(said.totals) == {
        "Impressions": "12,34,567",
        "Conversions": "3.50",
        "Spend": "₹12,34,567.50",
        "Reach": None,
    }
    assert said.problems == ["line 3, column Spend: expected a number, found x"]
    assert said.rejected == "/uploads/rejected?name=a%20b.csv.rejected.csv"


def test_a_file_that_is_unknown_says_why_and_is_asked_about() -> None:
    unknown = FileReport("a.csv", problems=(Problem(1, None, "headings", "none"),), usable=False)
    said = understood(unknown, "a.csv", ("x", "y"), "INR")
    assert (said.kind, said.facts, said.problems) == ("Not recognised", (), ())
    assert said.obstacle == "Line 1: expected headings, found none"
    assert '"headings": ["x", "y"]' in said.form


def test_what_else_changes_is_told(tmp_path: Path) -> None:
    context = context_of(tmp_path)
    report = LoadReport((LOADED, FileReport("b.csv", decisions=("2 rows give way to a.csv, a later file",))))
    held = Held((Path("b.csv"), Path("c.csv")), (Path("a.csv"),), (Path("c.csv"),))
    assert notes(Preview("", report), held, context) == [
        "Taken out: c.csv.",
        "Loaded together with b.csv.",
        "b.csv: 2 rows give way to a.csv, a later file.",
    ]
    (sample,) = notes(Preview("", LoadReport((LOADED,))), Held((), (Path("a.csv"),), ()), context)
    assert sample == "This takes the place of the built-in sample."
    gone = notes(Preview("", LoadReport(())), Held((Path("c.csv"),), (), (Path("c.csv"),)), context)
    assert "the built-in sample is served again" in gone[-1]
    own = context_of(tmp_path, data=tmp_path)
    assert notes(Preview("", LoadReport((LOADED,))), Held((), (Path("a.csv"),), ()), own) == []


def test_versions_are_told_with_the_newest_first_and_unreadable_ones_left_out(tmp_path: Path) -> None:
    first = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:1])
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert [(one.rows, one.newest) for one in versions(context_of(tmp_path))] == [
        ("4", "29 Feb 2024"),
        ("1", "1 Jan 2024"),
    ]
    (tmp_path / f"warehouse-{first}.duckdb").write_bytes(b"broken")
    assert [one.rows for one in versions(context_of(tmp_path))] == ["4"]


def test_a_moment_is_that_of_the_server() -> None:
    assert moment(datetime(2024, 1, 5, 14, 2, tzinfo=UTC)) == "5 Jan 2024, 14:02 UTC"
