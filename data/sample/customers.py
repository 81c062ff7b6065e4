"""customer_data: the customers who placed the orders, and what each is worth."""

from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.sample import plan
from data.sample.shares import Numbers, Words, apportioned, apportioned_within, paise, rupees
from data.tables.customers import CUSTOMER

CUSTOMERS = 5_000
FIRST_CUSTOMER = 10_000
WINDOW_MONTHS = 24
LONGEST_TENURE = 60
AGES = ((18, "18-25"), (26, "26-35"), (36, "36-45"), (46, "46-55"), (56, "55+"))
INCOMES = ((0, "Low"), (50_000, "Medium"), (100_000, "High"), (200_000, "Premium"))
GENDERS = {"Female": 0.48, "Male": 0.49, "Other": 0.03}
TIERS = {"Tier 1": 0.42, "Tier 2": 0.36, "Tier 3": 0.22}
ACQUIRED = {
    "Paid Search": 0.27,
    "Social Media": 0.25,
    "Organic": 0.20,
    "Referral": 0.12,
    "Partner": 0.08,
    "Offline Event": 0.08,
}
PROMOTER, PASSIVE, DETRACTOR = "Promoter", "Passive", "Detractor"


@dataclass(frozen=True)
class Segment:
    """A customer segment: share, orders and basket against the others, income, contentment, visits, churn risk."""

    customer_segment: str
    share: float
    orders: float
    basket: float
    income: float
    content: float
    visits: float
    risk: float


SEGMENTS = (
    Segment("Premium", 0.10, 3.2, 1.70, 1.50, 4.25, 9.0, 0.03),
    Segment("Regular", 0.42, 1.1, 1.00, 1.00, 4.00, 5.0, 0.09),
    Segment("Budget", 0.24, 0.8, 0.60, 0.75, 3.80, 4.0, 0.14),
    Segment("New", 0.19, 0.2, 0.85, 0.95, 3.95, 3.0, 0.12),
    Segment("Churned", 0.05, 0.2, 0.80, 0.95, 3.10, 0.4, 1.00),
)


def customer_data(facts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row per customer; orders and lifetime value of a region's customers sum to that region's campaign rows.

    Lifetime value is what a customer spent in the two years of the sample, so tenure beyond them adds nothing.
    """
    people = _people(rng).pipe(_bought, facts, rng).pipe(_behaved, rng).pipe(_felt, rng)
    return people[[column.name for column in CUSTOMER.columns]]


def acquired(customers: pd.DataFrame) -> int:
    """How many customers placed their first order within the sample."""
    return int((customers.tenure_months <= WINDOW_MONTHS).sum())


def _people(rng: np.random.Generator) -> pd.DataFrame:
    segments = pd.DataFrame([asdict(segment) for segment in SEGMENTS])
    regions = plan.regions()
    region = np.repeat(regions.index, apportioned(CUSTOMERS, regions.customers))
    segment = rng.choice(len(segments), CUSTOMERS, p=segments.share)
    people = segments.drop(columns="share").iloc[segment].reset_index(drop=True)
    age = np.clip(rng.gamma(2.6, 6.2, CUSTOMERS) + 17, 18, 70).astype(int)
    skill = np.exp(rng.normal(0, 0.46, CUSTOMERS)) * (0.8 + 0.2 * np.minimum(age, 50) / 33)
    income = np.clip(people.income * 72_000 * skill, 20_000, 400_000).round(0).astype(int)
    return people.assign(
        customer_id=[f"CUST_{FIRST_CUSTOMER + place}" for place in range(CUSTOMERS)],
        region=rng.permutation(region),
        gender=_drawn(GENDERS, rng),
        age=age,
        age_group=_bracket(age, AGES),
        income=income,
        income_bracket=_bracket(income, INCOMES),
        city_tier=_drawn(TIERS, rng),
        acquisition_channel=_drawn(ACQUIRED, rng),
        tenure_months=_tenure(people.customer_segment, rng),
    )


def _tenure(segment: pd.Series, rng: np.random.Generator) -> Numbers:
    months = np.ceil(np.minimum(rng.gamma(1.5, 12.5, CUSTOMERS) + 1, LONGEST_TENURE))
    return np.where(segment == "New", np.ceil(months / 12), months).astype(int)


def _bought(people: pd.DataFrame, facts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    sums = facts.groupby("region")[["conversions", "revenue"]].sum()
    active = np.minimum(people.tenure_months, WINDOW_MONTHS) / WINDOW_MONTHS
    habit = np.asarray(people.orders * (0.25 + active) * np.exp(rng.normal(0, 0.45, CUSTOMERS)))
    repeats = sums.conversions - people.region.value_counts()
    purchases = 1 + apportioned_within(people.region, repeats, habit)
    wealth = (people.income / people.income.median()) ** 0.6
    basket = np.asarray(people.basket * wealth * np.exp(rng.normal(0, 0.30, CUSTOMERS)))
    value = rupees(apportioned_within(people.region, paise(sums.revenue), purchases * basket))
    return people.assign(
        lifetime_value=value, total_purchases=purchases, avg_order_value=np.round(value / purchases, 2)
    )


def _behaved(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    gone = people.customer_segment == "Churned"
    lately = rng.gamma(1.6, 26.0, CUSTOMERS) * np.where(people.customer_segment == "Premium", 0.6, 1.0) + 1
    days = np.where(gone, rng.uniform(180, 365, CUSTOMERS), np.minimum(lately, 365))
    return people.assign(
        last_purchase_days=np.minimum(days, people.tenure_months * 30).astype(int),
        email_open_rate=np.clip(rng.normal(0.25, 0.10, CUSTOMERS) - 0.12 * gone, 0, 1).round(3),
        website_visits_monthly=rng.poisson(people.visits * rng.gamma(2, 0.5, CUSTOMERS)),
        app_sessions_monthly=rng.poisson(people.visits * 1.6 * rng.gamma(2, 0.5, CUSTOMERS)),
        support_tickets=rng.poisson(1.2 + 0.8 * gone, CUSTOMERS),
    )


def _felt(people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    mood = people.content + 0.15 - 0.12 * people.support_tickets + rng.normal(0, 0.55, CUSTOMERS)
    score = np.clip(mood, 1, 5).round(2)
    recommends = score + rng.normal(0, 0.25, CUSTOMERS)
    nps = np.select([recommends >= 4.0, recommends >= 3.4], [PROMOTER, PASSIVE], DETRACTOR)
    odds = np.log(people.risk.clip(upper=0.9) / (1 - people.risk.clip(upper=0.9)))
    odds = odds - 0.7 * (score - 3.9) + 0.008 * (people.last_purchase_days - 45)
    chance = 1 / (1 + np.exp(-odds))
    churned = (rng.random(CUSTOMERS) < chance) | (people.customer_segment == "Churned")
    return people.assign(
        satisfaction_score=score,
        nps_category=nps,
        is_churned=churned.astype(int),
        churn_probability=np.clip(chance + rng.normal(0, 0.03, CUSTOMERS), 0.001, 0.999).round(3),
    )


def _drawn(shares: dict[str, float], rng: np.random.Generator) -> Words:
    return rng.choice(np.array(list(shares)), CUSTOMERS, p=list(shares.values()))


def _bracket(values: npt.ArrayLike, brackets: tuple[tuple[int, str], ...]) -> Words:
    edges = [low for low, _ in brackets]
    return np.array([name for _, name in brackets])[np.searchsorted(edges, values, side="right") - 1]
