"""The overview's state on rows written in a test."""

from dataclasses import replace
from pathlib import Path

from callbacks.state import Context, State, open_state
from data.store import Store
from layouts.overview import PAGE
from settings import Settings
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows


def context_of(state: Path, **settings: object) -> Context:
    """What the callbacks share on a state folder."""
    return Context(replace(Settings(state=state), **settings), Store(state))  # type: ignore[arg-type]


def opened(state: Path, query: str = "", theme: str = "light", **settings: object) -> State:
    """The overview's state for a link, on what is published in the folder."""
    return open_state(context_of(state, **settings), PAGE, query, None, theme)


def on_rows(state: Path, query: str = "", rows: Rows = CAMPAIGN_ROWS) -> State:
    """The overview's state for a link on these campaign rows."""
    publish_rows(state, campaign_performance=rows)
    return opened(state, query)
