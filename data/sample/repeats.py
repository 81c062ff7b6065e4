"""The columns that say again what others say."""

import numpy as np
import pandas as pd

from data.table import Table

DECIMALS = 2


def calendar_words(facts: pd.DataFrame) -> pd.DataFrame:
    """The rows with the weekday, month, quarter and year of their date."""
    day = facts.date.dt
    return facts.assign(
        day_of_week=day.day_name(), month=day.month_name(), quarter="Q" + day.quarter.astype(str), year=day.year
    )


def ratios(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The rows with each ratio of the table by its declared formula, blank where the denominator is 0."""
    complete = rows.copy()
    for column in table.columns:
        if column.formula:
            ratio = np.asarray(rows.eval(column.formula), dtype=float)
            complete[column.name] = np.where(np.isfinite(ratio), ratio, np.nan).round(DECIMALS)
    return complete
