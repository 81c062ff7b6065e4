"""What Campaign analytics is read from."""

from dataclasses import replace

import pandas as pd

from analytics.calendar import last_weeks
from analytics.campaigns import KEYS, REGION, TYPE, named
from analytics.comparison import Facts
from analytics.periods import Comparison, Period
from analytics.presets import year_of
from analytics.reading import CHANNEL
from analytics.view import COMPARE
from callbacks.state import State
from data.query import ROWS, Query
from layouts.campaigns import DAILY_YEAR, NEWEST, PAGE

MEASURES = ("impressions", "clicks", "conversions", "spend", "revenue", ROWS)


def facts_of(state: State) -> tuple[Facts, tuple[str, ...], Facts]:
    """The facts of every channel, the channels that are chosen, and the facts of those."""
    everyone, chosen = state.facts(MEASURES, (CHANNEL, REGION, TYPE), whole=CHANNEL), state.view.many(CHANNEL)
    return everyone, chosen, everyone.members(CHANNEL, chosen) if chosen else everyone


def year_facts(state: State, key: str, *, whole: str = "") -> tuple[Facts, Period]:
    """The facts of the year chosen, with the page's filters but that on `whole` and not its dates, and that year."""
    year = _year(state, key)
    return _over(state, year, whole), year


def calendar_facts(state: State) -> Facts:
    """Those of the calendar: of the year chosen, and of the last weeks loaded where the newest year is not over."""
    year, end = _year(state, DAILY_YEAR), state.loaded.end
    runs = state.view.one(DAILY_YEAR) == NEWEST and year.start <= end < year.end
    return _over(state, last_weeks(end) if runs else year, "")


def _year(state: State, key: str) -> Period:
    asked = state.view.one(key)
    return year_of(str(state.period.end.year) if asked == NEWEST else asked, state.settings.fiscal_start)


def _over(state: State, days: Period, whole: str) -> Facts:
    view = state.view.but(**{COMPARE: Comparison.NONE}).over(days)
    return replace(state, view=view).facts(MEASURES, (CHANNEL, REGION), whole=whole)


def campaign_rows(state: State) -> pd.DataFrame:
    """The rows of each campaign and region in view, by their names."""
    rows = state.snapshot.ask(
        Query(PAGE.table, MEASURES, (*KEYS, REGION), state.view.where(PAGE.table), (state.period,))
    )
    return named(rows[~rows[CHANNEL].isin(state.organic)] if state.paid_only else rows)
