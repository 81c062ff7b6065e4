"""What the ad money returns: the way from revenue to profit after ad spend, and where break-even is."""

from dataclasses import dataclass

import pandas as pd

from analytics.ad_metrics import ad_metric
from analytics.comparison import DATE
from analytics.metrics import break_even_roas
from analytics.numbers import percent

REVENUE, SPEND, PROFIT = "revenue", "spend", "profit"


@dataclass(frozen=True)
class Step:
    """A step of the way: an amount that stands, or one that is taken off the amount before, and what it is."""

    name: str
    amount: float
    about: str
    stands: bool = False


@dataclass(frozen=True)
class BreakEven:
    """The ROAS at which gross profit pays for the ads, and in words the margin it follows from."""

    roas: float
    basis: str


def bridge(rows: pd.DataFrame) -> tuple[Step, ...]:
    """From revenue to what is left after ad spend, over the `together` rows; empty without any.

    Where the file reports a profit: revenue, less what the file deducts, is reported profit; that less ad spend is what
    is left. Elsewhere only ad spend is taken off revenue.
    """
    known = together(rows)
    if known.empty:
        return ()
    revenue, spend = float(known[REVENUE].sum()), float(known[SPEND].sum())
    taken = Step("Ad spend", spend, "What was paid for advertising")
    if not known[PROFIT].notna().any():
        left = Step("Profit after ad spend", revenue - spend, ad_metric("profit_after_spend").help, stands=True)
        return (Step("Revenue", revenue, ad_metric(REVENUE).help, stands=True), taken, left)
    profit = float(known[PROFIT].sum())
    return (
        Step("Revenue", revenue, ad_metric(REVENUE).help, stands=True),
        Step("Deducted in the file", revenue - profit, "Revenue less the profit that the file reports"),
        Step("Profit, as reported", profit, ad_metric(PROFIT).help, stands=True),
        taken,
        Step("Reported profit after ad spend", profit - spend, ad_metric("reported_after_spend").help, stands=True),
    )


def together(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that report all that a bridge needs: revenue and spend, and profit where any row reports it."""
    needed = [REVENUE, SPEND, *([PROFIT] if rows[PROFIT].notna().any() else [])]
    return rows.dropna(subset=needed)


def days_above(rows: pd.DataFrame) -> tuple[int, int]:
    """On how many days, of how many, reported profit is more than revenue less ad spend.

    On such a day the profit has not deducted all of the ad spend, for costs are not negative.
    """
    days = together(rows).groupby(DATE)[[REVENUE, SPEND, PROFIT]].sum(min_count=1).dropna()
    return int((days[PROFIT] > days[REVENUE] - days[SPEND]).sum()), len(days)


def break_even(rows: pd.DataFrame, gross_margin: float | None) -> BreakEven | None:
    """Where break-even is: by the gross margin set, else by the margin that the rows report; None without either."""
    if gross_margin:
        return BreakEven(break_even_roas(gross_margin), f"the gross margin set, {percent(gross_margin)}")
    margin = ad_metric("margin").value(rows)
    return BreakEven(break_even_roas(margin), f"the margin as reported, {percent(margin)}") if margin > 0 else None
