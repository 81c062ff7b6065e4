"""What was trained on the leads, and the button that trains on them: a card that follows the job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dash import dcc, html
from dash.development.base_component import Component

from analytics.numbers import day, exact_count
from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.still import Still

TITLE, START, AGAIN = "Train and compare", "Train on these leads", "Train again on these leads"
COMMAND = "python -m data train"
WHICH = "all leads that report an outcome, of more than 50,000 an even part"
EVERY_MS = 2_000


@dataclass(frozen=True)
class Past:
    """What was trained on this version: when (UTC), on how many leads of those with an outcome, how many without."""

    when: datetime
    leads: int
    known: int
    silent: int


@dataclass(frozen=True)
class Progress:
    """A training under way: what was done last, how many steps are, and of how many."""

    doing: str
    done: int
    of: int


def training_card(name: str) -> Component:
    """The card `name`, its button, and the clock that asks how far the job is while there is one."""
    waiting = html.Div(head(TITLE, "Reading what was trained…"), className="nm-waiting")
    button = html.Button(START, id=f"{name}-start", type="button", className="nm-start", hidden=True)
    return html.Section(
        [
            Still(waiting, id=f"{name}-head"),
            Still(id=f"{name}-said", className="nm-training-said", role="status", **attributes(aria_live="polite")),
            button,
            Still(id=f"{name}-permission", className="nm-training-foot"),
            dcc.Interval(id=f"{name}-clock", interval=EVERY_MS, disabled=True),
            dcc.Store(id=f"{name}-done"),
        ],
        className="nm-card nm-training",
        **attributes(aria_label=TITLE),
    )


def told(past: Past | None, currency: str) -> list[Component]:
    """The card's head: what was trained, when, on how many leads, how many were left out."""
    what = "A logistic regression and boosted trees, fitted to the leads of the file, to set beside the supplied score"
    return [*head(TITLE, what), html.P(_past(past, currency), className="nm-training-past")]


def said(progress: Progress | None, trouble: str) -> Sequence[Component]:
    """How far the job is, or what went wrong with it."""
    if progress:
        return [html.P(_step(progress)), _bar(progress)]
    return [html.P(trouble)] if trouble else []


def permission(allowed: bool) -> Component:
    """What stands below: what the button trains on, or how it is allowed and what does the same without it."""
    if allowed:
        return html.P(f"Uses {WHICH}, whatever is filtered here.")
    return html.P(
        [
            "Starting from here is switched off: ",
            html.Code("NOVAMART_TRAINING=on"),
            " allows it where there is memory for it. On the server ",
            html.Code(COMMAND),
            f" does the same. It uses {WHICH}.",
        ]
    )


def _past(past: Past | None, currency: str) -> str:
    if past is None:
        return "Nothing has been trained on this data yet."
    trained, known, silent = (exact_count(count, currency) for count in (past.leads, past.known, past.silent))
    whole = f" of {known} leads, chosen evenly" if past.leads < past.known else " leads"
    left = f"Left out: {silent} without an outcome." if past.silent else "Every lead reports an outcome."
    return f"Trained {day(past.when.date())}, {past.when:%H:%M} UTC, on {trained}{whole}. {left}"


def _step(progress: Progress) -> str:
    if not progress.of:
        return "Reading the leads…"
    return f"Fitting: {progress.doing}, {progress.done} of {progress.of}"


def _bar(progress: Progress) -> Component:
    share = progress.done / progress.of if progress.of else 0
    return html.Div(
        html.Div(style={"width": f"{100 * share:.0f}%"}), className="nm-progress", **attributes(aria_hidden="true")
    )
