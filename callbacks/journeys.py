"""The journeys in view, and the charts that are drawn from them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from analytics.credit_intervals import Certainty, certainty
from analytics.credits import CONVERSIONS, VALUE, Credits, credits_of
from analytics.journey_flow import flow
from analytics.metrics import metric
from analytics.offers import OFFERS, Offer, offer
from analytics.paths import Paths
from analytics.periods import Period
from callbacks.drawing import drawing
from callbacks.loaded import shares
from callbacks.state import CHANNEL, State
from data.journey_facts import JourneyFacts
from data.tables.journeys import JOURNEYS, PATHS
from layouts.attribution import CREDIT, MODEL, MODELS, SHOWN, WITHOUT, Ids
from layouts.ui.credit_card import Look, credit_card
from layouts.ui.drawing import Drawing
from layouts.ui.flow_card import flow_card
from layouts.ui.missing import needs
from layouts.ui.models_card import Shown, models_card
from layouts.ui.shares_card import shares_card
from layouts.ui.theme import channel_colours

WAITING = {
    Ids.CREDIT: "Who earns the credit?",
    Ids.MODELS: "What does each model credit?",
    Ids.SHARES: "Who shares the credit?",
    Ids.FLOW: "How do journeys run?",
}


@dataclass(frozen=True)
class Journeys:
    """The journeys of a state: those of its months and first touches, without the channels left out."""

    state: State
    facts: JourneyFacts

    @property
    def without(self) -> tuple[str, ...]:
        """The channels left out, as far as the journeys have them."""
        return tuple(name for name in self.state.view.many(WITHOUT) if name in self.facts.channels)

    @property
    def first(self) -> tuple[str, ...]:
        """The first touches that the page is filtered by; none where its filter stands on another table."""
        return self.state.view.many(CHANNEL) if self._filtered else ()

    @property
    def whole(self) -> bool:
        """Whether no journey or touch is left out but for its month, as supplied shares are taken to be."""
        return not self.first and not self.without

    @property
    def days(self) -> Period | None:
        """The days in view; None where the journeys carry no times."""
        return self.state.period if self.facts.days else None

    @property
    def chosen(self) -> Offer:
        """The model looked at."""
        return offer(self.state.view.one(MODEL))

    @property
    def members(self) -> tuple[str, ...]:
        """The first touches that the page may be filtered by."""
        return self.state.snapshot.values(self.state.table, self.state.channel) if self._filtered else ()

    @property
    def what(self) -> str:
        """Whether credit is counted in conversions or, where the journeys report it, in value."""
        return VALUE if self.facts.valued and self.state.view.one(CREDIT) == VALUE else CONVERSIONS

    @property
    def drawing(self) -> Drawing:
        """How they are drawn: a colour for each of their channels."""
        colours = channel_colours(self.facts.channels, self.state.theme)
        return replace(drawing(self.state), channels=colours)

    @cached_property
    def credits(self) -> Credits:
        """What the models to be shown give, the one looked at among them."""
        keys = {self.chosen.key, *self.state.view.many(MODELS)}
        return credits_of(self.paths, [known for known in OFFERS if known.key in keys])

    def paths(self, half_life: int | None = None) -> Paths:
        """The paths they took."""
        return self._taken if half_life is None else self._read(half_life)

    def certain(self) -> Certainty:
        """How sure the shares of the model looked at are."""
        known = self.chosen
        reason = self.credits.reasons.get(known.key)
        return Certainty({}, reason=reason) if reason else certainty(self.paths(known.half_life), known, self.what)

    @cached_property
    def _taken(self) -> Paths:
        return self._read(None)

    def _read(self, half_life: int | None) -> Paths:
        return self.state.snapshot.paths(half_life, (self.days,) if self.days else (), self.first, self.without)

    @property
    def _filtered(self) -> bool:
        return self.state.table == self.facts.table


def journeys(state: State) -> Journeys | None:
    """The journeys in view; None where neither of their tables is loaded."""
    facts = state.snapshot.journeys
    return Journeys(state, facts) if facts else None


def credit(state: State) -> Mapping[str, Any]:
    """The credit of each channel under the model looked at, with its interval and the range of all models."""
    found = journeys(state)
    if found is None:
        return needs(WAITING[Ids.CREDIT], JOURNEYS.name, PATHS.name)
    look = Look(found.chosen, found.what, found.days, found.paths().has_nulls, found.members, found.first)
    return credit_card(found.credits, look, found.certain(), shares(state), found.drawing)


def charts(found: Journeys | None) -> dict[str, Any]:
    """The other charts that are drawn from journeys."""
    if found is None:
        return {name: needs(title, JOURNEYS.name, PATHS.name) for name, title in WAITING.items() if name != Ids.CREDIT}
    drawn, known = found.drawing, found.chosen
    amounts = found.credits.of(found.what).get(known.key, pd.Series(dtype=float))
    reason = found.credits.reasons.get(known.key, "")
    measure = metric("revenue" if found.what == VALUE else "conversions")
    shown = Shown(found.state.view.one(SHOWN))
    return {
        Ids.MODELS: models_card(
            found.credits, shares(found.state), shown, drawn, found.days, what=found.what, whole=found.whole
        ),
        Ids.SHARES: shares_card(amounts, measure, known.label, drawn, found.days, reason, found.members),
        Ids.FLOW: flow_card(flow(found.paths()), drawn, found.days),
    }
