"""ad_performance: the same delivery as the ad platforms report it, with the conversions they claim."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.sample.shares import PAISE, Counts, Numbers, apportioned_within, paise, rupees


@dataclass(frozen=True)
class Placement:
    """Where a channel's ads are served: share of the delivery, and conversions claimed for each recorded one."""

    channel: str
    platform: str
    device_type: str
    share: float
    claims: float


PLATFORMS = (
    ("Google Ads", "Google", 1.0, 1.18),
    ("Facebook", "Meta", 1.0, 1.40),
    ("Instagram", "Meta", 1.0, 1.36),
    ("Referral", "Amazon", 0.6, 1.25),
    ("Referral", "TikTok", 0.4, 1.60),
)
DEVICES = (("Mobile", 0.68, 0.93), ("Desktop", 0.24, 1.22), ("Tablet", 0.08, 0.94))
PLACEMENTS = tuple(
    Placement(channel, platform, device, share * part, claims * lift)
    for channel, platform, share, claims in PLATFORMS
    for device, part, lift in DEVICES
)
OBJECTIVES = {
    "Brand Awareness": "Awareness",
    "Product Launch": "Traffic",
    "Lead Generation": "Conversions",
    "Seasonal Sale": "Conversions",
    "Retargeting": "Retention",
}
AUDIENCES = pd.DataFrame(
    columns=["audience_segment", "share", "basket"],
    data=[("New Customers", 0.48, 0.90), ("Returning Customers", 0.34, 1.00), ("High-Value Customers", 0.18, 1.35)],
)


def ad_performance(facts: pd.DataFrame, gross_margin: float, rng: np.random.Generator) -> pd.DataFrame:
    """One row per paid campaign's day, platform and device.

    Impressions, clicks and spend sum to those of the campaign rows of Google Ads, Facebook, Instagram and Referral
    (partner traffic from Amazon and TikTok). Conversions are what each platform claims, about 1.3 for each recorded
    one. Profit is revenue x gross margin and does not deduct the ad spend.
    """
    recorded = facts.assign(order=_order_value(facts)).reset_index(names="source")
    rows = recorded.merge(pd.DataFrame(PLACEMENTS), on="channel")
    rows = rows.sort_values(["source", "platform", "device_type"], ignore_index=True)
    return _reported(_split(rows, rng), gross_margin, rng)


def _order_value(facts: pd.DataFrame) -> pd.Series:
    sums = facts.groupby("channel")[["revenue", "conversions"]].sum()
    return facts.channel.map(sums.revenue / sums.conversions)


def _split(rows: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    weight = np.asarray(rows.share * np.exp(rng.normal(0, 0.15, len(rows))))
    return rows.assign(
        impressions=_parts(rows, rows.impressions, weight),
        clicks=_parts(rows, rows.clicks, weight),
        spend=rupees(_parts(rows, paise(rows.spend), weight)),
    )


def _parts(rows: pd.DataFrame, measure: pd.Series, weight: Numbers) -> Counts:
    return apportioned_within(rows.source, measure.groupby(rows.source).first(), weight)


def _reported(rows: pd.DataFrame, gross_margin: float, rng: np.random.Generator) -> pd.DataFrame:
    count = len(rows)
    audience = AUDIENCES.iloc[rng.choice(len(AUDIENCES), count, p=AUDIENCES.share)].reset_index(drop=True)
    conversions = rng.poisson(rows.conversions * rows.share * rows.claims)
    baskets = conversions * rows.order * audience.basket * np.exp(rng.normal(0, 0.2, count))
    revenue = rupees((baskets * PAISE).round())
    margin = gross_margin * rng.uniform(0.9, 1.1, count)
    return rows.assign(
        audience_segment=audience.audience_segment,
        campaign_objective=rows.campaign_type.map(OBJECTIVES),
        reach=np.ceil(rows.impressions / rng.uniform(1.1, 1.9, count)).astype(int),
        engagements=rows.clicks + rng.binomial(rows.impressions, 0.015),
        conversions=conversions,
        revenue=revenue,
        profit=rupees((revenue * margin * PAISE).round()),
    )
