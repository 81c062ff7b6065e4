"""The versions that are kept, and the way back to the one before."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.table import Heading, Row, table
from layouts.ui.upload_card import press

TITLE = "Versions"
CAPTION = "The last two are kept"
HEADINGS = (
    Heading("Loaded", number=False),
    Heading("Version", number=False),
    Heading("Data to", number=False),
    Heading("Rows"),
    Heading("Files"),
    Heading("State", number=False),
)
COMMAND = "python -m data rollback"
ENSUES = (
    "Every open page moves to it by itself. It stays in force, also after a restart, until something is published or a "
    "file changes. Files that were brought in are kept, and the next publication loads them again: remove those that "
    "are wrong."
)


@dataclass(frozen=True)
class Version:
    """A version in words: when it was loaded, its edition, its newest day, its rows and files."""

    loaded: str
    edition: str
    newest: str
    rows: str
    files: str


def versions_card(kept: Sequence[Version], *, allowed: bool, busy: bool) -> Component:
    """The versions, the one in force first, and below them the way back where there is one."""
    rows = [_row(version, "in force" if place == 0 else "") for place, version in enumerate(kept)]
    back = [_back(kept[1], allowed, busy)] if len(kept) > 1 else []
    return html.Section(
        [
            html.Div(html.Div(head(TITLE, CAPTION)), className="nm-listing-head"),
            table(TITLE, HEADINGS, rows, ()),
            *back,
        ],
        className="nm-card nm-listing nm-versions",
        **attributes(aria_label=TITLE),
    )


def _row(version: Version, state: str) -> Row:
    return Row(version.loaded, "", (version.edition, version.newest, version.rows, version.files, state))


def _back(before: Version, allowed: bool, busy: bool) -> Component:
    if not allowed:
        return html.P(["On the server ", html.Code(COMMAND), " goes back to the one before."], className="nm-caption")
    words = html.P([f"The version loaded {before.loaded} is served again. ", ENSUES])
    sure = press("Go back now", "back", kind="nm-start", off=busy)
    return html.Details([html.Summary("Go back to the version before…", className="nm-link"), words, sure])
