from pathlib import Path

from data.held import Held
from tests.data.writing import write


def test_the_next_publication_is_what_stays_and_what_waits() -> None:
    published, staged = (Path("a.csv"), Path("b.csv")), (Path("c.csv"),)
    held = Held(published, staged, (Path("a.csv"),))
    assert (held.following, held.changes) == ((Path("b.csv"), Path("c.csv")), True)
    assert not Held(published, (), ()).changes


def test_the_mark_follows_what_would_be_loaded_and_how(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.csv", "1"), write(tmp_path / "b.csv", "2")
    said = write(tmp_path / "dataset.toml", "")
    mark = Held((), (first, second), ()).mark
    assert Held((first,), (second,), ()).mark == mark
    assert len({mark, Held((), (first,), ()).mark, Held((), (first, second), (), (said,)).mark}) == 3
    write(first, "longer")
    assert Held((), (first, second), ()).mark != mark


def test_a_file_that_goes_meanwhile_has_a_mark_too(tmp_path: Path) -> None:
    assert Held((), (tmp_path / "gone.csv",), ()).mark
