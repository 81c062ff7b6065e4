from pathlib import Path

from tests.data.judging import evidence, finding, judged
from tests.data.test_quality_ratios import snapshot_of
from tests.data.writing import campaign

CHECK = "rejected-rows"
SPOILT = {"clicks": "many", "campaign_name": '"Say ""hi"", now"'}


def test_a_row_that_cannot_be_read_is_kept_with_its_line_and_what_was_expected(tmp_path: Path) -> None:
    snapshot = snapshot_of(tmp_path, campaign({}, {}, SPOILT))
    assert judged(snapshot, CHECK) == (3, 1)
    (row,) = evidence(snapshot, CHECK)
    assert (row["file"], row["line"], row["expected"]) == ("shop.csv", "4", "clicks: a whole number")
    assert row["cells"].startswith('2024-01-31,CMP_1,"Say ""hi"", now",Awareness')
    assert finding(snapshot, CHECK).example == "shop.csv, line 4: expected clicks: a whole number"


def test_a_row_with_too_many_cells_is_kept_too(tmp_path: Path) -> None:
    snapshot = snapshot_of(tmp_path, campaign({}, {}) + campaign({}).splitlines()[1] + ",extra\n")
    assert judged(snapshot, CHECK) == (3, 1)
    assert evidence(snapshot, CHECK)[0]["cells"].endswith("250.5,extra")


def test_a_file_that_is_read_whole_has_none(tmp_path: Path) -> None:
    assert judged(snapshot_of(tmp_path, campaign({})), CHECK) == (1, 0)
