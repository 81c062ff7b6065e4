"""What the buttons of the Data page do, each as a job where it takes long, where that is allowed."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from callbacks.state import Context
from callbacks.upload_form import source
from callbacks.upload_parts import ROLL_BACK, publishes
from data import jobs
from data.intake import ACCEPT, PREVIEW, previewed
from data.jobs import Busy
from data.problem import Unusable
from data.uploads import uploads

OFF = "Bringing in files from this page is switched off."


def act(context: Context, asked: object) -> str:
    """Do what the browser asks for; the answer is why it was not done, empty where it was."""
    verb, name, given, *_ = [*asked.split("\n"), "", "", ""] if isinstance(asked, str) else ("", "", "")
    if not context.settings.uploads:
        return OFF
    try:
        ACTIONS.get(verb, _nothing)(context, name, given)
    except Busy as busy:
        return f"{str(busy).capitalize()}."
    except Unusable as wrong:
        return str(wrong.problem).replace("file: ", "", 1)
    return ""


def begin(context: Context, command: str) -> None:
    """Start a job; raises Busy."""
    jobs.start([command], context.settings.state)


def _check(context: Context, name: str, given: str) -> None:
    if uploads(context.settings).held().changes:
        begin(context, PREVIEW)


def _arrived(context: Context, name: str, given: str) -> None:
    # Where another job is in the way, the clock of the page tries again.
    with suppress(Busy):
        _check(context, name, given)


def _remove(context: Context, name: str, given: str) -> None:
    _refuse_while_publishing(context)
    uploads(context.settings).remove(name)
    _arrived(context, name, given)


def _discard(context: Context, name: str, given: str) -> None:
    _refuse_while_publishing(context)
    uploads(context.settings).discard()


def _say(context: Context, name: str, given: str) -> None:
    found = previewed(context.settings)
    if found and name in found.headings:
        uploads(context.settings).declare(source(name, given, found.headings[name]))
        _arrived(context, name, given)


def _nothing(context: Context, name: str, given: str) -> None:
    """What nobody asks for."""


def _refuse_while_publishing(context: Context) -> None:
    if publishes(jobs.status(context.settings.state)):
        raise Busy("your files are being published; wait until that is done")


ACTIONS: Mapping[str, Callable[[Context, str, str], None]] = {
    "arrived": _arrived,
    "check": _check,
    "publish": lambda context, *_: begin(context, ACCEPT),
    "discard": _discard,
    "remove": _remove,
    "say": _say,
    "back": lambda context, *_: begin(context, ROLL_BACK),
}
