"""What is said around every page: the sentence, the faces of the filter pills, the freshness."""

from collections.abc import Container, Sequence
from typing import Any

from dash import Output, dcc
from dash.development.base_component import Component

from analytics.numbers import day, exact_count
from analytics.periods import Comparison, Dates, Period
from analytics.view import BASIS, COMPARE, FROM, PERIOD
from analytics.wording import PAID, listed, period_name, sentence
from callbacks.state import State
from data import pointer
from data.quality import failed
from layouts.ui.filter_bar import pill_text
from layouts.ui.ids import Ids, pill_id
from layouts.ui.page import Page
from layouts.ui.shell import freshness
from layouts.ui.still import CONTENT
from layouts.ui.words import words

COMPARE_WORDS = {
    Comparison.PREVIOUS: "Previous period",
    Comparison.LAST_YEAR: "Same period last year",
    Comparison.NONE: "Nothing",
}
NAMED = 2


def frame_outputs(page: Page) -> dict[str, Any]:
    """Where `frame` goes."""
    return {
        "sentence": Output(Ids.SENTENCE, CONTENT),
        "freshness": Output(Ids.FRESHNESS, CONTENT),
        "pills": {key: Output(pill_id(key), CONTENT) for key in page.pills},
    }


def frame(state: State) -> dict[str, Any]:
    """What stands around every page: the sentence, the freshness, the faces of the pills."""
    return {
        "sentence": [
            *words(sentence_of(state)),
            *([_reset(state)] if state.page.pills else []),
        ],
        "freshness": _freshness(state),
        "pills": _pills(state),
    }


def sentence_of(state: State) -> Sequence[str]:
    """What is selected, in words."""
    if not state.page.pills:
        return (f"Everything loaded, in version {state.edition}. Filters of other pages do not apply here.",)
    words = sentence(state.view, state.table, state.dates, sorted(state.organic), monthly=state.page.monthly)
    return (*words, f" {state.page.rows} carry no dates and ignore the period.") if state.ignores_dates else words


def _reset(state: State) -> Component:
    return dcc.Link("Reset", href=state.page.destination.path, id=Ids.RESET, className="nm-link")


def _pills(state: State) -> dict[str, Any]:
    view = state.view
    chosen = {key for key, _ in view.chosen}
    faces = dict.fromkeys(state.page.pills) | (_dates(state, state.dates, chosen) if state.dates else {})
    for known in state.dimensions:
        members = view.many(known.key)
        faces[known.key] = pill_text(known.label, _chosen(members), in_force=bool(members))
    if state.page.blends:
        faces[BASIS] = pill_text(
            "Spend", "Paid only" if view.one(BASIS) == PAID else "Blended", in_force=BASIS in chosen
        )
    return faces


def _chosen(members: Sequence[str]) -> str:
    if not members:
        return "All"
    return listed(members) if len(members) <= NAMED else f"{len(members)} chosen"


def _dates(state: State, dates: Dates, chosen: Container[str]) -> dict[str, Any]:
    days = pill_text("", period_name(dates.period), in_force=PERIOD in chosen or FROM in chosen)
    if not state.page.compares:
        return {PERIOD: days}
    compared = dates.compared
    against = period_name(compared) if compared else COMPARE_WORDS[Comparison(state.view.one(COMPARE))]
    return {PERIOD: days, COMPARE: pill_text("vs", against, in_force=COMPARE in chosen)}


def _freshness(state: State) -> Component:
    failures = failed(state.snapshot.findings)
    checks = f"{failures} failed check{'s' if failures > 1 else ''}" if failures else "no checks failed"
    loaded, days = state.snapshot.loaded_at, _days(state)
    refused = pointer.refused(state.settings.state)
    return freshness(
        "warn" if failures or refused else "ok",
        f"Data to {day(days.end)}" if days else "No dates in the file",
        (
            f"Loaded {day(loaded.date())}, {loaded:%H:%M} UTC",
            f"{exact_count(_rows(state), state.currency)} rows, {checks}",
            f"Version {state.edition}",
            *([f"Newer files were not loaded: {refused}"] if refused else []),
        ),
    )


def _days(state: State) -> Period | None:
    """The days of the page; of one that looks at all of them, those of all that is loaded."""
    if state.dates:
        return state.dates.loaded
    return None if state.page.dated else state.snapshot.days


def _rows(state: State) -> int:
    """The rows of the page's table; of a page on all tables, of all that is loaded."""
    return state.snapshot.tables[state.table].rows if state.page.dated else state.snapshot.rows
