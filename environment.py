"""How each setting is written in the environment."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from analytics.geography_shapes import Boundary, BoundaryError, boundaries
from settings import DATASET, DATE_FORMATS, MEGABYTE, SettingError, Settings

LOG_LEVELS = ("debug", "info", "warning", "error")
SHORTEST_SECRET = 32
WATCHING = {"off": 0, "on": 60}
BETWEEN_LOOKS = (5, 86_400)
LARGEST_GEOJSON = 20


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables; raises SettingError for a value that cannot be used.

    Where they say nothing of the fiscal year, the dataset.toml beside the data does.
    """
    read = {
        field: reader(name, environment[name].strip())
        for name, (field, reader) in READERS.items()
        if environment.get(name, "").strip()
    }
    return Settings(**(_of_data(read.get("data")) | read))  # type: ignore[arg-type]


def _of_data(data: object) -> dict[str, object]:
    """The start of the fiscal year, as the data says; what else it says is read, and checked, with the data."""
    if not isinstance(data, Path):
        return {}
    try:
        said = tomllib.loads(((data if data.is_dir() else data.parent) / DATASET).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    month = said.get("fiscal_start")
    return {"fiscal_start": month} if isinstance(month, int) and 1 <= month <= 12 else {}


def _text(name: str, found: str) -> str:
    return found


def _existing(name: str, found: str) -> Path:
    path = Path(found).expanduser()
    if not path.exists():
        raise SettingError(name, "a file or folder that exists", found)
    return path


def _geojson(name: str, found: str) -> tuple[Boundary, ...]:
    path = _existing(name, found)
    if not path.is_file() or path.stat().st_size > LARGEST_GEOJSON * MEGABYTE:
        raise SettingError(name, f"a GeoJSON file of at most {LARGEST_GEOJSON} MB", found)
    try:
        return boundaries(json.loads(path.read_bytes()))
    except BoundaryError as error:
        raise SettingError(name, error.expected, f"{found}: {error.found}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise SettingError(name, "a GeoJSON file", f"{found}: {error}") from error


def _folder(name: str, found: str) -> Path:
    return Path(found).expanduser()


def _matching(pattern: str, expected: str) -> Callable[[str, str], str]:
    def read(name: str, found: str) -> str:
        if not re.fullmatch(pattern, found):
            raise SettingError(name, expected, found)
        return found

    return read


def _one_of(*allowed: str) -> Callable[[str, str], str]:
    return _matching("|".join(allowed), "one of " + ", ".join(allowed))


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def read(name: str, found: str) -> int:
        if not found.isascii() or not found.isdigit() or not low <= int(found) <= high:
            raise SettingError(name, f"a whole number from {low} to {high}", found)
        return int(found)

    return read


def _fraction(name: str, found: str) -> float:
    if not re.fullmatch(r"0?\.\d+|1(\.0+)?", found) or not float(found):
        raise SettingError(name, "a fraction above 0, at most 1, such as 0.35", found)
    return float(found)


def _switch(name: str, found: str) -> bool:
    return _one_of("0", "1")(name, found) == "1"


def _on_or_off(name: str, found: str) -> bool:
    return _one_of("on", "off")(name, found) == "on"


def _seconds(name: str, found: str) -> int:
    if found in WATCHING:
        return WATCHING[found]
    low, high = BETWEEN_LOOKS
    try:
        return _whole(low, high)(name, found)
    except SettingError:
        raise SettingError(name, f"on, off, or seconds from {low} to {high}", found) from None


def _secret(name: str, found: str) -> str:
    if len(found) < SHORTEST_SECRET:
        raise SettingError(name, f"at least {SHORTEST_SECRET} characters", f"{len(found)} characters")
    return found


READERS: dict[str, tuple[str, Callable[[str, str], object]]] = {
    "NOVAMART_DATA": ("data", _existing),
    "NOVAMART_STATE": ("state", _folder),
    "NOVAMART_BRAND": ("brand", _text),
    "NOVAMART_LOGO": ("logo", _existing),
    "NOVAMART_ACCENT": ("accent", _matching(r"#[0-9A-Fa-f]{6}", "a colour such as #0B6782")),
    "NOVAMART_CURRENCY": ("currency", _matching(r"[A-Z]{3}", "an ISO 4217 code such as INR")),
    "NOVAMART_DATE_FORMAT": ("date_format", _one_of(*DATE_FORMATS)),
    "NOVAMART_FISCAL_START": ("fiscal_start", _whole(1, 12)),
    "NOVAMART_GROSS_MARGIN": ("gross_margin", _fraction),
    "NOVAMART_GEOJSON": ("geojson", _geojson),
    "NOVAMART_WATCH": ("watch", _seconds),
    "NOVAMART_TRAINING": ("training", _on_or_off),
    "NOVAMART_UPLOADS": ("uploads", _on_or_off),
    "NOVAMART_UPLOAD_MB": ("upload_mb", _whole(1, 2_000)),
    "NOVAMART_LOG_LEVEL": ("log_level", _one_of(*LOG_LEVELS)),
    "NOVAMART_PASSWORD": ("password", _text),
    "NOVAMART_PUBLIC": ("public", _switch),
    "NOVAMART_SECRET_KEY": ("secret_key", _secret),
    "BIND": ("host", _text),
    "PORT": ("port", _whole(1, 65535)),
}
