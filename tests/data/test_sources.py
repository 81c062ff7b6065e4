from pathlib import Path

from data.sources import find
from tests.data.writing import write


def test_a_folder_is_its_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.TSV", "c.txt", ".hidden.csv", "book.xlsx"):
        write(tmp_path / name, "")
    (tmp_path / "more.csv").mkdir()
    found = find([tmp_path])
    assert [source.name for source in found.files] == ["a.TSV", "b.csv", "c.txt"]
    assert found.skipped == ("book.xlsx (not .csv, .tsv or .txt)", "more.csv (a folder)")


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
