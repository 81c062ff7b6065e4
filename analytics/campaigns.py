"""Campaigns one by one: every metric of each, found, sorted and counted."""

from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.concentration import called, carriers, verb
from analytics.metric import Metric
from analytics.metrics import METRICS, metric
from analytics.numbers import percent
from analytics.ranking import NOW, ranking
from analytics.wording import Strong, Words

ID, NAME, TYPE, CHANNEL = "campaign_id", "campaign_name", "campaign_type", "channel"
KEYS = (ID, NAME, TYPE, CHANNEL)
REGION = "region"
NOT_REPORTED = "not reported"
REVENUE = "revenue"


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every key in words: without a name a campaign goes by its id, of several types by their number."""
    keys = rows[list(KEYS)]
    keys = keys.assign(**{NAME: keys[NAME].fillna(keys[ID])}).fillna(NOT_REPORTED)
    types = keys.groupby([ID, NAME, CHANNEL], observed=True)[TYPE].transform("nunique")
    return rows.assign(**keys.assign(**{TYPE: keys[TYPE].where(types < 2, types.astype(str) + " types")}))


def found(rows: pd.DataFrame, text: str) -> pd.DataFrame:
    """The rows of campaigns with the text in a key, whatever the case; all for an empty text."""
    wanted = text.casefold().strip()
    hits = [rows[name].str.casefold().str.contains(wanted, regex=False) for name in KEYS]
    return rows[pd.concat(hits, axis=1).any(axis=1)]


def campaigns(rows: pd.DataFrame, metrics: Sequence[Metric] = METRICS) -> pd.DataFrame:
    """A row for each campaign: its KEYS, and its value of each metric, NaN where it has none."""
    places, each = pd.MultiIndex.from_frame(rows[list(KEYS)]).factorize()
    placed = rows.assign(place=places)
    values = {known.name: known.by(placed, ["place"]).reindex(range(len(each))).to_numpy() for known in metrics}
    table = pd.DataFrame(list(each), columns=list(KEYS)).assign(**values)
    return table.sort_values([NAME, ID, CHANNEL], kind="stable", ignore_index=True)


def arranged(table: pd.DataFrame, by: str, *, ascending: bool) -> pd.DataFrame:
    """The campaigns by a column, those without a value last, equals by name."""
    key = (lambda column: column.str.casefold()) if by in KEYS else None
    return table.sort_values(by, ascending=ascending, kind="stable", na_position="last", key=key)


def headline(table: pd.DataFrame, days: "pd.Series[float]", facts: Facts, currency: str) -> Words:
    """The answer to "which campaigns, regions and days carry the result?"; empty where revenue has no whole."""
    few = carriers(table[REVENUE], "campaigns", currency)
    if not few:
        return ()
    return (
        Strong(few),
        f" {verb(few, 'bring')} half of revenue{_days(days, facts.period.days, currency)}.{_region(facts)}",
    )


def _region(facts: Facts) -> str:
    regions = ranking(metric(REVENUE), facts, REGION)[NOW].dropna()
    if len(regions) < 2 or regions.min() < 0 or not regions.sum() > 0:
        return ""
    return f" {regions.idxmax()} leads the regions with {percent(regions.max() / regions.sum(), 0)}."


def _days(days: "pd.Series[float]", whole: int, currency: str) -> str:
    few = carriers(days, called(len(days), whole), currency)
    return f", and half falls on {few}" if few else ""
