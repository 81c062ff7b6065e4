import os
from pathlib import Path

from data.sources import find, oldest_first
from tests.data.writing import write


def test_a_folder_is_its_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.TSV", "c.txt", ".hidden.csv", "book.xlsx", "notes.md", "dataset.toml"):
        write(tmp_path / name, "")
    found = find([tmp_path])
    assert [source.name for source in found.files] == ["a.TSV", "b.csv", "book.xlsx", "c.txt"]
    assert found.skipped == ("notes.md (not .csv, .tsv, .txt or .xlsx)",)


def test_a_folder_in_it_is_an_account_and_no_folder_below_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "shop" / "old").mkdir(parents=True)
    write(tmp_path / "shop" / "a.csv", "")
    found = find([tmp_path])
    assert [(source.name, source.account) for source in found.files] == [("shop/a.csv", "shop")]
    assert found.skipped == ("shop/old (a folder)",)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert find([tmp_path / "data"]).skipped == ("loop (a folder)",)


def test_the_oldest_comes_first_and_2_before_10(tmp_path: Path) -> None:
    for name, written in (("new.csv", 3), ("report (10).csv", 2), ("report (2).csv", 2), ("z.csv", 1)):
        os.utime(write(tmp_path / name, ""), ns=(written, written))
    ordered = [source.name for source in oldest_first(find([tmp_path]).files)]
    assert ordered == ["z.csv", "report (2).csv", "report (10).csv", "new.csv"]


def test_a_file_named_by_itself_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    assert [source.name for source in find([write(tmp_path / "export.dat", "")]).files] == ["export.dat"]


def test_links_that_leave_the_folder_are_skipped(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.csv", "")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.csv").symlink_to(outside)
    found = find([folder])
    assert found.files == ()
    assert found.skipped == ("link.csv (a link to outside its folder)",)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "")
    assert len(find([path, tmp_path, path]).files) == 1


def test_files_of_the_same_name_go_by_their_paths(tmp_path: Path) -> None:
    paths = [tmp_path / "one" / "a.csv", tmp_path / "two" / "a.csv"]
    for path in paths:
        path.parent.mkdir()
        write(path, "")
    assert [source.name for source in find(paths).files] == [str(path) for path in paths]


def test_a_path_that_is_not_there_is_kept_to_be_reported(tmp_path: Path) -> None:
    assert [source.path for source in find([tmp_path / "no.csv"]).files] == [tmp_path / "no.csv"]
