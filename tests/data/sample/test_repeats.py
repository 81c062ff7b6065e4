import pandas as pd

from data.sample.repeats import calendar_words, ratios
from data.tables.campaigns import CAMPAIGN


def test_the_words_of_a_day() -> None:
    words = calendar_words(pd.DataFrame({"date": pd.to_datetime(["2025-10-20"])}))
    assert words.iloc[0, 1:].tolist() == ["Monday", "October", "Q4", 2025]


def test_ratios_worked_by_hand_and_blank_where_nothing_divides() -> None:
    rows = pd.DataFrame(
        {
            "impressions": [300, 10],
            "clicks": [9, 0],
            "conversions": [2, 0],
            "spend": [10.0, 0.0],
            "revenue": [35.5, 7.0],
        }
    )
    found = ratios(rows, CAMPAIGN).loc[:, "ctr":]
    assert list(found) == ["ctr", "conversion_rate", "cpc", "cpa", "roas"]
    assert found.iloc[0].tolist() == [3.0, 22.22, 1.11, 5.0, 3.55]
    assert found.iloc[1].isna().tolist() == [False, True, True, True, True]
