"""What every page has: its opening from a link, the filter bar, the sentence, the freshness."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import dash
from dash import ALL, ClientsideFunction, Dash, Input, Output
from dash import State as Given
from dash.development.base_component import Component
from flask import request

from analytics.numbers import day, exact_count
from analytics.periods import Comparison
from analytics.view import BASIS, COMPARE, PERIOD
from analytics.wording import PAID, listed, period_name, sentence
from callbacks.state import Context, MissingTableError, State, open_state
from data.store import NoSnapshot
from layouts.ui import notices
from layouts.ui.filter_bar import pill_text
from layouts.ui.ids import Ids, choice_id, nav_id, pill_id
from layouts.ui.missing import missing_table
from layouts.ui.page import Opening, Page
from layouts.ui.shell import freshness
from layouts.ui.theme import Theme
from layouts.ui.words import words

COMPARE_WORDS = {
    Comparison.PREVIOUS: "Previous period",
    Comparison.LAST_YEAR: "Same period last year",
    Comparison.NONE: "Nothing",
}


def register_page(
    app: Dash,
    context: Context,
    page: Page,
    layout: Callable[[Opening], Component],
    outputs: Mapping[str, Any],
    render: Callable[[State], Mapping[str, Any]],
) -> None:
    """Give a page its path, and fill it and what surrounds it in one request for every change of its view."""
    dash.register_page(
        page.destination.name,
        path=page.destination.path,
        name=page.destination.name,
        title=f"{page.destination.name} · {context.settings.brand}",
        layout=lambda **query: _open(context, page, layout, query),
    )

    @app.callback(
        output={"page": dict(outputs), "frame": _frame_outputs(page)},
        inputs={
            "query": Input(Ids.VIEW, "data"),
            "version": Input(Ids.VERSION, "data"),
            "theme": Input(Ids.THEME, "data"),
        },
    )
    def update(query: str | None, version: str | None, theme: str | None) -> dict[str, Any]:
        state = open_state(context, page, query or "", version, theme or Theme.LIGHT)
        return {"page": dict(render(state)), "frame": _frame(state)}


def register_link(app: Dash) -> None:
    """Tie the controls of whatever page is open to the link, in the browser."""
    app.clientside_callback(
        ClientsideFunction("link", "follow"),
        Output(Ids.VIEW, "data"),
        Input(choice_id(ALL), "value"),
        Given(choice_id(ALL), "id"),
        Given(Ids.RULES, "data"),
        Given(Ids.VIEW, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("link", "carry"),
        Output(nav_id(ALL, ALL), "href"),
        Input(Ids.VIEW, "data"),
        Given(nav_id(ALL, ALL), "id"),
    )
    app.clientside_callback(ClientsideFunction("version", "remember"), Input(Ids.VERSION, "data"))


def register_toggle(app: Dash, figure: str, key: str) -> None:
    """Let a click on a mark of a figure filter the page by it."""
    app.clientside_callback(
        ClientsideFunction("link", "toggle"),
        Output(figure, "clickData"),
        Input(figure, "clickData"),
        Given(choice_id(key), "id"),
        prevent_initial_call=True,
    )


def page_theme() -> Theme:
    """The theme that the reader's cookie asks for."""
    return Theme.parse(request.cookies.get(Ids.THEME))


def _open(context: Context, page: Page, layout: Callable[[Opening], Component], query: Mapping[str, Any]) -> Component:
    try:
        return layout(open_state(context, page, urlencode(query, doseq=True), None, page_theme()).opening)
    except NoSnapshot:
        return notices.loading_page()
    except MissingTableError as missing:
        return missing_table(page.destination.name, str(missing))


def _frame_outputs(page: Page) -> dict[str, Any]:
    keys = [PERIOD, COMPARE, *page.filters, *([BASIS] if page.blends else [])]
    return {
        "sentence": Output(Ids.SENTENCE, "children"),
        "freshness": Output(Ids.FRESHNESS, "children"),
        "pills": {key: Output(pill_id(key), "children") for key in keys},
    }


def _frame(state: State) -> dict[str, Any]:
    return {
        "sentence": words(sentence_of(state)),
        "freshness": _freshness(state),
        "pills": _pills(state),
    }


def sentence_of(state: State) -> Sequence[str]:
    """What is selected, in words."""
    return sentence(state.view, state.page.table, state.period, state.compared, state.loaded, sorted(state.organic))


def _pills(state: State) -> dict[str, Any]:
    view = state.view
    chosen = {key for key, _ in view.chosen}
    faces = {
        PERIOD: pill_text("", period_name(state.period), in_force=bool({PERIOD, "from"} & chosen)),
        COMPARE: pill_text("vs", _compared(state), in_force=COMPARE in chosen),
    }
    for known in state.page.dimensions:
        members = view.many(known.key)
        value = listed(members) if len(members) < 3 else f"{len(members)} of {len(_members(state, known.key))}"
        faces[known.key] = pill_text(known.label, value or "All", in_force=bool(members))
    if state.page.blends:
        faces[BASIS] = pill_text(
            "Spend", "Paid only" if view.one(BASIS) == PAID else "Blended", in_force=BASIS in chosen
        )
    return faces


def _members(state: State, key: str) -> Sequence[str]:
    column = next(known.columns[state.page.table] for known in state.page.dimensions if known.key == key)
    return state.snapshot.values(state.page.table, column)


def _compared(state: State) -> str:
    period = state.compared
    return period_name(period) if period else COMPARE_WORDS[Comparison(state.view.one(COMPARE))]


def _freshness(state: State) -> Component:
    table = state.snapshot.tables[state.page.table]
    problems = sum(known.problems for known in state.snapshot.tables.values())
    checks = f"{problems} failed check{'s' if problems > 1 else ''}" if problems else "no checks failed"
    loaded = state.snapshot.loaded_at
    return freshness(
        "warn" if problems else "ok",
        f"Data to {day(state.loaded.end)}",
        (
            f"Loaded {day(loaded.date())}, {loaded:%H:%M} UTC",
            f"{exact_count(table.rows, table.currency)} rows, {checks}",
            f"Version {state.snapshot.version}",
        ),
    )
