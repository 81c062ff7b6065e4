import tomllib
from pathlib import Path

import pytest

from data.dataset import read
from data.declared import MAPPABLE, asked_of, declare, headings
from data.problem import Unusable
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from tests.data.writing import write

SAID = {
    "files": "shop.csv",
    "table": "ad_performance",
    "columns": {"date": "Tag", "spend": 'Kosten "netto" \\ €\x7f\t😀'},
}


def test_what_is_said_is_what_is_read(tmp_path: Path) -> None:
    declare(tmp_path, SAID)
    (source,) = read([tmp_path]).sources
    assert (source.files, dict(source.columns)) == ("shop.csv", SAID["columns"])


def test_what_was_said_of_the_same_file_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    declare(tmp_path, SAID)
    declare(tmp_path, {"files": "other.csv", "platform": "Bing", "results": ["lead"], "given": {"region": "North"}})
    declare(tmp_path, {**SAID, "currency": "EUR"})
    said = tomllib.loads((tmp_path / "dataset.toml").read_text("utf-8"))["source"]
    assert [(each["files"], each.get("currency")) for each in said] == [("other.csv", None), ("shop.csv", "EUR")]
    assert said[0]["results"] == ["lead"]


def test_what_somebody_wrote_above_the_sources_stays_and_nothing_below_them_is_lost(tmp_path: Path) -> None:
    head = "# ours\ncurrency = 'INR'\n[rates]\nUSD = 83.2\n"
    write(tmp_path / "dataset.toml", head + "[[source]]\nfiles = 'a.csv'\n")
    declare(tmp_path, SAID)
    text = (tmp_path / "dataset.toml").read_text("utf-8")
    assert text.startswith(head)
    assert [source.files for source in read([tmp_path]).sources] == ["a.csv", "shop.csv"]
    write(tmp_path / "dataset.toml", "[[source]]\nfiles = 'a.csv'\n[rates]\nUSD = 83.2\n")
    with pytest.raises(Unusable, match="whose sources come last"):
        declare(tmp_path, SAID)


@pytest.mark.parametrize(
    "wrong", [{"table": "users"}, {"decimal": ";"}, {"currency": "rupees"}, {"date_format": "x"}, {"x": 1}]
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(Unusable):
        declare(tmp_path, {**SAID, **wrong})
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_data_and_that_of_uploads_both_say_how_their_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "files").mkdir()
    write(tmp_path / "data" / "dataset.toml", 'currency = "EUR"\n[[source]]\nfiles = "a.csv"\n')
    declare(tmp_path / "files", SAID)
    said = read([tmp_path / "data", tmp_path / "files" / "shop.csv"])
    assert (said.currency, [source.files for source in said.sources]) == ("EUR", ["a.csv", "shop.csv"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b\n1,2\n", ("a", "b")),
        ("Report of May\n\nTag;Kosten\n1;2\n", ("Tag", "Kosten")),
        ("alone\n1\n", ()),
        ("", ()),
        ("%PDF-1.4", ()),
    ],
)
def test_the_headings_of_any_file(tmp_path: Path, text: str, found: tuple[str, ...]) -> None:
    assert headings(write(tmp_path / "a.csv", text), tmp_path) == found


def test_columns_that_a_table_needs_are_marked() -> None:
    assert dict(asked_of(AD))["campaign_name"]
    assert not dict(asked_of(AD))["reach"]
    assert all(dict(asked_of(CAMPAIGN)).values())
    assert "correlation_matrix" not in {table.name for table in MAPPABLE}
