"""journeys and what is counted from them: customer_journey, channel_attribution, funnel_data."""

import numpy as np
import pandas as pd

from data.sample import plan, seasons
from data.sample.shares import PAISE, Counts, Numbers, apportioned, rupees

JOURNEYS = 20_000
LENGTHS = (0.33, 0.26, 0.18, 0.12, 0.07, 0.04)
DAYS_BETWEEN = 3.5
LAST_HOUR = 0.95
HALF_LIFE_DAYS = 7
SECONDS_IN_DAY = 86_400
ENDS_SHARE = 0.4
PURCHASE, EXIT = "Purchase", "Exit"
TOUCHES = pd.DataFrame(
    columns=["channel", "first", "later", "strength"],
    data=[
        ("Google Ads", 0.20, 0.20, 0.45),
        ("Email", 0.05, 0.26, 0.65),
        ("Facebook", 0.20, 0.08, 0.00),
        ("Organic Search", 0.17, 0.13, 0.20),
        ("Instagram", 0.17, 0.06, -0.10),
        ("Direct", 0.07, 0.18, 0.40),
        ("Referral", 0.07, 0.04, 0.05),
        ("LinkedIn", 0.07, 0.05, 0.55),
    ],
)
STAGES = {"Awareness": 5.05, "Interest": 1.82, "Consideration": 1.00, "Intent": 0.60, "Evaluation": 0.34}


def journeys(facts: pd.DataFrame, purchases: int, rng: np.random.Generator) -> pd.DataFrame:
    """One row a touch; the `purchases` journeys that convert are the first orders of the customers acquired.

    Journeys begin as the channels' orders are spread over the days, and end within the sample.
    """
    lengths = rng.choice(len(LENGTHS), JOURNEYS, p=LENGTHS) + 1
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    touch = pd.DataFrame({"journey": np.repeat(np.arange(JOURNEYS), lengths), "place": place})
    channel = np.where(place == 0, _channels("first", len(touch), rng), _channels("later", len(touch), rng))
    strength = pd.Series(TOUCHES.strength.to_numpy()[channel]).groupby(touch.journey).sum().to_numpy()
    bought = np.zeros(JOURNEYS, dtype=int)
    bought[np.argsort(strength + rng.logistic(0, 1, JOURNEYS), kind="stable")[-purchases:]] = 1
    basket = facts.revenue.sum() / facts.conversions.sum() * rng.lognormal(-0.3, 0.5, JOURNEYS)
    return pd.DataFrame(
        {
            "journey_id": "JRN_" + (touch.journey + 1).astype(str).str.zfill(5),
            "touched_at": _times(facts, touch, rng),
            "channel": TOUCHES.channel.to_numpy()[channel],
            "converted": bought[touch.journey],
            "value": rupees((bought * basket * PAISE).round())[touch.journey],
        }
    )


def customer_journey(touches: pd.DataFrame) -> pd.DataFrame:
    """How many journeys took each path, the most frequent first; every path ends in Purchase or Exit."""
    by_journey = touches.groupby("journey_id", sort=False)
    place = by_journey.cumcount() + 1
    paths = touches.assign(place=place).pivot(index="journey_id", columns="place", values="channel")
    paths[len(LENGTHS) + 1] = np.nan
    ends = np.where(by_journey.converted.first().reindex(paths.index) == 1, PURCHASE, EXIT)
    last = by_journey.size().reindex(paths.index).to_numpy()
    grid = paths.astype(object).to_numpy()
    grid[np.arange(len(grid)), last] = ends
    names = [f"touchpoint_{number}" for number in paths.columns]
    counted = pd.DataFrame(grid, columns=names).fillna("").value_counts(sort=False).reset_index(name="customer_count")
    return counted.sort_values(["customer_count", *names], ascending=[False, *[True] * len(names)], ignore_index=True)


def channel_attribution(touches: pd.DataFrame) -> pd.DataFrame:
    """Each channel's percent of the converted journeys' credit by five models; every model sums to 100.

    Time decay halves a touch's weight for every 7 days before the last touch; position based gives 40 % to the
    first, 40 % to the last and 20 % to those between, halves where there are two.
    """
    bought = touches[touches.converted == 1]
    of_journey = bought.groupby("journey_id")
    place, size = of_journey.cumcount(), of_journey.channel.transform("size")
    first, last = (place == 0).astype(float), (place == size - 1).astype(float)
    age = (of_journey.touched_at.transform("max") - bought.touched_at).dt.total_seconds() / SECONDS_IN_DAY
    between = np.where(size > 2, (1 - 2 * ENDS_SHARE) / (size - 2).clip(lower=1), 0)
    models = {
        "first_touch": first,
        "last_touch": last,
        "linear": 1 / size,
        "time_decay": 0.5 ** (age / HALF_LIFE_DAYS),
        "position_based": ENDS_SHARE * (first + last) + between * (1 - first) * (1 - last),
    }
    weight = pd.DataFrame(models)
    credit = weight / weight.groupby(bought.journey_id).transform("sum")
    totals = credit.groupby(bought.channel).sum().reindex(plan.channels().index, fill_value=0)
    return totals.apply(lambda column: apportioned(1_000, column) / 10).reset_index()


def funnel_data(purchases: int) -> pd.DataFrame:
    """The funnel around the journeys: those who consider are the journeys, those who purchase the converted ones."""
    visitors = {stage: round(JOURNEYS * reach) for stage, reach in STAGES.items()} | {PURCHASE: purchases}
    stages = pd.DataFrame({"stage": list(visitors), "visitors": list(visitors.values())})
    before = stages.visitors.shift(1, fill_value=stages.visitors[0])
    return stages.assign(conversion_rate=(100 * stages.visitors / before).round(1))


def _channels(weights: str, count: int, rng: np.random.Generator) -> Counts:
    return rng.choice(len(TOUCHES), count, p=TOUCHES[weights])


def _times(facts: pd.DataFrame, touch: pd.DataFrame, rng: np.random.Generator) -> pd.Series:
    orders = facts.groupby("date").conversions.sum()
    first = rng.choice(orders.index, JOURNEYS, p=orders / orders.sum())
    gap = pd.Series(np.where(touch.place == 0, _hours(len(touch), rng), rng.exponential(DAYS_BETWEEN, len(touch))))
    passed = gap.groupby(touch.journey).cumsum()
    whole = passed.groupby(touch.journey).transform("max")
    left = (pd.Timestamp(seasons.LAST_DAY) - pd.DatetimeIndex(first)).days.to_numpy() + LAST_HOUR
    late = np.maximum(whole - left[touch.journey], 0)
    at = pd.DatetimeIndex(first[touch.journey]) + pd.TimedeltaIndex(pd.to_timedelta(passed - late, unit="D"))
    return pd.Series(at.floor("s"))


def _hours(count: int, rng: np.random.Generator) -> Numbers:
    return rng.beta(4, 2.5, count)
