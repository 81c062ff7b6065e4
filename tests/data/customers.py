"""Customers as tests publish them, and the same ones as pandas has them."""

from random import Random

import pandas as pd

from tests.data.publishing import Rows

SEGMENTS = ("Loyal", "New", "Occasional", None)


def customers(count: int, seed: int = 7) -> Rows:
    """That many customers, some of whom do not report their segment, income, satisfaction or whether they left."""
    dice = Random(seed)
    return tuple(
        {
            "customer_id": f"C{number:05}",
            "customer_segment": dice.choice(SEGMENTS),
            "region": dice.choice(["North", "South"]),
            "age": dice.randint(18, 80),
            "income": dice.choice([None, f"{dice.lognormvariate(10, 1):.4f}", f"{dice.gauss(50_000, 9_000):.2f}"]),
            "lifetime_value": f"{dice.gauss(0, 4_000):.2f}",
            "satisfaction_score": dice.choice([None, dice.randint(0, 50) / 10]),
            "is_churned": dice.choice([None, True, False]),
        }
        for number in range(count)
    )


def numbers(rows: Rows) -> pd.DataFrame:
    """The rows with what is measured as floats, NaN where it is not reported."""
    frame = pd.DataFrame(rows)
    measured = ["age", "income", "lifetime_value", "satisfaction_score", "is_churned"]
    return frame.assign(**{name: frame[name].astype(object).astype(float) for name in measured})


CUSTOMERS = customers(400)
FRAME = numbers(CUSTOMERS)
