"""Takes the files that readers bring in, and gives back the rows that were rejected."""

from collections.abc import Mapping
from functools import partial

from dash import Dash
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge, UnsupportedMediaType

from callbacks.state import Context
from data.arrivals import Incomplete, NoRoom, Refusal, TooMuch, WrongKind
from data.intake import rejected_rows
from data.uploads import uploads
from web.uploads import InsufficientStorage, Stream, install

REFUSED: Mapping[type[Refusal], type[HTTPException]] = {
    Incomplete: BadRequest,
    WrongKind: UnsupportedMediaType,
    TooMuch: RequestEntityTooLarge,
    NoRoom: InsufficientStorage,
}


def register_route(app: Dash, context: Context) -> None:
    """Let files stream into the state, where that is allowed."""

    def receive(name: str, size: int, stream: Stream) -> str:
        try:
            return uploads(context.settings).receive(name, size, stream)
        except Refusal as refusal:
            raise REFUSED[type(refusal)](str(refusal)) from refusal

    install(app.server, context.settings, receive, partial(rejected_rows, context.settings))
