"""Where one's own files come in: a zone to drop them on, how far things are, a preview, and what was brought in."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.still import Still

TITLE = "Bring your own data"
CAPTION = "Nothing is published before you have seen how your files were read"
EVERY_MS = 1_000
COMMAND = "python -m data publish FOLDER"
BACK = "A version before is in force, which need not have all of these. The next publication loads them."


def upload_card(name: str) -> Component:
    """The card `name`; assets/upload.js puts the field into its zone, sends the files and answers the buttons."""
    return html.Section(
        [
            html.Div(head(TITLE, CAPTION)),
            html.Label(
                [html.Span(id=f"{name}-field"), Still(id=f"{name}-words", tag="span", className="nm-dropzone-words")],
                id=f"{name}-zone",
                className="nm-dropzone",
                hidden=True,
            ),
            html.Div(id=f"{name}-sending", className="nm-sending", **attributes(aria_live="polite")),
            Still(id=f"{name}-said", className="nm-sending", role="status", **attributes(aria_live="polite")),
            Still(id=f"{name}-preview", className="nm-preview"),
            Still(id=f"{name}-files", className="nm-brought"),
            dcc.Interval(id=f"{name}-clock", interval=EVERY_MS, disabled=True),
            dcc.Store(id=f"{name}-asked"),
            dcc.Store(id=f"{name}-token"),
        ],
        id=name,
        className="nm-card nm-upload",
        tabIndex="-1",
        **attributes(aria_label=TITLE),
    )


def invitation(kinds: Sequence[str], most: int) -> list[Component]:
    """What stands in the zone: the kinds of file that are taken, each of at most so many megabytes."""
    return [
        html.Span([html.B("Choose files", className="nm-link"), " or drop them here"]),
        html.Span(f"{', '.join(kinds[:-1])} or {kinds[-1]}, at most {most:,} MB each", className="nm-caption"),
    ]


def said(words: str, done: int | None = None, of: int = 0, *, trouble: bool = False) -> list[Component]:
    """A sentence, and a bar below it where something is under way; without steps it only moves."""
    sentence = html.P(words, className="nm-bad" if trouble else None)
    if done is None:
        return [sentence] if words else []
    steps: dict[str, Any] = {"value": str(done), "max": str(of)} if of else {}
    return [sentence, html.Progress(className="nm-way", **steps, **attributes(aria_label=words))]


def switched_off() -> Component:
    """How bringing in files is allowed, and what does the same without it."""
    return html.P(
        [
            "Bringing in files from this page is switched off: ",
            html.Code("NOVAMART_UPLOADS=on"),
            " allows it. On the server ",
            html.Code(COMMAND),
            " publishes a folder.",
        ],
        className="nm-caption",
    )


def brought(
    files: Sequence[tuple[str, str]], leaving: Sequence[str], *, allowed: bool, back: bool = False
) -> list[Component]:
    """The files that are published, each as (name, when it came), with a button that takes it out.

    `back` says that a version before is in force, which need not have them.
    """
    if not files:
        return []
    return [
        html.H3("Brought in"),
        *([html.P(BACK, className="nm-caption")] if back else []),
        html.Ul([_file(name, when, name in leaving, allowed) for name, when in files], className="nm-files"),
    ]


def press(
    words: str, verb: str, name: str = "", *, kind: str = "nm-quiet", off: bool = False, hint: str = ""
) -> Component:
    """A button that assets/upload.js answers: what it does, and to which file."""
    told = {"aria_label": hint} if hint else {}
    given = attributes(data_upload=verb, data_file=name, aria_disabled=str(off).lower(), **told)
    return html.Button(words, type="button", className=kind, **given)


def _file(name: str, when: str, leaving: bool, allowed: bool) -> Component:
    out = "leaves with the next publication" if leaving else when
    remove = [press("Remove", "remove", name, hint=f"Remove {name}")] if allowed and not leaving else []
    return html.Li([html.Span(name, className="nm-file-name"), html.Span(out, className="nm-caption"), *remove])
