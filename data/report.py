"""What became of each file that was read, for people and for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from analytics.wording import listed
from data.problem import Problem

CLEAN, REJECTED, UNUSABLE = 0, 1, 2
MOST_PROBLEMS = 1_000


@dataclass(frozen=True)
class Conflict:
    """Files of one table that cannot be joined as they are; `remedy` are lines for dataset.toml with which they can."""

    table: str
    files: tuple[str, ...]
    expected: str
    found: str
    remedy: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{listed(self.files)}: expected {self.expected}, found {self.found}"

    def lines(self) -> Iterator[str]:
        """The conflict, and what to write against it, line by line."""
        yield str(self)
        if self.remedy:
            yield "  write into dataset.toml, in the folder of the files, with the rates instead of 0:"
        yield from (f"    {line}" for line in self.remedy)


@dataclass(frozen=True)
class FileReport:
    """One file: what it is, what became of its rows, and the totals of what was loaded.

    rows_loaded + rows_rejected + rows_skipped = rows_read. Of those loaded, `rows_replaced` gave way to a later file.
    `decisions` say how the file was understood, `refused` why nothing is published with it, `quarantine` where its
    rejected rows are kept.
    """

    file: str
    recognised_as: str | None = None
    table: str | None = None
    currency: str | None = None
    rows_read: int = 0
    rows_loaded: int = 0
    rows_rejected: int = 0
    rows_skipped: int = 0
    rows_replaced: int = 0
    period: Mapping[str, str] | None = None
    totals: Mapping[str, float | None] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    decisions: tuple[str, ...] = ()
    usable: bool = True
    refused: str | None = None
    quarantine: str | None = None

    @property
    def obstacle(self) -> str:
        """Why this file cannot be published; empty where it can."""
        return self.refused or ("" if self.usable else "; ".join(map(str, self.problems)))

    def lines(self) -> Iterator[str]:
        """The report of this file, line by line."""
        yield f"{self.file}: {self.recognised_as or 'not recognised'}{'' if self.usable else ', not usable'}"
        if self.usable:
            yield (
                f"  rows: {self.rows_read:,} read, {self.rows_loaded:,} loaded, "
                f"{self.rows_rejected:,} rejected, {self.rows_skipped:,} skipped"
            )
        if self.period:
            yield f"  period: {self.period['start']} to {self.period['end']}"
        if self.totals:
            yield "  totals: " + ", ".join(f"{name} {_amount(total)}" for name, total in self.totals.items())
        yield from (f"  {decision}" for decision in self.decisions)
        yield from (f"  {problem}" for problem in self.problems)
        if self.quarantine:
            yield f"  rejected rows are in {self.quarantine}"
        if self.refused:
            yield f"  refused: {self.refused}"


@dataclass(frozen=True)
class LoadReport:
    """All files that were read, the conflicts between them, and what was left aside in the folders given."""

    files: tuple[FileReport, ...]
    conflicts: tuple[Conflict, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 clean, 1 with rejected rows, 2 where a file or the whole cannot be used."""
        if not self.files or self.conflicts or not all(file.usable and not file.refused for file in self.files):
            return UNUSABLE
        return REJECTED if any(file.rows_rejected for file in self.files) else CLEAN

    @property
    def publishable(self) -> bool:
        """Whether rows were loaded, no two files disagree, and no file that was recognised is refused."""
        loaded = any(file.rows_loaded for file in self.files)
        whole = all(file.usable and not file.refused for file in self.files if file.table)
        return loaded and not self.conflicts and whole

    @property
    def obstacles(self) -> tuple[str, ...]:
        """What is in the way of publishing, in a sentence for each file or pair of files; empty where nothing is."""
        if self.publishable:
            return ()
        known = [file for file in self.files if file.table] or self.files
        files = [f"{file.file}: {file.obstacle}" for file in known if file.obstacle]
        return (*files, *map(str, self.conflicts)) or ("no rows to load",)

    def as_json(self) -> dict[str, object]:
        """The report as plain dicts and lists, ready for json.dumps."""
        return {
            "files": [asdict(file) for file in self.files],
            "conflicts": [asdict(conflict) for conflict in self.conflicts],
            "skipped": list(self.skipped),
        }

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Self:
        """The report that `as_json` gave; raises KeyError or TypeError for anything else."""
        files = (
            FileReport(
                **file
                | {"problems": tuple(Problem(**each) for each in file["problems"])}
                | {"decisions": tuple(file["decisions"])}
            )
            for file in said["files"]
        )
        several = ("files", "remedy")
        conflicts = (Conflict(**each | {name: tuple(each[name]) for name in several}) for each in said["conflicts"])
        return cls(tuple(files), tuple(conflicts), tuple(said["skipped"]))

    def __str__(self) -> str:
        lines = [line for file in self.files for line in file.lines()]
        lines += [line for conflict in self.conflicts for line in conflict.lines()]
        lines += [f"skipped: {skipped}" for skipped in self.skipped]
        return "\n".join(lines or ["no files to read"])


def _amount(total: float | None) -> str:
    if total is None:
        return "not reported"
    return f"{total:,.2f}".removesuffix(".00")
