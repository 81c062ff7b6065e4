"""What the lead-scoring page is computed from, each once."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analytics.classifier import Profit, expected_profit, slices, youden
from analytics.lead_evidence import Model
from analytics.lead_ranks import LEAD, ranked, spanned
from analytics.lead_rivals import Rival, Rivals
from analytics.lead_thresholds import Terms, as_supplied, nearest, thresholds
from analytics.leads import ACTUAL, CLASS, SCORE, Leads
from callbacks.lead_trained import learning, rivals_in_view
from callbacks.state import State
from data.query import ROWS, Query
from layouts.leads import PAGE
from layouts.ui.lead_choices import CALL, CAPACITY, NOUNS, TOP, WIN
from layouts.ui.lead_table import WORDS

SCORES = PAGE.table
SEPARATES, SUPPLIED, EARNS = "Best by Youden", "As supplied", "Best by profit"
BOTH = ("true", "false")
ALL, HALF = "all", 0.5


@dataclass(frozen=True)
class Scored:
    """The scored leads of a state, which has some."""

    state: State

    @cached_property
    def leads(self) -> Leads:
        """The leads in view."""
        return _leads(self.state, (CLASS,))

    @cached_property
    def terms(self) -> Terms:
        """What a call costs, a buyer brings, and how many can be called."""
        call, win, capacity = (self.state.view.one(key) for key in (CALL, WIN, CAPACITY))
        return Terms(float(call), float(win), int(capacity) if capacity else None)

    @cached_property
    def points(self) -> pd.DataFrame | None:
        """What each threshold does; None where scores are no probabilities."""
        return None if self.leads.improbable else thresholds(self.leads, self.terms)

    @cached_property
    def profit(self) -> Profit:
        """What calling the best leads is expected to earn."""
        terms = self.terms
        return expected_profit(**self.leads.columns, win=terms.win, call=terms.call, capacity=terms.capacity)

    @cached_property
    def best(self) -> Mapping[str, float | None]:
        """The thresholds that are best by something, on the scale; None where there is none."""
        if self.points is None:
            return dict.fromkeys((SEPARATES, SUPPLIED, EARNS))
        return {
            SEPARATES: nearest(youden(**self.leads.columns).threshold),
            SUPPLIED: as_supplied(self.leads.supplied),
            EARNS: nearest(self.profit.threshold),
        }

    @cached_property
    def rivals(self) -> Rivals | None:
        """The baselines on the leads in view, and the supplied score on the same; None without any."""
        return rivals_in_view(self.state)

    @property
    def baselines(self) -> Sequence[Rival]:
        """The baselines alone."""
        return self.rivals.baselines if self.rivals else ()

    @property
    def called(self) -> int:
        """How many leads to call: as many as entered, else as many as earn most."""
        asked = self.state.view.one(TOP)
        return min(int(asked), self.leads.total) if asked else self.profit.called

    def by(self, key: str, *, whole: bool = False) -> pd.DataFrame:
        """The slices of a filter, in view; `whole` are those of all leads that the other filters leave."""
        leads = self._sliced(key, whole=whole)
        return slices(**leads.columns, member=leads.rows[PAGE.columns(SCORES)[key]], threshold=self.threshold)

    def whole(self, key: str) -> "pd.Series[float]":
        """All leads that the other filters leave, as a slice."""
        columns = self._sliced(key, whole=True).columns
        return slices(**columns, member=[ALL] * len(columns["score"]), threshold=self.threshold).iloc[0]

    @property
    def threshold(self) -> float:
        """The one that gives the supplied classes, else a half; NaN where scores are no probabilities."""
        supplied = self.best[SUPPLIED]
        return math.nan if self.points is None else HALF if supplied is None else supplied

    @property
    def model(self) -> Model:
        """What insights are read from."""
        best, view = self.best, self.state.view
        parts = {key: self.by(key) for key in NOUNS}
        return Model(
            self.leads,
            self.points,
            used=best[SUPPLIED],
            earning=best[EARNS],
            terms=self.terms,
            slices=parts,
            nouns=NOUNS,
            training=learning(self.state),
            view=view,
            currency=self.state.currency,
            rivals=self.baselines,
        )

    def ranks(self, first: int, last: int) -> pd.DataFrame:
        """The leads of these ranks, the first of which is 1."""
        rows = self.state.snapshot.ask(Query(SCORES, (ROWS,), (SCORE, ACTUAL), self.state.where()))
        scores, above = spanned(rows.dropna(subset=[SCORE, ACTUAL]), first, last)
        return self._listed((SCORE, scores)).iloc[first - 1 - above : last - above]

    @property
    def calls(self) -> pd.DataFrame:
        """All leads to call, in their order."""
        return self._listed().head(self.called)

    def _sliced(self, key: str, *, whole: bool) -> Leads:
        column = PAGE.columns(SCORES)[key]
        return _leads(self.state, (column,), whole=column if whole else "")

    def _listed(self, *terms: tuple[str, tuple[str, ...]]) -> pd.DataFrame:
        where = (*self.state.where(), (ACTUAL, BOTH), *terms)
        found = self.state.snapshot.ask(Query(SCORES, (ROWS,), (*WORDS, SCORE), where))
        return ranked(found.dropna(subset=[SCORE, LEAD]))


def _leads(state: State, by: tuple[str, ...], whole: str = "") -> Leads:
    return Leads.counted(state.snapshot.ask(Query(SCORES, (ROWS,), (SCORE, ACTUAL, *by), state.where(whole))))
