"""correlation_matrix: how the measures of the campaign rows move together."""

import pandas as pd

MEASURES = {
    "Ad Spend": "spend",
    "Impressions": "impressions",
    "Clicks": "clicks",
    "CTR": "clicks / impressions",
    "Conversion Rate": "conversions / clicks",
    "Conversions": "conversions",
    "Revenue": "revenue",
    "CPC": "spend / clicks",
    "ROAS": "revenue / spend",
}


def correlation_matrix(facts: pd.DataFrame) -> pd.DataFrame:
    """Pearson correlations over daily totals, a ratio being the ratio of the day's sums; names across and down."""
    days = facts.groupby("date").sum(numeric_only=True)
    measured = pd.DataFrame({name: days.eval(formula) for name, formula in MEASURES.items()})
    return measured.corr().round(4).rename_axis(None).reset_index(names="")
