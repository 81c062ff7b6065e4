"""The overview's state on rows written in a test."""

from dataclasses import replace
from pathlib import Path

from callbacks.opening import open_state
from callbacks.state import Context, State
from data.store import Store
from layouts.overview import PAGE
from layouts.ui.icons import Icon
from layouts.ui.page import Page
from layouts.ui.shell import Destination
from settings import Settings
from tests.analytics.frames import period
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


LOADED = period("2024-01-01", "2024-02-29")
PRODUCT_ROWS = ({"product_id": "P1", "category": "Home", "region": "North", "sales": "5", "year": 2024},)
CUSTOMERS = Page(
    Destination("/x", "Example", "Example", Icon.BARS), "Who?", "customer_data", ("region",), instead=("funnel_data",)
)


def revenue(state: State, whole: str = "") -> dict[str, float]:
    """The revenue in view of each channel."""
    now = state.facts(("revenue",), ("channel",), whole=whole).now
    return {str(name): float(total) for name, total in now.groupby("channel")["revenue"].sum().items()}
