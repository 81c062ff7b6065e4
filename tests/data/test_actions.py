import csv
import io
import json
from pathlib import Path

import pytest

from data.report import FileReport
from tests.data.writing import checked, write

HEADINGS = ["date_start", "date_stop", "campaign_name", "impressions", "spend", "actions", "action_values"]
PURCHASES = [{"action_type": "omni_purchase", "value": "2"}, {"action_type": "purchase", "value": "2"}]


def report(path: Path, *cells: tuple[str, str], delimiter: str = ",", spend: str = "1.50") -> FileReport:
    """The report of a day for each pair of actions and their values."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(HEADINGS)
    for day, pair in enumerate(cells, start=1):
        writer.writerow([f"2025-07-{day:02}", f"2025-07-{day:02}", "Sale", 100, spend, *pair])
    return checked(write(path / "meta.csv", text.getvalue()))


@pytest.mark.parametrize("written", [json.dumps(PURCHASES), repr(PURCHASES), json.dumps(PURCHASES, indent=1)])
def test_purchases_are_counted_once_however_the_list_is_written(written: str, tmp_path: Path) -> None:
    found = report(tmp_path, (written, written.replace("2", "20")))
    assert (found.problems, found.totals["conversions"], found.totals["revenue"]) == ((), 2, 20)
    assert "conversions: actions of the kind omni_purchase; other kinds do not count: 1" in found.decisions


def test_a_list_without_a_purchase_and_a_blank_cell_are_none(tmp_path: Path) -> None:
    found = report(tmp_path, ('[{"action_type": "link_click", "value": "7"}]', ""), ("[]", ""), ("", ""))
    assert (found.rows_loaded, found.totals["conversions"], found.totals["revenue"]) == (3, 0, 0)


def test_one_kind_counts_in_all_of_a_file(tmp_path: Path) -> None:
    pixel = '[{"action_type": "offsite_conversion.fb_pixel_purchase", "value": "5"}]'
    assert report(tmp_path, (pixel, "")).totals["conversions"] == 5
    assert report(tmp_path, (pixel, ""), (json.dumps(PURCHASES), "")).totals["conversions"] == 2


@pytest.mark.parametrize(
    "broken", ['[{"action_type": "omni_purchase", "value": "many"}]', '[{"action_type":', '{"action_type": "x"}', "12"]
)
def test_a_cell_that_is_no_list_of_numbers_rejects_its_row(broken: str, tmp_path: Path) -> None:
    found = report(tmp_path, (json.dumps(PURCHASES), ""), (broken, ""))
    assert (found.rows_loaded, found.rows_rejected, found.totals["conversions"]) == (1, 1, 2)
    assert [(problem.line, problem.column, problem.expected) for problem in found.problems] == [
        (3, "actions", "a list of actions")
    ]
    assert found.problems[0].found == f'"{broken}"'


def test_numbers_of_all_actions_are_not_purchases(tmp_path: Path) -> None:
    found = report(tmp_path, ("12", "30.5"), ("7", "1"))
    assert (found.totals["conversions"], found.totals["revenue"]) == (None, None)
    assert "conversions: not actions, which holds no lists of actions" in found.decisions


def test_a_decimal_comma_elsewhere_in_the_file_does_no_harm(tmp_path: Path) -> None:
    values = '[{"action_type": "omni_purchase", "value": "1234.5"}]'
    found = report(tmp_path, (json.dumps(PURCHASES), values), delimiter=";", spend="1,50")
    assert (found.problems, found.totals["spend"], found.totals["revenue"]) == ((), 1.5, 1234.5)
