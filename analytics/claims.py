"""What ad platforms claim beside what was recorded, over the days and channels that both report."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.figure import TIMES
from analytics.numbers import decimal
from analytics.wording import lower

DATE, PLATFORM, CHANNEL = "date", "platform", "channel"
CLAIMED, RECORDED, FACTOR, DAYS = "claimed", "recorded", "factor", "days"
OWN: Mapping[str, tuple[str, ...]] = {"google": ("google ads",), "meta": ("facebook", "instagram")}
EVEN = 0.05


@dataclass(frozen=True)
class Claims:
    """A row a platform, the most claimed first: CLAIMED, RECORDED, FACTOR (claimed / recorded) and DAYS compared.

    `days` is on how many days anything was compared, `channels` are those that each platform is set against, and
    `strangers` the platforms that match no channel.
    """

    rows: pd.DataFrame
    days: int
    channels: Mapping[str, tuple[str, ...]]
    strangers: tuple[str, ...]

    @property
    def factor(self) -> float:
        """Claimed for each recorded, over all platforms compared; NaN where nothing was recorded."""
        recorded = float(self.rows[RECORDED].sum())
        return float(self.rows[CLAIMED].sum()) / recorded if recorded > 0 else math.nan


def claims(ads: pd.DataFrame, campaigns: pd.DataFrame, measure: str) -> Claims:
    """The sums of `measure` that platforms claim and that their channels record, on days on which both report it.

    `ads` has DATE, PLATFORM and the measure, `campaigns` DATE, CHANNEL and the measure; rows may repeat.
    """
    matched = channels_of(_names(ads, PLATFORM), _names(campaigns, CHANNEL))
    claimed = _by_day(ads, measure, CLAIMED)
    owners = {channel: platform for platform, channels in matched.items() for channel in channels}
    own = campaigns.assign(**{PLATFORM: campaigns[CHANNEL].map(owners)})
    both = claimed.merge(_by_day(own, measure, RECORDED), on=[PLATFORM, DATE])
    sums = both.groupby(PLATFORM)[[CLAIMED, RECORDED]].sum().assign(**{DAYS: both.groupby(PLATFORM)[DATE].nunique()})
    rows = sums.assign(**{FACTOR: sums[CLAIMED] / sums[RECORDED].where(sums[RECORDED] > 0)})
    rows = rows.sort_values(CLAIMED, ascending=False, kind="stable")
    strangers = tuple(name for name in _names(ads, PLATFORM) if name not in matched)
    return Claims(rows, both[DATE].nunique(), {name: matched[name] for name in rows.index}, strangers)


def channels_of(platforms: Sequence[str], channels: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The channels of each platform that has any: that of its name, else those it is known to serve.

    Google serves Google Ads, Meta Facebook and Instagram; not where one of these is a platform by itself, since its
    claims would then be counted twice.
    """
    known = {channel.casefold(): channel for channel in channels}
    named = {platform.casefold() for platform in platforms}
    matched = dict[str, tuple[str, ...]]()
    for platform in platforms:
        name = platform.casefold()
        served = () if named & set(OWN.get(name, ())) else OWN.get(name, ())
        if found := tuple(known[each] for each in ((name,) if name in known else served) if each in known):
            matched[platform] = found
    return matched


def claims_finding(found: Claims, label: str) -> str:
    """How much more platforms claim than was recorded, as a title; a question where that is not known."""
    if math.isnan(found.factor):
        return "Do the platforms claim more than was recorded?"
    if abs(found.factor - 1) < EVEN:
        return f"The platforms claim as much {lower(label)} as was recorded"
    return f"The platforms claim {decimal(found.factor, 2, TIMES)} the {lower(label)} recorded"


def _by_day(rows: pd.DataFrame, measure: str, name: str) -> pd.DataFrame:
    reported = rows.dropna(subset=[measure, PLATFORM]).rename(columns={measure: name}).astype({PLATFORM: str})
    return reported.groupby([PLATFORM, DATE])[[name]].sum().reset_index()


def _names(rows: pd.DataFrame, column: str) -> list[str]:
    return sorted(rows[column].dropna().astype(str).unique())
