import math

import pandas as pd
import pytest

from analytics.slices import AUC, CALLED, LIFT, PRECISION
from layouts.ui.slice_measures import MEASURES, measure


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def row(**given: float) -> "pd.Series[float]":
    return pd.Series(given)


def test_a_slice_is_pale_where_it_is_small_or_few_of_its_leads_were_called() -> None:
    rows = pd.DataFrame({"small": [False, True, False], CALLED: [10, 50, 9], "n": [100, 100, 100]})
    assert measure(PRECISION).pale(rows).tolist() == [False, True, True]
    assert measure(AUC).pale(rows).tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("name", "fewest"),
    [
        (AUC, "Pale: fewer than 10 bought, or fewer than 10 did not."),
        (PRECISION, "Pale: fewer than 10 bought, or fewer than 10 did not, or fewer than 10 were called."),
        (LIFT, "Pale: fewer than 10 bought, or fewer than 10 did not, or its best tenth is fewer than 10."),
    ],
)
def test_which_slices_are_pale_is_said(name: str, fewest: str) -> None:
    assert measure(name).fewest == fewest


def test_beside_an_area_stands_how_many_bought_and_beside_a_rate_of_how_many_leads_it_is() -> None:
    assert plain(measure(AUC).aside(row(base_rate=0.254), "INR")) == "25 %"
    assert measure(PRECISION).aside(row(called=123456), "INR") == "1,23,456"


def test_a_figure_is_said_with_its_interval_and_against_the_rest() -> None:
    name = measure(AUC).name
    known = row(**{name: 0.75, f"{name}_low": 0.7, f"{name}_high": 0.8})
    assert plain(measure(AUC).sure(known)) == "AUC <b>0.750</b> (95 %: 0.700 to 0.800)"
    apart = {f"{name}_difference": 0.05, f"{name}_difference_low": 0.01, f"{name}_difference_high": 0.09}
    assert plain(measure(AUC).against_rest(row(**apart))) == "0.050 against the rest (95 %: 0.010 to 0.090)"
    assert measure(AUC).against_rest(row(**apart | {f"{name}_difference_low": math.nan})) == ""


def test_a_measure_is_found_by_its_name() -> None:
    assert [measure(known.name) for known in MEASURES] == list(MEASURES)
    with pytest.raises(KeyError, match="nothing"):
        measure("nothing")
