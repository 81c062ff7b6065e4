"""Trains on the published leads as a job, where that is allowed, and says how far it is."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, ctx, no_update
from dash import State as Given
from dash.exceptions import PreventUpdate

from callbacks.state import Context
from data import jobs, pointer, training
from data.jobs import Busy, Status
from data.pointer import NoSnapshot
from layouts.leads import PAGE, Ids
from layouts.ui.ids import asked_id
from layouts.ui.still import CONTENT
from layouts.ui.training_card import AGAIN, START, Past, Progress, permission, said, told

BUTTON, CLOCK, DONE = (f"{Ids.TRAINING}-{part}" for part in ("start", "clock", "done"))
OFF = "Starting a training from this page is switched off."
Answer = Mapping[str, Any]


def register_training(app: Dash, context: Context) -> None:
    """Fill the card whenever the page is filled, on a click, and every other second while the job runs."""

    @app.callback(
        output={
            "head": Output(f"{Ids.TRAINING}-head", CONTENT),
            "said": Output(f"{Ids.TRAINING}-said", CONTENT),
            "permission": Output(f"{Ids.TRAINING}-permission", CONTENT),
            "hidden": Output(BUTTON, "hidden"),
            "busy": Output(BUTTON, "aria-disabled"),
            "label": Output(BUTTON, "children"),
            "resting": Output(CLOCK, "disabled"),
            "done": Output(DONE, "data"),
        },
        inputs={
            "clicks": Input(BUTTON, "n_clicks"),
            "ticks": Input(CLOCK, "n_intervals"),
            "asked": Input(asked_id(PAGE.destination.path), "data"),
        },
        prevent_initial_call=True,
    )
    def follow(clicks: object, ticks: object, asked: object) -> Answer:
        refusal = start(context) if ctx.triggered_id == BUTTON and clicks else ""
        return answer(context, refusal, waited=ctx.triggered_id == CLOCK)

    app.clientside_callback(
        ClientsideFunction("training", "refill"),
        Input(DONE, "data"),
        Given(asked_id(PAGE.destination.path), "data"),
        Given(asked_id(PAGE.destination.path), "id"),
    )


def start(context: Context) -> str:
    """Start the job; the answer is why it was not started, empty where it was."""
    if not context.settings.training:
        return OFF
    try:
        jobs.start([training.COMMAND], context.settings.state)
    except Busy as busy:
        return f"{str(busy).capitalize()}."
    return ""


def answer(context: Context, refusal: str, *, waited: bool) -> Answer:
    """The card as things stand; where the job that was `waited` for has ended well, that it is done."""
    past, job = _past(context), _job(context)
    running = job is not None and job.running
    progress = Progress(job.doing, job.done, job.of) if job and running else None
    ended = job.ended.isoformat() if job and job.ended and job.result else None
    return {
        "head": told(past, context.settings.currency),
        "said": said(progress, refusal or _trouble(job, past)),
        "permission": permission(context.settings.training),
        "hidden": not context.settings.training,
        "busy": str(running).lower(),
        "label": AGAIN if past else START,
        "resting": not running,
        "done": ended if waited and ended else no_update,
    }


def _past(context: Context) -> Past | None:
    """What was trained on the version in force: that is what a job trains on, even while the page shows the last."""
    try:
        trained = context.store.snapshot(pointer.current(context.settings.state)).trained
    except NoSnapshot:
        raise PreventUpdate from None
    if trained is None:
        return None
    about = trained.about
    return Past(about.trained_at, about.leads, about.known, about.silent)


def _job(context: Context) -> Status | None:
    """The last training; None where there was none."""
    job = jobs.status(context.settings.state)
    return job if job and job.command == training.COMMAND else None


def _trouble(job: Status | None, past: Past | None) -> str:
    """What went wrong with the last training, where none has gone well since."""
    if job is None or job.ended is None or not job.error or (past and past.when > job.ended):
        return ""
    return f"The last training did not finish. {job.error[:1].upper()}{job.error[1:].rstrip('.')}."
