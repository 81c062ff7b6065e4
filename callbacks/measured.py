"""What is measured in rows of campaigns: how measures move together, and what platforms claim of them."""

import pandas as pd

from analytics.claims import CHANNEL, DATE, PLATFORM, Claims, claims
from analytics.correlation import correlations
from analytics.credits import VALUE
from analytics.metric import Metric
from analytics.metrics import metric
from callbacks.drawing import drawing
from callbacks.loaded import matrix
from callbacks.state import State
from data.query import Query, Rows
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN
from data.tables.customers import CORRELATION
from layouts.attribution import CREDIT, GRAIN, SOURCE
from layouts.ui.claims_card import QUESTION, claims_card, uncompared
from layouts.ui.correlation_card import Grain, Source, computed_card, supplied_card
from layouts.ui.missing import needs

POINT, MOST_POINTS = "point", 20_000


def correlated(state: State) -> dict[str, object]:
    """How measures move together, computed or supplied."""
    given = Source(state.view.one(SOURCE)) is Source.SUPPLIED
    if (name := CORRELATION.name if given else CAMPAIGN.name) not in state.snapshot.tables:
        return needs("What moves together?", name)
    if given:
        return supplied_card(matrix(state), drawing(state))
    grain, where = Grain(state.view.one(GRAIN)), state.where() if state.table == CAMPAIGN.name else ()
    if grain is Grain.DAY:
        rows, key = state.snapshot.ask(Query(CAMPAIGN.name, CAMPAIGN.totals, (DATE,), where, (state.period,))), DATE
    else:
        asked = Rows(CAMPAIGN.name, CAMPAIGN.totals, where, (state.period,), most=MOST_POINTS)
        rows, key = state.snapshot.ask(asked).reset_index(names=POINT), POINT
    points = rows[key].nunique()
    found, sampled = correlations(rows, [key]), grain is Grain.CAMPAIGN and points == MOST_POINTS
    return computed_card(found, grain, points, drawing(state), state.period, sampled=sampled)


def claimed(state: State) -> tuple[dict[str, object], Claims | None]:
    """What ad platforms claim beside what campaigns record, as a card, and itself where these are two reports."""
    shown = metric("revenue" if state.view.one(CREDIT) == VALUE else "conversions")
    if obstacle := _obstacle(state, shown):
        return obstacle, None
    said, recorded = (_by_day(state, name, by, shown) for name, by in ((AD.name, PLATFORM), (CAMPAIGN.name, CHANNEL)))
    found = claims(said, recorded, shown.name)
    return claims_card(found, shown, drawing(state), state.period), found


def _obstacle(state: State, shown: Metric) -> dict[str, object] | None:
    """The card that says why nothing can be compared; None where it can."""
    tables = state.snapshot.tables
    if missing := [name for name in (AD.name, CAMPAIGN.name) if name not in tables]:
        return needs(QUESTION, missing[0])
    ads, campaigns = tables[AD.name], tables[CAMPAIGN.name]
    if source := ads.derived_from or campaigns.derived_from:
        made = AD.name if ads.derived_from else CAMPAIGN.name
        return uncompared(f"Only {source} is loaded: {made} is made from it, so both hold the same numbers.")
    if shown.name == "revenue" and ads.currency != campaigns.currency:
        return uncompared(f"Platforms claim {ads.currency}, and {campaigns.currency} is recorded.")
    return None


def _by_day(state: State, table: str, name: str, shown: Metric) -> pd.DataFrame:
    return state.snapshot.ask(Query(table, (shown.name,), (DATE, name), (), (state.period,)))
