"""What the data page says of the version in view: its tables, its quality, its files."""

from collections.abc import Sequence

from analytics.numbers import day, exact_count
from callbacks.data_rows import address
from callbacks.state import State
from data.evidence import Check, Noun, Weight
from data.meta import TableFacts
from data.quality import CHECKS, Finding
from data.report import FileReport
from data.tables import table
from layouts.data import TABLES
from layouts.ui.files_card import File
from layouts.ui.loaded_card import Loaded
from layouts.ui.quality_card import Found, Report, Reported

MOST_FILES, MOST_PROBLEMS = 50, 20
NO_DAY = "–"


def loaded(state: State) -> list[Loaded]:
    """Every table, those that files were loaded for first, in the order of TABLES."""
    facts = state.snapshot.tables
    names = sorted((name for name in TABLES if name in facts), key=lambda name: bool(facts[name].derived_from))
    return [_loaded(state, name, facts[name]) for name in names]


def report(state: State) -> Report:
    """What each check found, what it did not, and what could not be checked."""
    made = [(known, [one for one in state.snapshot.findings if one.check == known.name]) for known in CHECKS]
    reported = [(known, found) for known, found in made if any(one.found for one in found)]
    reported.sort(key=lambda pair: list(Weight).index(pair[0].weight))
    passed = [(known, found) for known, found in made if _looked_at(found) and not any(one.found for one in found)]
    unmade = [known.title for known, found in made if found and not _looked_at(found)]
    return Report(
        [_reported(state, known, found) for known, found in reported],
        [(known.title, _of(state, known, _looked_at(found))) for known, found in passed],
        unmade,
    )


def files(state: State) -> tuple[list[File], str]:
    """The files with something wrong first, at most 50 of them, and how many more there are."""
    found = sorted(state.snapshot.report.files, key=lambda file: not file.problems)
    rest = len(found) - MOST_FILES
    wrong = sum(bool(file.problems) for file in found[MOST_FILES:])
    said = f"{counted(state, Noun.FILE, rest).replace(' ', ' more ', 1)}, {wrong:,} with problems"
    return [_file(state, file) for file in found[:MOST_FILES]], said if rest > 0 else ""


def counted(state: State, noun: Noun, many: int) -> str:
    """So many of what a check counts, in words."""
    return f"{exact_count(many, state.currency)} {noun}{'' if many == 1 else 's'}"


def _loaded(state: State, name: str, facts: TableFacts) -> Loaded:
    first, newest = (day(each) if each else NO_DAY for each in (facts.first_day, facts.newest_day))
    rows = exact_count(facts.rows, state.currency)
    return Loaded(TABLES[name], rows, first, newest, facts.currency or NO_DAY, table(name).row, _source(facts))


def _source(facts: TableFacts) -> str:
    if facts.derived_from:
        return f"derived from {TABLES[facts.derived_from]}"
    return facts.sources[0] if len(facts.sources) == 1 else f"{len(facts.sources):,} files"


def _looked_at(found: Sequence[Finding]) -> int:
    return sum(one.looked_at for one in found)


def _of(state: State, known: Check, many: int) -> str:
    return counted(state, known.among, many)


def _reported(state: State, known: Check, found: Sequence[Finding]) -> Reported:
    return Reported(known.weight, known.title, known.help, [_found(state, known, one) for one in found if one.found])


def _found(state: State, known: Check, one: Finding) -> Found:
    many = f"{counted(state, known.noun, one.found)} of {exact_count(one.looked_at, state.currency)}"
    count = many if known.among is known.noun else counted(state, known.noun, one.found)
    first = one.example if one.found == 1 else f"First: {one.example}"
    return Found(TABLES[one.table], count, first, address(state.snapshot.version, one.check, one.table))


def _file(state: State, file: FileReport) -> File:
    return File(
        file.file,
        file.recognised_as or "Not recognised, not loaded",
        _rows(state, file),
        [*_period(file), *file.decisions],
        [str(problem) for problem in file.problems[:MOST_PROBLEMS]],
        max(0, len(file.problems) - MOST_PROBLEMS),
    )


def _rows(state: State, file: FileReport) -> str:
    counts = {"read": file.rows_read, "loaded": file.rows_loaded}
    counts |= {"rejected": file.rows_rejected, "skipped": file.rows_skipped, "replaced": file.rows_replaced}
    shown = [f"{exact_count(many, state.currency)} {what}" for what, many in counts.items() if many or what == "read"]
    return f"Rows: {', '.join(shown)}" if file.usable else ""


def _period(file: FileReport) -> list[str]:
    return [f"days: {file.period['start']} to {file.period['end']}"] if file.period else []
