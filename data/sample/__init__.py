"""The built-in sample: one retailer's two years, every table, from a seed."""

from pathlib import Path

import numpy as np
import pandas as pd

from data import tables
from data.sample import ads, campaigns, correlation, customers, geography, journeys, leads, products, repeats, scale
from data.table import Table
from data.tables.ads import AD
from data.tables.campaigns import CAMPAIGN, FUNNEL
from data.tables.customers import CORRELATION, CUSTOMER
from data.tables.geography import GEOGRAPHY
from data.tables.journeys import ATTRIBUTION, JOURNEYS, PATHS
from data.tables.leads import IMPORTANCE, LEAD, LEARNING
from data.tables.products import PRODUCT

SEED = 2026
UNFINISHED = ".part"


def write(folder: Path, *, rows: int | None = None, seed: int = SEED) -> None:
    """Write every table into the folder as <table name>.csv; the files appear once all of them are complete.

    `rows` is the number of campaign rows, for benchmarks; ad rows grow alike, the other tables stay as they are.
    Raises ValueError for fewer than one row.
    """
    if rows is not None and rows < 1:
        raise ValueError(f"rows: expected a whole number of at least 1, found {rows}")
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = [_write(folder, name, frame, rows, seed) for name, frame in frames(seed).items()]
    for path in unfinished:
        path.replace(path.with_suffix(""))


def frames(seed: int = SEED) -> dict[str, pd.DataFrame]:
    """Every table as the frame its file holds, by name."""
    streams = iter(np.random.default_rng(seed).spawn(7))
    facts = campaigns.campaign_performance(next(streams))
    people = customers.customer_data(facts, next(streams))
    sold = products.product_sales(facts, next(streams))
    states = geography.geographic_data(facts, people, next(streams))
    touches = journeys.journeys(facts, customers.acquired(people), next(streams))
    found = leads.leads(next(streams))
    made = {
        CAMPAIGN: repeats.calendar_words(facts),
        CUSTOMER: people,
        PRODUCT: sold,
        LEAD: leads.scored(found, seed),
        IMPORTANCE: leads.feature_importance(found, seed),
        LEARNING: leads.learning_curve(found, seed),
        GEOGRAPHY: states,
        ATTRIBUTION: journeys.channel_attribution(touches),
        FUNNEL: journeys.funnel_data(customers.acquired(people)),
        PATHS: journeys.customer_journey(touches),
        JOURNEYS: touches,
        AD: ads.ad_performance(facts, products.gross_margin(sold), next(streams)),
    }
    files = {table.name: _as_declared(frame, table) for table, frame in made.items()}
    return files | {CORRELATION.name: correlation.correlation_matrix(facts)}


def _as_declared(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    complete = repeats.ratios(frame, table)
    return complete[[column.name for column in table.columns if column.name in complete]]


def _write(folder: Path, name: str, frame: pd.DataFrame, rows: int | None, seed: int) -> Path:
    path = folder / f"{name}.csv{UNFINISHED}"
    if rows is not None and name in (CAMPAIGN.name, AD.name):
        scale.stream(frame, tables.table(name), max(1, rows * len(frame) // campaigns.ROWS), seed, path)
    else:
        frame.to_csv(path, index=False, lineterminator="\n")
    return path
