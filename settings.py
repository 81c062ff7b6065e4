"""What the environment decides: read once at start, handed to whoever needs it."""

from dataclasses import dataclass
from pathlib import Path

from analytics.geography_shapes import Boundary

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
DATE_FORMATS = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}
DATASET = "dataset.toml"
MEGABYTE = 1_000_000
UPLOADED = Path("uploads", "files")


class SettingError(ValueError):
    """A setting that cannot be used: names it, what was expected and what was found."""

    def __init__(self, name: str, expected: str, found: str) -> None:
        super().__init__(f"{name}: expected {expected}, found {found!r}")


@dataclass(frozen=True)
class Settings:
    """One field per setting; the environment variable is NOVAMART_<FIELD>, except BIND (host) and PORT."""

    data: Path | None = None
    state: Path = Path("var")
    brand: str = "NovaMart"
    logo: Path | None = None
    accent: str | None = None
    currency: str = "INR"
    date_format: str | None = None
    fiscal_start: int = 4
    gross_margin: float | None = None
    geojson: tuple[Boundary, ...] = ()
    watch: int = 0
    training: bool = False
    uploads: bool = False
    upload_mb: int = 200
    log_level: str = "info"
    password: str | None = None
    public: bool = False
    secret_key: str | None = None
    host: str = "127.0.0.1"
    port: int = 8050

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def uploaded(self) -> Path:
        """The folder of the files that readers brought in."""
        return self.state / UPLOADED

    @property
    def holds_own(self) -> bool:
        """Whether what is served is somebody's own: files that are named here, or that were brought in."""
        return self.data is not None or (self.uploaded.is_dir() and any(self.uploaded.iterdir()))
