"""Checks, publishes and takes out what readers bring in, and goes back, each as a job, where that is allowed."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, ctx, no_update

from callbacks.state import Context
from callbacks.upload_actions import act, begin
from callbacks.upload_parts import DOING, brought, preview, said
from callbacks.upload_route import register_route
from callbacks.upload_words import versions
from data import jobs
from data.intake import ACCEPT, PREVIEW, previewed
from data.jobs import Busy
from data.sources import SUFFIXES
from data.uploads import uploads
from layouts.data import PAGE, Ids
from layouts.ui import upload_card
from layouts.ui.ids import asked_id
from layouts.ui.still import CONTENT
from layouts.ui.versions_card import versions_card
from web.uploads import token

ASKED, CLOCK, PARTS = f"{Ids.UPLOAD}-asked", f"{Ids.UPLOAD}-clock", ("words", "said", "preview", "files")
Answer = Mapping[str, Any]


def register_upload(app: Dash, context: Context) -> None:
    """Fill both cards with the page, when the browser asks for something, and every second while a job runs."""
    register_route(app, context)

    @app.callback(
        output={
            **{part: Output(f"{Ids.UPLOAD}-{part}", CONTENT) for part in PARTS},
            "hidden": Output(f"{Ids.UPLOAD}-zone", "hidden"),
            "token": Output(f"{Ids.UPLOAD}-token", "data"),
            "resting": Output(CLOCK, "disabled"),
            "versions": Output(Ids.VERSIONS, CONTENT),
        },
        inputs={
            "asked": Input(ASKED, "data"),
            "ticks": Input(CLOCK, "n_intervals"),
            "page": Input(asked_id(PAGE.destination.path), "data"),
        },
        prevent_initial_call=True,
    )
    def follow(asked: object, ticks: object, page: object) -> Answer:
        refusal = act(context, asked) if ctx.triggered_id == ASKED else ""
        return answer(context, refusal, filling=ctx.triggered_id not in (ASKED, CLOCK))

    app.clientside_callback(
        ClientsideFunction("upload", "ready"),
        Input(f"{Ids.UPLOAD}-token", "data"),
        Input(f"{Ids.UPLOAD}-field", "id"),
    )
    app.clientside_callback(ClientsideFunction("upload", "settle"), Input(f"{Ids.UPLOAD}-preview", CONTENT))


def answer(context: Context, refusal: str, *, filling: bool) -> Answer:
    """Both cards as things stand; what waits and was not checked yet is checked as soon as no job is in the way."""
    settings = context.settings
    held, found = uploads(settings).held(), previewed(settings)
    waits = settings.uploads and held.changes and not found and not _stuck(context)
    delay = _try(context) if waits else ""
    job = jobs.status(settings.state)
    running = job.command if job and job.running else None
    allowed = settings.uploads and running != ACCEPT
    return {
        "words": upload_card.invitation(SUFFIXES, settings.upload_mb),
        "said": said(job, held, refusal or delay) if settings.uploads else upload_card.switched_off(),
        "preview": preview(context, held, found, stuck=_stuck(context)) if allowed and held.changes else [],
        "files": brought(settings.state, held, allowed=allowed),
        "hidden": not settings.uploads,
        "token": token() if settings.uploads and filling else no_update,
        "resting": not waits and running not in DOING,
        "versions": versions_card(versions(context), allowed=settings.uploads, busy=running is not None),
    }


def _try(context: Context) -> str:
    try:
        begin(context, PREVIEW)
    except Busy:
        job = jobs.status(context.settings.state)
        return "" if job and job.command in DOING else "Another job is running. Your files are checked when it is done."
    return ""


def _stuck(context: Context) -> bool:
    """Whether the last check ended without a result: it is not tried again unless somebody asks."""
    job = jobs.status(context.settings.state)
    return job is not None and job.command == PREVIEW and bool(job.error)
