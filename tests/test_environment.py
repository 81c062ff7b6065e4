from pathlib import Path

import pytest

from analytics.geography_shapes import Boundary
from environment import LARGEST_GEOJSON, READERS, SHORTEST_SECRET, from_environment
from settings import MEGABYTE, SettingError, Settings

SECRET = "s" * SHORTEST_SECRET
STATES = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Goa"}, "geometry": '
    '{"type": "Polygon", "coordinates": [[[70, 10], [80, 10], [80, 20], [70, 10]]]}}]}'
)


def test_nothing_set_is_the_defaults() -> None:
    assert from_environment({}) == Settings()
    assert from_environment(dict.fromkeys(READERS, "  ")) == Settings()


def test_every_field_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "logo.png").touch()
    (tmp_path / "states.json").write_text(STATES, encoding="utf-8")
    read = from_environment(
        {
            "NOVAMART_DATA": str(tmp_path),
            "NOVAMART_STATE": " state ",
            "NOVAMART_BRAND": "Asha",
            "NOVAMART_LOGO": str(tmp_path / "logo.png"),
            "NOVAMART_ACCENT": "#7A1FA2",
            "NOVAMART_CURRENCY": "USD",
            "NOVAMART_DATE_FORMAT": "dmy",
            "NOVAMART_FISCAL_START": "1",
            "NOVAMART_GROSS_MARGIN": "0.35",
            "NOVAMART_GEOJSON": str(tmp_path / "states.json"),
            "NOVAMART_WATCH": "300",
            "NOVAMART_TRAINING": "on",
            "NOVAMART_UPLOADS": "on",
            "NOVAMART_UPLOAD_MB": "50",
            "NOVAMART_LOG_LEVEL": "debug",
            "NOVAMART_PASSWORD": "open",
            "NOVAMART_PUBLIC": "1",
            "NOVAMART_SECRET_KEY": SECRET,
            "BIND": "0.0.0.0",
            "PORT": "80",
            "PATH": "ignored",
        }
    )
    assert read == Settings(
        data=tmp_path,
        state=Path("state"),
        brand="Asha",
        logo=tmp_path / "logo.png",
        accent="#7A1FA2",
        currency="USD",
        date_format="dmy",
        fiscal_start=1,
        gross_margin=0.35,
        geojson=(Boundary("Goa", (((70, 10), (80, 10), (80, 20), (70, 10)),)),),
        watch=300,
        training=True,
        uploads=True,
        upload_mb=50,
        log_level="debug",
        password="open",
        public=True,
        secret_key=SECRET,
        host="0.0.0.0",
        port=80,
    )


@pytest.mark.parametrize(
    ("said", "expected"), [("fiscal_start = 7", 7), ("fiscal_start = 13", 4), ("currency = 'INR'", 4), ("= broken", 4)]
)
def test_the_fiscal_year_may_be_said_beside_the_data(said: str, expected: int, tmp_path: Path) -> None:
    (tmp_path / "dataset.toml").write_text(said)
    (tmp_path / "a.csv").touch()
    for data in (tmp_path, tmp_path / "a.csv"):
        assert from_environment({"NOVAMART_DATA": str(data)}).fiscal_start == expected
    explicit = {"NOVAMART_DATA": str(tmp_path), "NOVAMART_FISCAL_START": "10"}
    assert from_environment(explicit).fiscal_start == 10


def test_every_field_has_its_variable() -> None:
    assert {field for field, _ in READERS.values()} == set(Settings.__dataclass_fields__)


@pytest.mark.parametrize(("found", "seconds"), [("on", 60), ("off", 0), ("5", 5), ("86400", 86_400)])
def test_watching_is_on_off_or_every_so_many_seconds(found: str, seconds: int) -> None:
    assert from_environment({"NOVAMART_WATCH": found}).watch == seconds


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    read = from_environment({"NOVAMART_DATA": "~", "NOVAMART_STATE": "~/state"})
    assert (read.data, read.state) == (tmp_path, tmp_path / "state")


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("NOVAMART_DATA", "/nowhere/at/all", "a file or folder that exists"),
        ("NOVAMART_LOGO", "logo.png", "a file or folder that exists"),
        ("NOVAMART_ACCENT", "red", "a colour such as #0B6782"),
        ("NOVAMART_ACCENT", "#12345", "a colour"),
        ("NOVAMART_ACCENT", "#0B6782;}", "a colour"),
        ("NOVAMART_CURRENCY", "inr", "an ISO 4217 code"),
        ("NOVAMART_DATE_FORMAT", "ydm", "one of dmy, mdy, ymd"),
        ("NOVAMART_FISCAL_START", "0", "a whole number from 1 to 12"),
        ("NOVAMART_FISCAL_START", "13", "a whole number from 1 to 12"),
        ("NOVAMART_FISCAL_START", "4.0", "a whole number"),
        ("NOVAMART_FISCAL_START", "²", "a whole number"),
        ("NOVAMART_FISCAL_START", "-4", "a whole number"),
        ("NOVAMART_TRAINING", "1", "one of on, off"),
        ("NOVAMART_WATCH", "4", "on, off, or seconds from 5 to 86400"),
        ("NOVAMART_WATCH", "often", "on, off, or seconds"),
        ("NOVAMART_GROSS_MARGIN", "35", "a fraction"),
        ("NOVAMART_GROSS_MARGIN", "1.01", "a fraction"),
        ("NOVAMART_GROSS_MARGIN", "nan", "a fraction"),
        ("NOVAMART_GROSS_MARGIN", "0.0", "a fraction"),
        ("NOVAMART_LOG_LEVEL", "loud", "one of debug, info, warning, error"),
        ("NOVAMART_PUBLIC", "yes", "one of 0, 1"),
        ("PORT", "65536", "a whole number from 1 to 65535"),
        ("PORT", "http", "a whole number"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_was_expected(name: str, found: str, expected: str) -> None:
    with pytest.raises(SettingError) as error:
        from_environment({name: found})
    assert str(error.value).startswith(f"{name}: expected {expected}")
    assert str(error.value).endswith(f"found {found!r}")


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("no json", "a GeoJSON file", ": Expecting value: line 1 column 1"),
        ("\x00", "a GeoJSON file", ": Expecting value"),
        ("[" * 100_000, "a GeoJSON file", ": "),
        ("{}", "a GeoJSON FeatureCollection", ": type None"),
        (STATES.replace("Goa", "").replace("name", "n"), "a property that names the state, such as NAME_1", ": n'"),
        (STATES.replace("Polygon", "Point"), "feature 1 (Goa) to be a Polygon or MultiPolygon", ": Point"),
    ],
)
def test_a_file_of_states_that_cannot_be_drawn_names_the_file_and_why(
    tmp_path: Path, text: str, expected: str, found: str
) -> None:
    file = tmp_path / "states.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError) as error:
        from_environment({"NOVAMART_GEOJSON": str(file)})
    assert str(error.value).startswith(f"NOVAMART_GEOJSON: expected {expected}")
    assert f"{file}{found}" in str(error.value)


def test_a_file_of_states_that_is_too_large_or_a_folder_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(LARGEST_GEOJSON * MEGABYTE + 1)
    for path in (large, tmp_path):
        with pytest.raises(SettingError, match="expected a GeoJSON file of at most 20 MB"):
            from_environment({"NOVAMART_GEOJSON": str(path)})


def test_a_short_secret_is_refused_without_being_shown() -> None:
    with pytest.raises(SettingError) as error:
        from_environment({"NOVAMART_SECRET_KEY": "hunter2"})
    assert str(error.value) == "NOVAMART_SECRET_KEY: expected at least 32 characters, found '7 characters'"
