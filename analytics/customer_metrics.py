"""What the customers' table tells of people: what they are worth, whether they stay, recommend and are content."""

from analytics.metric import Better, Metric
from analytics.metrics import FEWEST
from analytics.nps import ANSWERS, DETRACTORS, PROMOTERS
from analytics.numbers import Unit

CUSTOMERS, LIFETIME_VALUE, PURCHASES = "rows", "lifetime_value", "total_purchases"
CHURNED, KNOWN = "churned", "known"
SATISFACTION, RATINGS = "satisfaction", "ratings"

CUSTOMER_METRICS = (
    Metric("customers", "Customers", "Customers in the file, one a row.", CUSTOMERS, better=Better.NEITHER),
    Metric(
        "ltv",
        "Value per customer",
        "Lifetime value per customer: what one has been worth so far on average, as the file reports it.",
        LIFETIME_VALUE,
        CUSTOMERS,
        unit=Unit.CURRENCY,
        fewest=FEWEST,
    ),
    Metric(
        "order_value",
        "Value per purchase",
        "Lifetime value for each purchase: the average order value where lifetime value is all that was bought. The "
        "file's own averages of each customer are not averaged again.",
        LIFETIME_VALUE,
        PURCHASES,
        unit=Unit.CURRENCY,
        fewest=FEWEST,
    ),
    Metric(
        "nps",
        "NPS",
        "Net promoter score: the share of promoters less that of detractors, in points from −100 to 100.",
        f"{PROMOTERS} - {DETRACTORS}",
        ANSWERS,
        100,
        fewest=FEWEST,
    ),
    Metric(
        "churn",
        "Churn rate",
        "Customers who have left, as a share of those of whom the file says whether they did.",
        CHURNED,
        KNOWN,
        unit=Unit.PERCENT,
        better=Better.DOWN,
        fewest=FEWEST,
    ),
    Metric(
        "satisfaction",
        "Satisfaction",
        "The mean of the satisfaction scores, which go up to 5.",
        SATISFACTION,
        RATINGS,
        unit=Unit.SCORE,
        fewest=FEWEST,
    ),
)


def customer_metric(name: str) -> Metric:
    """The metric of that name among those of customers; KeyError if there is none."""
    return {known.name: known for known in CUSTOMER_METRICS}[name]
