import pytest

from data import pointer
from data.identity import identity
from data.pointer import current
from data.warehouse import publish
from settings import Settings
from tests.data.one_file import HEADING, ROW, clicks, file_of


def test_a_version_is_later_even_where_the_clock_was_set_back(settings: Settings) -> None:
    publish([file_of(settings)], settings)
    future = f"29991231T235959999999-{'a' * 16}"
    pointer.promote(settings.state, pointer.path(settings.state, str(current(settings.state))), future)
    file_of(settings).write_text(HEADING + ROW * 1 + ROW.replace("North", "South"))
    assert publish([file_of(settings)], settings).version > future
    assert clicks(settings) == [(20.0, 2.0)]


def test_an_identity_is_of_paths_content_and_how_they_are_read(settings: Settings) -> None:
    sources = [file_of(settings)]
    moved = file_of(settings).with_name("moved.csv")
    moved.write_text(HEADING + ROW)
    month_first = Settings(date_format="mdy")
    found = {
        identity(sources, settings),
        identity([moved], settings),
        identity(sources, month_first),
        identity([*sources, moved], settings),
        identity([moved.with_name("absent.csv")], settings),
    }
    assert len(found) == 5
    assert identity(sources, settings) in found


@pytest.mark.parametrize("name", ["dataset.toml", "rates.csv"])
def test_what_the_folder_says_of_its_files_is_part_of_their_identity(name: str, settings: Settings) -> None:
    assert settings.data
    (settings.data / "rates.csv").write_text("day,rate\n2024-01-01,80\n")
    (settings.data / "dataset.toml").write_text('currency = "INR"\n[rates]\nUSD = "rates.csv"\n')
    before = identity([settings.data], settings)
    changed = settings.data / name
    changed.write_text(changed.read_text().replace("80", "90").replace("INR", "EUR"))
    assert identity([settings.data], settings) != before
