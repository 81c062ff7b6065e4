import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.correlation import computable, correlations, faults, of_columns, supplied
from tests.analytics.frames import REAL, row, rows

MATRIX = Path("../shared/real/novamart/iso/correlation_matrix.csv")


def test_pearson_over_daily_totals_by_hand() -> None:
    given = rows(
        row("2024-01-01", "Email", clicks=1, spend=1),
        row("2024-01-01", "Direct", clicks=1, spend=1),
        row("2024-01-02", clicks=4, spend=1),
        row("2024-01-03", clicks=3, spend=6),
    )
    found = correlations(given, ["date"], ("clicks", "spend"))
    # Clicks 2, 4, 3 (mean 3: −1, 1, 0), spend 2, 1, 6 (mean 3: −1, −2, 3): 1 − 2 + 0 = −1 over √(2 × 14).
    assert found.values.loc["clicks", "spend"] == pytest.approx(-1 / math.sqrt(28))
    assert found.pairs.loc["clicks", "spend"] == 3


def test_an_undefined_ratio_leaves_its_group_out_of_that_pair_alone() -> None:
    given = rows(
        *(row(f"2024-01-0{day}", impressions=10 * day, clicks=day * day, spend=day) for day in range(1, 5)),
        row("2024-01-05", impressions=0, clicks=7, spend=5),
    )
    found = correlations(given, ["date"], ("ctr", "clicks", "spend"))
    assert (found.pairs.loc["ctr", "clicks"], found.pairs.loc["clicks", "spend"]) == (4, 5)
    assert found.values.loc["ctr", "spend"] == pytest.approx(1)


def test_what_does_not_vary_or_rests_on_two_groups_has_none() -> None:
    flat = of_columns(pd.DataFrame({"x": [1.0, 2, 3], "y": [5.0, 5, 5], "z": [1.0, 2, math.nan]}))
    assert np.isnan(flat.values.to_numpy()[0]).tolist() == [False, True, True]
    assert flat.strongest() is None


def test_the_strongest_pair_is_either_way() -> None:
    found = of_columns(pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [1.0, 3, 2, 4], "z": [4.0, 3, 2, 1]}))
    assert found.strongest() == ("x", "z", -1)


@pytest.mark.parametrize(
    ("name", "known"),
    [("Ad Spend", "spend"), ("CTR", "ctr"), (" conversion rate ", "cvr"), ("ROAS", "roas"), ("Email Opens", None)],
)
def test_a_supplied_name_stands_for_a_metric_or_is_not_computable(name: str, known: str | None) -> None:
    found = computable(name)
    assert (found.name if found else None) == known


def square(*cells: list[float]) -> pd.DataFrame:
    names = [f"m{place}" for place in range(len(cells))]
    return pd.DataFrame(list(cells), index=names, columns=names)


def test_a_matrix_is_read_in_the_order_of_its_rows() -> None:
    cells = {"measure": ["b", "b", "a", "a"], "other": ["b", "a", "b", "a"], "correlation": [1, 0.5, 0.5, 1]}
    assert supplied(pd.DataFrame(cells)).to_dict() == {"b": {"b": 1, "a": 0.5}, "a": {"b": 0.5, "a": 1}}


@pytest.mark.parametrize(
    ("matrix", "said"),
    [
        (square([1, 0.5], [0.5, 1]), ""),
        (square([1, 0.5], [math.nan, 1]), "not every pair"),
        (square([1, 1.2], [1.2, 1]), "outside"),
        (square([0.9, 0.5], [0.5, 1]), "itself"),
        (square([1, 0.5], [0.2, 1]), "two different"),
        (square([1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]), "negative eigenvalue"),
        (square([1, 0.71, 0.71], [0.71, 1, 0], [0.71, 0, 1]), ""),
    ],
)
def test_what_is_no_correlation_matrix_says_why(matrix: pd.DataFrame, said: str) -> None:
    found = faults(matrix)
    assert bool(found) is bool(said)
    assert all(said in each for each in found)


def test_any_data_give_a_valid_matrix_also_rounded() -> None:
    table = pd.DataFrame(np.random.default_rng(7).normal(size=(40, 6)) @ np.random.default_rng(8).normal(size=(6, 6)))
    values = of_columns(table).values
    assert faults(values) == faults(values.round(2)) == ()


@pytest.mark.skipif(not MATRIX.exists(), reason="real files are not here")
def test_the_real_matrix_is_none_and_the_real_rows_give_another() -> None:
    real = pd.read_csv(MATRIX, index_col=0)
    long = real.rename_axis("measure").reset_index().melt("measure", var_name="other", value_name="correlation")
    # Its smallest eigenvalue is −0.0467; rounding ten measures to two decimals explains at most −0.045.
    assert faults(supplied(long)) == ("no data can have these correlations together (it has a negative eigenvalue)",)
    facts = pd.read_csv(REAL, parse_dates=["date"])
    days = facts.groupby("date")[["spend", "clicks", "revenue"]].sum()
    found = correlations(facts, ["date"], ("spend", "clicks", "revenue"))
    assert np.allclose(found.values, days.corr())
    assert found.pairs.loc["spend", "revenue"] == len(days)
