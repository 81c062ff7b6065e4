import math
from pathlib import Path

import pandas as pd
import pytest

from analytics.attribution import Model, credit
from analytics.attribution_grouping import grouped
from analytics.paths import Paths

REAL = Path("../shared/real/novamart/iso/customer_journey.csv")


def wide(*rows: tuple[object, ...]) -> pd.DataFrame:
    columns = ["touchpoint_1", "touchpoint_2", "touchpoint_10", "customer_count"]
    return pd.DataFrame(list(rows), columns=columns, dtype=object)


def test_rows_of_the_same_path_are_summed() -> None:
    found = grouped(
        wide(("A", "B", "Purchase", 3), ("A", "B", "Exit", 4), ("A", "Purchase", None, 2), ("A", "B", "Purchase", 1))
    )
    assert found["path"].tolist() == [("A",), ("A", "B")]
    assert found["conversions"].tolist() == [2, 4]
    assert found["nulls"].tolist() == [0, 4]
    assert found["value"].tolist() == [0, 0]
    assert Paths.of(found).has_nulls


def test_a_journey_that_ends_in_neither_has_not_converted() -> None:
    found = grouped(wide(("A", "B", math.nan, 5)))
    assert found[["conversions", "nulls"]].to_numpy().tolist() == [[0, 5]]
    assert found["path"].tolist() == [("A", "B")]


def test_touchpoints_follow_their_numbers_and_empty_ones_are_passed_over() -> None:
    frame = wide(("A", " ", "Purchase", 5)).iloc[:, ::-1]
    assert grouped(frame)["path"].tolist() == [("A",)]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("Purchase", None, None, 1), "row 0, touchpoint_1: expected a channel, found 'Purchase'"),
        ((None, None, None, 1), "row 0, touchpoint_1: expected a channel, found nothing"),
        (("A", "Exit", None, -1), "row 0, customer_count: expected a finite number from 0, found -1"),
        (("A", "Exit", None, "many"), "row 0, customer_count: expected a finite number from 0, found 'many'"),
    ],
)
def test_what_cannot_be_used_is_named(row: tuple[object, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        grouped(wide(row))


def test_columns_missing_are_named() -> None:
    with pytest.raises(ValueError, match="expected the columns touchpoint_1 … and customer_count, found steps"):
        grouped(pd.DataFrame({"steps": ["A"]}))


def test_the_real_journeys_are_all_credited() -> None:
    if not REAL.exists():
        pytest.skip(f"{REAL} is absent")
    read = pd.read_csv(REAL)
    frame = grouped(read)
    last = read.filter(like="touchpoint_").ffill(axis=1).iloc[:, -1]
    bought = float(read["customer_count"][last == "Purchase"].sum())
    assert frame["conversions"].sum() + frame["nulls"].sum() == read["customer_count"].sum()
    for model in set(Model) - {Model.TIME_DECAY}:
        found = credit(frame, model)
        assert found["conversions"].sum() == pytest.approx(bought)
        assert not {"Purchase", "Exit"} & set(found["channel"])
