"""Totals that several tables give of the same thing, as they are loaded."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from analytics.numbers import change, exact_count, money, multiple, span
from analytics.wording import listed
from callbacks.state import State
from data.query import ROWS, Query
from data.scope import Terms
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN, FUNNEL
from data.tables.customers import CUSTOMER
from data.tables.geography import GEOGRAPHY
from data.tables.products import PRODUCT
from layouts.data import TABLES
from layouts.ui.overlap_card import Claim, overlap_card

PURCHASE = "Purchase"
SAME, FAR = 1e-6, 3
NO_DAYS = "no days"
CAPTION = "As each file says, over all its rows; no page mixes them"


@dataclass(frozen=True)
class Source:
    """A column of a table whose sum is one of the totals, and which rows of it."""

    table: str
    column: str
    where: Terms = ()


@dataclass(frozen=True)
class Total:
    """Something that several tables give."""

    name: str
    sources: tuple[Source, ...]
    of_money: bool = False


@dataclass(frozen=True)
class Said:
    """What a source says: its total, and the currency it is in, empty for a count."""

    source: Source
    value: float
    currency: str


TOTALS = (
    Total(
        "Revenue",
        (
            Source(CAMPAIGN.name, "revenue"),
            Source(AD.name, "revenue"),
            Source(GEOGRAPHY.name, "total_revenue"),
            Source(PRODUCT.name, "sales"),
            Source(CUSTOMER.name, "lifetime_value"),
        ),
        of_money=True,
    ),
    Total(
        "Conversions",
        (
            Source(CAMPAIGN.name, "conversions"),
            Source(AD.name, "conversions"),
            Source(CUSTOMER.name, "total_purchases"),
            Source(FUNNEL.name, "visitors", (("stage", (PURCHASE,)),)),
        ),
    ),
    Total("Customers", (Source(CUSTOMER.name, ROWS), Source(GEOGRAPHY.name, "total_customers"))),
)


def overlap_cards(state: State) -> list[Component]:
    """A card for each total that at least two of the loaded tables give."""
    found = [(total, said(state, total)) for total in TOTALS]
    return [_card(state, total, several) for total, several in found if len(several) > 1]


def said(state: State, total: Total) -> list[Said]:
    """What each loaded table gives; one that is derived from another only repeats it and is left out."""
    return [one for source in total.sources if (one := _said(state, source, total.of_money))]


def _said(state: State, source: Source, of_money: bool) -> Said | None:
    facts = state.snapshot.tables.get(source.table)
    if facts is None or facts.derived_from:
        return None
    sums = state.snapshot.ask(Query(source.table, (source.column,), (), source.where))[source.column]
    return Said(source, float(sums.sum()), facts.currency if of_money else "") if sums.notna().any() else None


def _card(state: State, total: Total, several: Sequence[Said]) -> Component:
    return overlap_card(_title(state, total, several), CAPTION, [_claim(state, one, several[0]) for one in several])


def _title(state: State, total: Total, several: Sequence[Said]) -> str:
    agreeing = sum(_same(one, several[0]) for one in several)
    if agreeing > 1:
        others = f" of {len(several)}" if agreeing < len(several) else ""
        return f"{total.name}: {agreeing}{others} tables agree"
    if len({one.currency for one in several}) > 1:
        return f"{total.name}: in {listed(sorted({one.currency for one in several}))}"
    least, most = (_written(state, end(several, key=lambda one: one.value)) for end in (min, max))
    return f"{total.name}: between {least} and {most}"


def _claim(state: State, one: Said, first: Said) -> Claim:
    facts = state.snapshot.tables[one.source.table]
    days = span(facts.first_day, facts.newest_day) if facts.first_day and facts.newest_day else NO_DAYS
    column = one.source.column.replace("_", " ")
    return Claim(TABLES[one.source.table], column, days, _written(state, one), _differs(one, first))


def _written(state: State, one: Said) -> str:
    return str(money(one.value, one.currency)) if one.currency else exact_count(one.value, state.currency)


def _differs(one: Said, first: Said) -> str:
    if one is first:
        return ""
    if one.currency != first.currency:
        return "another currency"
    if _same(one, first):
        return "the same"
    if first.value <= 0:
        return "the first is not above 0"
    times = one.value / first.value
    return str(multiple(times)) if times >= FAR else change(times - 1)


def _same(one: Said, first: Said) -> bool:
    return one.currency == first.currency and abs(one.value - first.value) <= SAME * abs(first.value)
