"""The rows of products that a page reads, and how they are broken down and drawn."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import pandas as pd

from analytics.comparison import Facts
from analytics.numbers import exact_count
from analytics.product_metrics import RATED, RETURNED, STARS, TRACKED, weighted
from analytics.products import CATEGORY, KEYS, QUARTER, REGION, SUBCATEGORY, named
from analytics.reading import Dimension, Reading
from callbacks.drawing import drawing
from callbacks.state import State
from data.query import ROWS, Moments, Query
from data.tables.products import PRODUCT
from layouts.ui.drawing import Drawing
from layouts.ui.theme import category_colours

MEASURES = ("sales", "profit", "units_sold", ROWS)
PERCENT = 0.01
SPREAD = (CATEGORY, REGION, QUARTER)


@dataclass(frozen=True)
class Shelf:
    """The rows of every category, region and quarter, and what the figures of those in view are broken down by."""

    state: State
    whole: Facts
    kinds: Dimension

    @classmethod
    def of(cls, state: State) -> Self:
        """What a page in this state is about: categories, or the subcategories of a single one."""
        seen = state.snapshot.ask(Query(PRODUCT.name, (ROWS,), (CATEGORY,), state.where()))[CATEGORY].nunique()
        kind = CATEGORY if seen > 1 else SUBCATEGORY
        by = tuple(dict.fromkeys((CATEGORY, kind, REGION, QUARTER)))
        return cls(state, Facts.undated(read(state, by, whole=SPREAD)), Dimension(kind, kind, kind))

    @cached_property
    def facts(self) -> Facts:
        """The rows in view."""
        return self.beside()

    def beside(self, *columns: str) -> Facts:
        """The rows that the filters leave but for those on these columns, of SPREAD: what is beside what is chosen."""
        facts = self.whole
        for column in (name for name in SPREAD if name not in columns and self.state.view.many(name)):
            facts = facts.members(column, self.state.view.many(column))
        return facts

    @cached_property
    def each(self) -> pd.DataFrame:
        """The rows of each product, its names in words."""
        return named(read(self.state, KEYS))

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The categories of the whole table, or the subcategories that it has in the single one: each has a colour."""
        known = self.state.snapshot.ask(Query(PRODUCT.name, (ROWS,), (CATEGORY, SUBCATEGORY)))
        if self.kinds.column == SUBCATEGORY:
            known = known[known[CATEGORY].isin(self.facts.now[CATEGORY])]
        return tuple(map(str, known[self.kinds.column].dropna().unique()))

    @property
    def sample(self) -> str:
        """From which rows the weighted rates are read, in words; empty where that is all of them."""
        rows = self.state.snapshot.sampled(PRODUCT.name)
        return f"Read from an even sample of {exact_count(rows, self.state.currency)} rows." if rows else ""

    def drawing(self, members: Iterable[str]) -> Drawing:
        """How these members are drawn."""
        drawn = drawing(self.state)
        return replace(drawn, channels=category_colours(members, drawn.colours))

    @cached_property
    def categories(self) -> Drawing:
        """How categories are drawn."""
        return self.drawing(self.state.snapshot.values(PRODUCT.name, CATEGORY))

    def reading(self, by: Dimension) -> Reading:
        """What findings about the members of a dimension are read from."""
        return Reading(self.facts, self.state.view, self.state.currency, by)


def read(state: State, by: tuple[str, ...], *, whole: Container[str] = ()) -> pd.DataFrame:
    """Sums by these columns, and in rows of their own what the weighted rates are made of; `whole` are not filtered."""
    where, ask = tuple(term for term in state.where() if term[0] not in whole), state.snapshot.ask
    returned = ask(Moments(PRODUCT.name, "units_sold", "return_rate", by, where))
    rated = ask(Moments(PRODUCT.name, "review_count", "avg_rating", by, where))
    return pd.concat(
        [
            ask(Query(PRODUCT.name, MEASURES, by, where)),
            weighted(returned, RETURNED, TRACKED, PERCENT),
            weighted(rated, STARS, RATED),
        ],
        ignore_index=True,
    )
