"""The quality report: what each check found, what it means, and the rows behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.icons import Icon, icon

ROWS = "Rows (CSV)"
KINDS = {"wrong": "Cannot be right", "look": "Worth a look", "told": "Good to know"}


@dataclass(frozen=True)
class Found:
    """What a check found in one table: how many in words, the first in words, and the address of its rows."""

    table: str
    count: str
    example: str
    href: str


@dataclass(frozen=True)
class Reported:
    """A check that found something: its weight (a key of KINDS), title, what it means and what to do, and where."""

    weight: str
    title: str
    help: str
    found: Sequence[Found]


@dataclass(frozen=True)
class Report:
    """All checks: those that found something, those that did not as (title, of how many), and those not made."""

    reported: Sequence[Reported]
    passed: Sequence[tuple[str, str]]
    unmade: Sequence[str]


def quality_card(report: Report) -> Component:
    """The card: what was found first, most important first, then quietly what was not."""
    caption = "Checked when the files were published; nothing is changed or left out because of it"
    return html.Section(
        [
            html.Div(head(_title(report), caption)),
            *(
                [html.Ul([_reported(one) for one in report.reported], className="nm-findings")]
                if report.reported
                else []
            ),
            *_quiet(report),
        ],
        className="nm-card",
        **attributes(aria_label="Quality report"),
    )


def checks(count: int) -> str:
    """So many checks, in words."""
    return f"{count} check" if count == 1 else f"{count} checks"


def findings(count: int) -> str:
    """So many findings, in words."""
    return f"{count} finding" if count == 1 else f"{count} findings"


def _title(report: Report) -> str:
    if not report.reported:
        return f"{checks(len(report.passed))} made, nothing found"
    return f"{checks(len(report.reported))} found something, {len(report.passed)} found nothing"


def _reported(one: Reported) -> Component:
    kind = html.P([html.Span(className=f"nm-dot nm-dot-{one.weight}"), KINDS[one.weight]], className="nm-insight-kind")
    where = html.Ul([_found(one.title, found) for found in one.found], className="nm-found")
    return html.Li([html.Div([kind, html.H3(one.title), html.P(one.help)], className="nm-finding"), where])


def _found(title: str, found: Found) -> Component:
    words = [html.B(f"{found.table}: {found.count}"), html.Span(found.example)]
    label = attributes(aria_label=f"{ROWS} of “{title}” in {found.table}")
    link = html.A([icon(Icon.DOWNLOAD), html.Span(ROWS)], href=found.href, className="nm-link nm-download", **label)
    return html.Li([html.P(words), link])


def _quiet(report: Report) -> list[Component]:
    passed = [html.Li([html.Span(title), html.Span(count)]) for title, count in report.passed]
    unmade = [html.Li([html.Span(title), html.Span("not made")]) for title in report.unmade]
    said = f"{checks(len(passed))} found nothing" + (f", {len(unmade)} could not be made" if unmade else "")
    why = [html.P("Not made: the files do not report what it compares, or no version before this one has these days.")]
    listed = html.Ul([*passed, *unmade], className="nm-passed")
    return [html.Details([html.Summary(said), listed, *(why if unmade else [])], className="nm-silent")]
