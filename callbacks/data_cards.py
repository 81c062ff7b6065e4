"""The facts of the version in view as key figures."""

from collections.abc import Sequence
from datetime import date

from analytics.numbers import day, exact_count
from callbacks.data_parts import counted
from callbacks.state import State
from data.evidence import Noun
from layouts.ui.cards import Kpi
from layouts.ui.quality_card import Report

NO_MONEY = "None"


def cards(state: State, found: Report) -> Sequence[Kpi]:
    """Newest day, rows, files, findings, currency, and when all this was loaded."""
    loaded_at = state.snapshot.loaded_at
    return (
        _newest(state),
        _rows(state),
        _files(state),
        _findings(found),
        _currency(state),
        _dated(
            "Loaded",
            "When these files were read and published as the version that every page shows.",
            loaded_at.date(),
            f"{loaded_at:%H:%M} UTC, version {state.edition}",
        ),
    )


def _newest(state: State) -> Kpi:
    days, what = state.snapshot.days, "The newest day of any table that carries days. Each table's own is below."
    if days is None:
        return Kpi("Data to", what, "No dates")
    return _dated("Data to", what, days.end, f"From {day(days.start)}")


def _rows(state: State) -> Kpi:
    own = [facts for facts in state.snapshot.tables.values() if not facts.derived_from]
    what = "Rows of every table that files were loaded for."
    rows = exact_count(state.snapshot.rows, state.currency)
    return Kpi("Rows", what, rows, note=f"In {len(own)} table{'' if len(own) == 1 else 's'}")


def _files(state: State) -> Kpi:
    files = state.snapshot.report.files
    lost = sum(file.rows_rejected for file in files)
    what = "Files where the data is read from. A rejected row could not be read and is in no figure of any page."
    return Kpi(
        "Files", what, exact_count(len(files), state.currency), note=f"{counted(state, Noun.ROW, lost)} rejected"
    )


def _findings(found: Report) -> Kpi:
    made = len(found.reported) + len(found.passed)
    what = "Checks that found something, of those that could be made."
    return Kpi("Findings", what, str(len(found.reported)), note=f"Of {made} checks")


def _currency(state: State) -> Kpi:
    codes = sorted({facts.currency for facts in state.snapshot.tables.values() if facts.currency})
    what = "The currency of all amounts: as a file says it, else as dataset.toml or the settings do."
    return Kpi("Currency", what, ", ".join(codes) or NO_MONEY, note="Of all amounts" if len(codes) == 1 else "")


def _dated(label: str, what: str, shown: date, note: str) -> Kpi:
    number, year = day(shown).rsplit(" ", 1)
    return Kpi(label, what, number, year, note=note)
