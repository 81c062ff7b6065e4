"""What the company plans: channels, regions, and which campaign runs where and when."""

from dataclasses import asdict, dataclass

import numpy as np
import pandas as pd

from data.sample.seasons import FIRST_DAY, LAST_DAY


@dataclass(frozen=True)
class Channel:
    """A channel: share of first-year revenue, its change in the second year, rates, rupees per click and per order."""

    channel: str
    share: float
    growth: float
    ctr: float
    cvr: float
    cpc: float
    order_value: float
    weekend_lift: float


@dataclass(frozen=True)
class Region:
    """A region: share of first-year revenue, its change in the second year, and share of the customers."""

    region: str
    share: float
    growth: float
    customers: float


@dataclass(frozen=True)
class Type:
    """A campaign type: how its click and conversion rates differ from the channel's own."""

    campaign_type: str
    ctr_lift: float
    cvr_lift: float


CHANNELS = (
    Channel("Google Ads", 0.26, 0.10, 0.040, 0.032, 38, 6800, 0.12),
    Channel("Email", 0.19, 0.42, 0.032, 0.038, 18, 6200, 0.05),
    Channel("Facebook", 0.14, 0.03, 0.016, 0.018, 21, 5700, 0.25),
    Channel("Organic Search", 0.11, 0.12, 0.050, 0.026, 0, 6000, 0.15),
    Channel("Instagram", 0.09, 0.18, 0.013, 0.016, 17, 4900, 0.30),
    Channel("Direct", 0.09, 0.08, 0.060, 0.034, 0, 7000, 0.10),
    Channel("Referral", 0.07, -0.35, 0.022, 0.022, 26, 5200, 0.10),
    Channel("LinkedIn", 0.05, 0.06, 0.006, 0.046, 160, 9500, -0.45),
)
REGIONS = (
    Region("West", 0.32, 0.09, 0.30),
    Region("South", 0.29, 0.09, 0.28),
    Region("North", 0.22, 0.06, 0.22),
    Region("Central", 0.08, 0.12, 0.09),
    Region("East", 0.09, 0.46, 0.11),
)
TYPES = (
    Type("Seasonal Sale", 1.10, 1.15),
    Type("Brand Awareness", 0.80, 0.75),
    Type("Retargeting", 1.20, 1.30),
    Type("Product Launch", 1.05, 0.95),
    Type("Lead Generation", 0.95, 0.90),
)
LANES = ("West", "West", "South", "South", "North", "North", "Central", "East")
ROTATION = (
    ("Google Ads", "Referral", "Email", "Instagram", "Facebook", "Direct", "LinkedIn", "Organic Search"),
    ("Email", "Direct", "Google Ads", "LinkedIn", "Organic Search", "Instagram", "Referral", "Facebook"),
    ("Google Ads", "LinkedIn", "Facebook", "Organic Search", "Email", "Direct", "Instagram", "Referral"),
    ("Email", "Instagram", "Google Ads", "Referral", "Facebook", "LinkedIn", "Direct", "Organic Search"),
    ("Google Ads", "Direct", "Email", "Referral", "Organic Search", "Instagram", "LinkedIn", "Facebook"),
    ("Email", "Organic Search", "Google Ads", "LinkedIn", "Facebook", "Direct", "Referral", "Instagram"),
    ("Google Ads", "Referral", "Email", "Direct", "Organic Search", "Instagram", "LinkedIn", "Facebook"),
)
FIRST_CAMPAIGN = 1000
LONGEST_SHIFT = 14
LONGEST_OVERLAP = 8
SHORTEST_OVERLAP = 3


def channels() -> pd.DataFrame:
    """The channels as a frame, by name."""
    return pd.DataFrame([asdict(channel) for channel in CHANNELS]).set_index("channel")


def regions() -> pd.DataFrame:
    """The regions as a frame, by name."""
    return pd.DataFrame([asdict(region) for region in REGIONS]).set_index("region")


def types() -> pd.DataFrame:
    """The campaign types as a frame, by name."""
    return pd.DataFrame([asdict(kind) for kind in TYPES]).set_index("campaign_type")


def campaigns(rng: np.random.Generator) -> pd.DataFrame:
    """One row per campaign in order of its start: identity, channel, region, type, first and last day.

    Each lane is a region's slot for one campaign after another, so every region is always served; a row of ROTATION
    holds every channel once, so every channel nearly always runs somewhere.
    """
    planned = pd.DataFrame([found for lane in range(len(LANES)) for found in _lane(lane, rng)])
    planned = planned.sort_values(["start", "region", "channel"], ignore_index=True)
    names = planned.campaign_type + " - " + planned.channel + " - " + planned.region
    return planned.assign(
        campaign_id=[f"CMP_{FIRST_CAMPAIGN + place}" for place in range(len(planned))],
        campaign_name=names + " - Q" + planned.start.dt.quarter.astype(str),
    )


def _lane(lane: int, rng: np.random.Generator) -> list[dict[str, object]]:
    first, last = pd.Timestamp(FIRST_DAY), pd.Timestamp(LAST_DAY)
    turns = len(ROTATION)
    shifts = rng.integers(-LONGEST_SHIFT, LONGEST_SHIFT, turns - 1, endpoint=True)
    length = ((last - first).days + 1) / turns
    starts = [0, *(round(length * (turn + 1)) + int(shift) for turn, shift in enumerate(shifts))]
    overlaps = rng.integers(SHORTEST_OVERLAP, LONGEST_OVERLAP, turns, endpoint=True)
    ends = [start + int(overlap) - 1 for start, overlap in zip(starts[1:], overlaps, strict=False)]
    return [
        {
            "region": LANES[lane],
            "channel": ROTATION[turn][lane],
            "campaign_type": TYPES[(3 * turn + 2 * lane) % len(TYPES)].campaign_type,
            "start": first + pd.Timedelta(days=start),
            "end": min(first + pd.Timedelta(days=end), last),
        }
        for turn, (start, end) in enumerate(zip(starts, [*ends, (last - first).days], strict=True))
    ]
