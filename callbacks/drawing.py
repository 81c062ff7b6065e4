"""How a page's state is drawn."""

from analytics.wording import BLENDED, PAID
from callbacks.frame import sentence_of
from callbacks.state import CHANNEL, State
from layouts.ui.drawing import Drawing
from layouts.ui.theme import channel_colours, tokens


def drawing(state: State) -> Drawing:
    """The colours, currency and words of a page in a state."""
    channels = state.snapshot.values(state.table, state.channel) if CHANNEL in state.page.columns(state.table) else ()
    return Drawing(
        colours=tokens(state.theme, state.settings.accent),
        channels=channel_colours(channels, state.theme),
        currency=state.currency,
        basis=PAID if state.paid_only else BLENDED,
        brand=state.settings.brand,
        about=("".join(sentence_of(state)), f"{state.settings.brand}, data version {state.edition}"),
        gross_margin=state.settings.gross_margin,
    )
