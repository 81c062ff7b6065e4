"""What was brought in, as it stands: published, staged, or about to leave."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Held:
    """The files that are published, those that are staged, and of the published those that are to be taken out.

    `said` is the dataset.toml that says how some of them are read, where there is one.
    """

    published: tuple[Path, ...]
    staged: tuple[Path, ...]
    leaving: tuple[Path, ...]
    said: tuple[Path, ...] = ()

    @property
    def following(self) -> tuple[Path, ...]:
        """What the next publishing loads."""
        return (*(path for path in self.published if path not in self.leaving), *self.staged)

    @property
    def changes(self) -> bool:
        """Whether the next publishing would load anything else."""
        return bool(self.staged or self.leaving)

    @property
    def mark(self) -> str:
        """The identity of what the next publishing loads."""
        return hashlib.sha256(repr(sorted(map(_stamp, (*self.following, *self.said)))).encode()).hexdigest()[:16]


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return path.name, 0, 0
    return path.name, found.st_size, found.st_mtime_ns
