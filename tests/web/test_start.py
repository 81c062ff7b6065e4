from pathlib import Path

import pytest

from settings import Settings
from web.start import refuse, settings_or_exit

KEY = "k" * 32
FAR = "0.0.0.0"


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(data=Path("own")),
        Settings(password="p"),
        Settings(host=FAR),
        Settings(host=FAR, data=Path("own"), public=True),
        Settings(host=FAR, data=Path("own"), password="p", secret_key=KEY),
        Settings(host=FAR, password="p", secret_key=KEY),
        Settings(uploads=True),
        Settings(host=FAR, uploads=True, password="p", secret_key=KEY),
        Settings(uploads=True, public=True, password="p"),
    ],
)
def test_these_may_be_served(settings: Settings) -> None:
    assert refuse(settings) is None


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        (Settings(host=FAR, data=Path("own")), "NOVAMART_PASSWORD"),
        (Settings(host="10.0.0.1", data=Path("own"), secret_key=KEY), "NOVAMART_PUBLIC=1"),
        (Settings(host=FAR, password="p"), "NOVAMART_SECRET_KEY"),
        (Settings(host=FAR, data=Path("own"), password="p"), "NOVAMART_SECRET_KEY"),
        (Settings(host=FAR, uploads=True), "NOVAMART_PASSWORD"),
        (Settings(host=FAR, uploads=True, public=True), "NOVAMART_PASSWORD"),
        (Settings(uploads=True, public=True), "leave NOVAMART_UPLOADS off"),
    ],
)
def test_these_may_not_and_the_reason_names_the_remedy(settings: Settings, remedy: str) -> None:
    reason = refuse(settings) or ""
    assert remedy in reason
    assert "\n" not in reason


def test_what_was_brought_in_is_somebodys_own_also_when_no_more_may_be(tmp_path: Path) -> None:
    settings = Settings(host=FAR, state=tmp_path)
    settings.uploaded.mkdir(parents=True)
    assert refuse(settings) is None
    (settings.uploaded / "shop.csv").touch()
    assert "NOVAMART_PASSWORD" in (refuse(settings) or "")
    assert refuse(Settings(host=FAR, state=tmp_path, public=True)) is None


def test_a_bad_configuration_ends_the_process_with_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for environment in ({"PORT": "many"}, {"BIND": FAR, "NOVAMART_DATA": str(tmp_path)}):
        with pytest.raises(SystemExit) as ended:
            settings_or_exit(environment)
        assert ended.value.code == 78
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        assert "Traceback" not in error


def test_a_good_one_is_read() -> None:
    assert settings_or_exit({"PORT": "9000"}) == Settings(port=9000)
