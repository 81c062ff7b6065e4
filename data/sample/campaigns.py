"""campaign_performance: what each campaign did on each day it ran."""

import numpy as np
import pandas as pd

from data.sample import plan, seasons
from data.sample.shares import PAISE, Numbers, rupees
from data.tables.campaigns import CAMPAIGN

ROWS = 5_858
REVENUE = 420_000_000
OUTAGES = 3
VIRAL = 0.002
BULK = 0.002
RETURNED = 0.04
GIFTS_RETURNED = 0.05
DEAREST_FESTIVE_CLICK = 0.12
FESTIVE_CVR = 0.12
FITTING_ROUNDS = 6
FITTING_STEP = 0.5


def campaign_performance(rng: np.random.Generator) -> pd.DataFrame:
    """The campaign rows, by day and campaign, without the columns that repeat others.

    Expected revenue follows the demand of the day; iterative proportional fitting, stopped early and with half steps,
    brings each quarter near to the planned shares of channels and regions. Orders, clicks, impressions and spend
    follow by the channel's rates, each with its own noise; revenue is net of returns.
    """
    rows = _kept(_campaign_days(plan.campaigns(rng)), rng)
    rows = rows.join(plan.channels(), on="channel").join(plan.types(), on="campaign_type")
    return _measured(rows, _expected_revenue(rows), rng)[[column.name for column in CAMPAIGN.stored]]


def _campaign_days(campaigns: pd.DataFrame) -> pd.DataFrame:
    rows = campaigns.merge(pd.DataFrame({"date": seasons.calendar()}), how="cross")
    running = rows[rows.date.between(rows.start, rows.end)]
    return running.sort_values(["date", "campaign_id"], ignore_index=True)


def _kept(rows: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    days = seasons.calendar()
    quiet = days[seasons.festive(days) < 0.01]
    rows = rows[~rows.date.isin(rng.choice(quiet, OUTAGES, replace=False))]
    kept = np.sort(rng.choice(len(rows), ROWS, replace=False))
    return rows.iloc[kept].reset_index(drop=True)


def _expected_revenue(rows: pd.DataFrame) -> Numbers:
    days = pd.DatetimeIndex(rows.date)
    quarter = pd.Series(seasons.quarter(days), index=rows.index)
    grown = (1 + rows.growth) ** seasons.years_passed(days)
    weight = grown * seasons.demand(days) * (1 + rows.weekend_lift * seasons.weekend(days))
    margins = [(rows.region + quarter, _planned(plan.regions())), (rows.channel + quarter, _planned(plan.channels()))]
    for _ in range(FITTING_ROUNDS):
        for cell, planned in margins:
            weight = weight * (cell.map(planned) / weight.groupby(cell).transform("sum")) ** FITTING_STEP
    return np.asarray(REVENUE * weight / weight.sum())


def _planned(shares: pd.DataFrame) -> pd.Series:
    days = seasons.calendar()
    grown = (1 + shares.growth.to_numpy()) ** seasons.years_passed(days)[:, None]
    daily = pd.DataFrame(np.outer(seasons.demand(days), shares.share) * grown, columns=shares.index)
    cells = daily.assign(quarter=seasons.quarter(days)).melt("quarter", var_name="name")
    return cells.value.groupby(cells.name + cells.quarter).sum()


def _measured(rows: pd.DataFrame, expected: Numbers, rng: np.random.Generator) -> pd.DataFrame:
    days, count = pd.DatetimeIndex(rows.date), len(rows)
    festive = seasons.festive(days)
    usual = expected / rows.order_value
    cvr = rows.cvr * rows.cvr_lift * (1 + FESTIVE_CVR * festive)
    clicks = rng.poisson(usual / (rows.cvr * rows.cvr_lift) * _noise(0.16, count, rng))
    clicks = np.round(clicks * _outliers(VIRAL, count, rng)).astype("int64")
    orders = rng.binomial(clicks, np.minimum(cvr * _noise(0.10, count, rng), 1))
    returned = rng.poisson(usual * (RETURNED + GIFTS_RETURNED * seasons.after_diwali(days)))
    values = rows.order_value * _noise(0.18, count, rng) * _outliers(BULK, count, rng)
    cost = rows.cpc * (1 + DEAREST_FESTIVE_CLICK * festive) * _noise(0.12, count, rng)
    impressions = clicks / (rows.ctr * rows.ctr_lift * _noise(0.12, count, rng))
    return rows.assign(
        impressions=np.maximum(impressions.round().astype("int64"), clicks),
        clicks=clicks,
        conversions=orders,
        spend=rupees((clicks * cost * PAISE).round()),
        revenue=rupees(((orders - returned) * values * PAISE).round()),
    )


def _noise(spread: float, count: int, rng: np.random.Generator) -> Numbers:
    return np.exp(rng.normal(-spread * spread / 2, spread, count))


def _outliers(share: float, count: int, rng: np.random.Generator) -> Numbers:
    return np.where(rng.random(count) < share, rng.uniform(3, 6, count), 1.0)
