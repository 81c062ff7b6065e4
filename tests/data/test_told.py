from pathlib import Path

import pytest

from data.heading import Heading
from data.told import LONGEST_FOUND, layout, refusal
from tests.data.writing import campaign, checked, write


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (Heading(("a", "b"), ",", 1), ""),
        (Heading(("a", "b"), ";", 1), "cells separated by semicolons"),
        (
            Heading(("a", "b"), "\t", 4, ("Report",)),
            "headings: line 4, below what is passed over; cells separated by tabs",
        ),
    ],
)
def test_only_what_a_csv_file_does_not_begin_with_is_said(first: Heading, said: str) -> None:
    assert layout(first) == said


@pytest.mark.parametrize(("lost", "refused"), [(0, False), (5, False), (6, True)])
def test_a_file_is_refused_once_it_loses_more_than_may_be_lost(lost: int, refused: bool) -> None:
    assert (refusal(lost, 100, 0.05) is not None) == refused
    assert refusal(6, 100, 0.05) == "6 of 100 rows would be lost; at most 5% may be (most_rejected in dataset.toml)"


def test_problems_stand_in_the_order_of_their_lines_with_what_was_found_cut_short(tmp_path: Path) -> None:
    long = "x" * (LONGEST_FOUND + 1)
    rows = campaign({"clicks": long}, {"campaign_id": "B", "date": ""}, {"campaign_id": "C"})
    report = checked(write(tmp_path / "a.csv", rows))
    found = [(problem.line, problem.column, problem.found) for problem in report.problems]
    assert found == [(2, "clicks", "x" * LONGEST_FOUND + "…"), (3, "date", "a blank cell")]


def test_a_platform_s_report_says_which_heading_each_total_is_read_from(tmp_path: Path) -> None:
    file = tmp_path / "meta.csv"
    file.write_text(
        "Day,Campaign name,Amount spent (INR),Impressions,Link clicks,Clicks (all)\n2024-01-01,Sale,10,100,7,9\n"
    )
    read = [decision for decision in checked(file).decisions if decision.startswith("read: ")]
    assert read == ["read: impressions from Impressions, clicks from Link clicks, spend from Amount spent (INR)"]
