"""What ad platforms claim beside what was recorded, over the days and channels that both report."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.figure import TIMES
from analytics.numbers import decimal
from analytics.trend import START, Grain
from analytics.wording import lower

DATE, PLATFORM, CHANNEL = "date", "platform", "channel"
CLAIMED, RECORDED, FACTOR, DAYS = "claimed", "recorded", "factor", "days"
OWN: Mapping[str, tuple[str, ...]] = {"google": ("google ads",), "meta": ("facebook", "instagram")}
EVEN = 0.05


@dataclass(frozen=True)
class Claims:
    """A row a platform, the most claimed first: CLAIMED, RECORDED, FACTOR (claimed / recorded) and DAYS compared.

    `parts` has the same by PLATFORM and START, the first day of each `grain`: months, or days where there is only one
    month. `days` is on how many days anything was compared, `channels` are those that each platform is set against, and
    `strangers` the platforms that match no channel.
    """

    rows: pd.DataFrame
    days: int
    channels: Mapping[str, tuple[str, ...]]
    strangers: tuple[str, ...]
    parts: pd.DataFrame
    grain: Grain

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
    rows = _sums(both, PLATFORM)
    rows = rows.sort_values(CLAIMED, ascending=False, kind="stable")
    strangers = tuple(name for name in _names(ads, PLATFORM) if name not in matched)
    channels = {name: matched[name] for name in rows.index}
    return Claims(rows, both[DATE].nunique(), channels, strangers, *_parts(both))


def _parts(both: pd.DataFrame) -> tuple[pd.DataFrame, Grain]:
    days = pd.to_datetime(both[DATE])
    months = days.dt.to_period("M")
    grain = Grain.MONTH if months.nunique() > 1 else Grain.DAY
    starts = months.dt.to_timestamp() if grain is Grain.MONTH else days
    return _sums(both.assign(**{START: starts}), PLATFORM, START), grain


def _sums(both: pd.DataFrame, *by: str) -> pd.DataFrame:
    grouped = both.groupby(list(by))
    sums = grouped[[CLAIMED, RECORDED]].sum().assign(**{DAYS: grouped[DATE].nunique()})
    return sums.assign(**{FACTOR: sums[CLAIMED] / sums[RECORDED].where(sums[RECORDED] > 0)})


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
