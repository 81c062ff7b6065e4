"""What publishing would load: each file as it was understood, its totals to compare, and what is in the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.upload_card import press

SHOWN = 20
NOT_REPORTED = "not reported"
COMPARE = "Set these totals beside those of the platform's own screen."


@dataclass(frozen=True)
class Understood:
    """A file in words: what it was taken for, facts and totals as (name, value), and how it was read.

    A total that the file does not report is None. `obstacle` says why it is not loaded. Only some of the `problems`
    are shown; `rejected` is where their rows are. `form` is what assets/mapping.js makes the form of by which a reader
    says how the file is to be read.
    """

    name: str
    kind: str
    facts: Sequence[tuple[str, str]] = ()
    totals: Sequence[tuple[str, str | None]] = ()
    decisions: Sequence[str] = ()
    problems: Sequence[str] = ()
    rejected: str = ""
    obstacle: str = ""
    form: str = ""


def preview(
    files: Sequence[Understood], verdict: str, obstacles: Sequence[str], notes: Sequence[str], *, publishable: bool
) -> list[Component]:
    """The verdict with what is in the way, the files, what else changes, and the two buttons."""
    return [
        html.H3(verdict),
        *([html.Ul([html.Li(each) for each in obstacles], className="nm-obstacles")] if obstacles else []),
        *(html.P(note) for note in notes),
        *(_file(file) for file in files),
        html.Div(
            [press("Publish", "publish", kind="nm-start", off=not publishable), press("Discard", "discard")],
            className="nm-decide",
        ),
    ]


def _file(file: Understood) -> Component:
    taken = press("Leave out", "remove", file.name, hint=f"Leave out {file.name}")
    return html.Article(
        [
            html.Header([html.Div([html.H4(file.name), html.P(file.kind, className="nm-caption")]), taken]),
            *([html.P(file.obstacle, className="nm-bad")] if file.obstacle else []),
            *([_form(file)] if file.form else []),
            *([_pairs(file.facts)] if file.facts else []),
            html.Div([*_totals(file), html.Div([*_problems(file), *_read(file)])], className="nm-understood-body"),
        ],
        className="nm-understood",
    )


def _form(file: Understood) -> Component:
    place = html.Div(className="nm-mapping", **attributes(data_file=file.name, data_form=file.form))
    return html.Details([html.Summary("Say how to read it", className="nm-link"), place])


def _pairs(facts: Sequence[tuple[str, str]]) -> Component:
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts], className="nm-pairs")


def _totals(file: Understood) -> list[Component]:
    if not file.totals:
        return []
    rows = [html.Tr([html.Th(name, scope="row"), _total(value)]) for name, value in file.totals]
    caption = html.Caption(f"Totals of {file.name}", className="nm-sr")
    table = html.Table([caption, html.Tbody(rows)], className="nm-totals")
    return [html.Div([html.H5("Totals"), html.P(COMPARE, className="nm-caption"), table])]


def _total(value: str | None) -> Component:
    return html.Td(value) if value else html.Td(NOT_REPORTED, className="nm-absent")


def _read(file: Understood) -> list[Component]:
    if not file.decisions:
        return []
    return [html.H5("How it was read"), html.Ul([html.Li(line) for line in file.decisions])]


def _problems(file: Understood) -> list[Component]:
    if not file.problems:
        return []
    more = len(file.problems) - SHOWN
    shown = [*file.problems[:SHOWN], *([f"and {more:,} more"] if more > 0 else [])]
    link = html.P(html.A("Rejected rows (CSV)", href=file.rejected, className="nm-link"))
    listed = html.Ul([html.Li(line) for line in shown])
    return [html.H5("What is wrong in it"), listed, *([link] if file.rejected else [])]
