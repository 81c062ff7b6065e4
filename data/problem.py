"""What is wrong with a file: where, what was expected there and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A place in a file, what was expected there and what was found; no line or column where it is the whole file."""

    line: int | None
    column: str | None
    expected: str
    found: str

    def __str__(self) -> str:
        where = [f"line {self.line:,}"] if self.line else []
        where += [f"column {self.column}"] if self.column else []
        return f"{', '.join(where) or 'file'}: expected {self.expected}, found {self.found}"


class Unusable(ValueError):  # noqa: N818
    """Nothing can be loaded from a file; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
