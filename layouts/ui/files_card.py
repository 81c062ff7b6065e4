"""The files that were read: what each was taken for, what became of its rows, and how that was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head


@dataclass(frozen=True)
class File:
    """A file in words: what it is, what became of its rows, what was decided and what is wrong with it.

    `more` is how many problems there are besides.
    """

    name: str
    kind: str
    rows: str
    decisions: Sequence[str]
    problems: Sequence[str]
    more: int = 0


def files_card(files: Sequence[File], rest: str) -> Component:
    """The card: a line a file, which opens; `rest` says how many are not listed, empty where all are."""
    return html.Section(
        [
            html.Div(
                head("The files, and how each was read", "Rows read are those loaded, rejected and skipped together")
            ),
            html.Div([_file(file) for file in files], className="nm-sources"),
            *([html.P(rest, className="nm-caption")] if rest else []),
        ],
        className="nm-card",
        **attributes(aria_label="Files"),
    )


def _file(file: File) -> Component:
    said = html.Summary([html.B(file.name), html.Span(file.kind), html.Span(file.rows)])
    more = [html.P(f"… and {file.more:,} more")] if file.more else []
    return html.Details([said, *_listed("Decided", file.decisions), *_listed("Problems", file.problems), *more])


def _listed(title: str, lines: Sequence[str]) -> list[Component]:
    return [html.P(title), html.Ul([html.Li(line) for line in lines])] if lines else []
