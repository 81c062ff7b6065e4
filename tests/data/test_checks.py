from pathlib import Path

import duckdb

from data.load import load
from tests.data.writing import campaign, checked, write


def test_a_repeated_ratio_that_disagrees_is_a_problem_that_rejects_nothing(tmp_path: Path) -> None:
    ctrs = ("5.0", "5.04", "5.06", "7", "", "n/a")
    report = checked(write(tmp_path / "a.csv", campaign(*({"ctr": ctr} for ctr in ctrs), extra=["ctr"])))
    assert (report.rows_loaded, report.rows_rejected) == (6, 0)
    problem = report.problems[0]
    assert (len(report.problems), problem.line, problem.column) == (1, 3, "ctr")
    assert problem.expected == "100 * clicks / impressions = 5"
    assert problem.found == "5.04, and 2 more rows that differ (a repeated figure: checked, not loaded)"


def test_the_last_digit_written_is_the_tolerance(tmp_path: Path) -> None:
    rows = ({"clicks": "2", "spend": "2.01", "cpc": cpc} for cpc in ("1.005", "1.01", "1.0", "1", "2.00"))
    report = checked(write(tmp_path / "a.csv", campaign(*rows, extra=["cpc"])))
    assert [(problem.line, problem.found.split(" (")[0]) for problem in report.problems] == [(6, "2.00")]


def test_a_ratio_without_a_denominator_is_not_compared(tmp_path: Path) -> None:
    rows = ({"spend": spend, "roas": "1.0"} for spend in ("0", ""))
    assert checked(write(tmp_path / "a.csv", campaign(*rows, extra=["roas"]))).problems == ()


def test_a_formula_over_a_column_that_is_absent_is_not_compared(tmp_path: Path) -> None:
    headings = "date,platform,campaign_name,region,impressions,clicks,spend,conversions,revenue,frequency"
    report = checked(write(tmp_path / "a.csv", f"{headings}\n2024-01-31,Meta,Spring,North,10,5,1.5,1,2,99\n"))
    assert (report.rows_loaded, report.problems) == (1, ())


def test_amounts_in_two_currencies_conflict(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", campaign({}).replace("spend", "spend ($)"))
    write(tmp_path / "b.csv", campaign({"region": "South"}))
    with duckdb.connect() as con:
        report = load(con, [tmp_path])
    assert [(c.files, c.expected, c.found) for c in report.conflicts] == [
        (("a.csv", "b.csv"), "amounts in one currency, or rates in dataset.toml", "USD and INR")
    ]


def test_shared_keys_are_counted_for_each_pair_of_files(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", campaign({}, {"region": "East"}, {"region": "West"}))
    write(tmp_path / "b.csv", campaign({}, {"region": "East"}, {"region": "South"}))
    write(tmp_path / "c.csv", campaign({"region": "South"}))
    with duckdb.connect() as con:
        report = load(con, [tmp_path])
    assert [(conflict.files, conflict.found) for conflict in report.conflicts] == [
        (("a.csv", "b.csv"), "2 in both, the first being 2024-01-31, CMP_1, East"),
        (("b.csv", "c.csv"), "1 in both, the first being 2024-01-31, CMP_1, South"),
    ]


def test_rows_without_a_key_may_repeat_in_files(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write(tmp_path / name, "touchpoint_1,touchpoint_2,customer_count\nEmail,Purchase,5\n")
    with duckdb.connect() as con:
        assert load(con, [tmp_path]).exit_code == 0


def test_a_journey_whose_rows_differ_is_a_problem_that_rejects_nothing(tmp_path: Path) -> None:
    rows = [
        "A,1,no,",
        "B,2,yes,50.5",
        "A,3,no,0",
        "B,1,1,50.50",
        "C,1,no,7",
        "A,4,yes,80",
        "C,2,,9",
        "C,3,no,8",
        "D,1,x,1",
    ]
    lines = [
        f"{who},2024-03-0{day},Email,{converted},{value}" for who, day, converted, value in (r.split(",") for r in rows)
    ]
    report = checked(write(tmp_path / "a.csv", "\n".join(["Journey ID,touched_at,channel,converted,value", *lines])))
    assert (report.rows_loaded, report.rows_rejected) == (8, 1)
    assert [str(problem) for problem in report.problems[1:]] == [
        "line 2, column converted: expected the same in each row of Journey ID A, "
        "found no and yes by line 7 (loaded; the largest counts)",
        "line 2, column value: expected the same in each row of Journey ID A, "
        "found 0 and 80 by line 7, and 1 more that differ (loaded; the largest counts)",
    ]


def test_journeys_that_say_the_same_or_nothing_are_no_problem(tmp_path: Path) -> None:
    lines = ["A,2024-03-01,Email,true,", "A,2024-03-02,Email,1,5.0", "A,2024-03-02,Email,,5"]
    report = checked(write(tmp_path / "a.csv", "\n".join(["journey_id,touched_at,channel,converted,value", *lines])))
    assert (report.rows_loaded, report.problems) == (3, ())
