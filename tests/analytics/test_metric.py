import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.metric import Metric
from analytics.metrics import METRICS, metric
from tests.analytics.frames import MEASURES, NOT_REPORTED, TWO_CHANNELS, row, rows


def test_a_ratio_is_never_the_mean_of_ratios() -> None:
    assert metric("roas").by(TWO_CHANNELS, ["channel"]).to_dict() == {"Email": 8.0, "Google Ads": 2.0}
    assert metric("roas").value(TWO_CHANNELS) != pytest.approx((8 + 2) / 2)


def test_a_ratio_takes_only_rows_that_report_both_sides() -> None:
    given = rows(
        row("2024-01-01", spend=100, revenue=500),
        row("2024-01-02", spend=NOT_REPORTED, revenue=900),
        row("2024-01-03", spend=25, revenue=NOT_REPORTED),
    )
    assert metric("roas").value(given) == 5.0
    assert metric("roas").left_out(given) == {"revenue": 900.0, "spend": 25.0}
    assert metric("revenue").value(given) == 1_400
    assert metric("profit_after_spend").value(given) == 400


def test_left_out_counts_each_row_once_where_row_labels_repeat() -> None:
    reported, silent = (
        rows(row("2024-01-01", spend=1, revenue=2)),
        rows(row("2024-01-02", spend=NOT_REPORTED, revenue=9)),
    )
    assert metric("roas").left_out(pd.concat([reported, silent])) == {"revenue": 9.0}


def test_nothing_is_left_out_where_all_is_reported() -> None:
    assert metric("roas").left_out(TWO_CHANNELS) == {}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (rows(), "no rows in this view"),
        (rows(row("2024-01-01", spend=0, revenue=5)), "spend is 0"),
        (rows(row("2024-01-01", spend=NOT_REPORTED, revenue=5)), "spend not reported"),
        (
            rows(row("2024-01-01", spend=NOT_REPORTED, revenue=NOT_REPORTED)),
            "revenue and spend not reported",
        ),
        (
            rows(
                row("2024-01-01", spend=NOT_REPORTED, revenue=5),
                row("2024-01-02", spend=5, revenue=NOT_REPORTED),
            ),
            "no row reports revenue and spend together",
        ),
    ],
)
def test_a_value_that_cannot_be_computed_is_nan_for_a_reason(given: pd.DataFrame, reason: str) -> None:
    assert math.isnan(metric("roas").value(given))
    assert metric("roas").reason(given) == reason


def test_zero_that_is_reported_is_zero() -> None:
    assert metric("spend").value(rows(row("2024-01-01", spend=0))) == 0


def test_nothing_reported_is_nan_and_not_zero() -> None:
    silent = rows(row("2024-01-01", spend=NOT_REPORTED))
    assert math.isnan(metric("spend").value(silent))
    assert metric("spend").reason(silent) == "spend not reported"


def test_negative_revenue_gives_a_negative_return() -> None:
    refunds = rows(row("2024-01-01", spend=10, revenue=-5))
    assert metric("roas").value(refunds) == -0.5
    assert metric("roi").value(refunds) == -1.5


def test_by_groups_by_several_keys() -> None:
    given = rows(
        row("2024-01-01", "Email", "North", spend=1, revenue=4),
        row("2024-01-01", "Email", "South", spend=0, revenue=4),
        row("2024-01-02", "Email", "North", spend=1, revenue=8),
    )
    returns = metric("roas").by(given, ["channel", "region"])
    assert returns["Email", "North"] == 6.0
    assert math.isnan(returns["Email", "South"])


@pytest.mark.parametrize("known", METRICS, ids=lambda known: known.name)
def test_an_empty_frame_raises_nothing(known: Metric) -> None:
    assert math.isnan(known.value(rows()))
    assert known.by(rows(), ["channel", "region"]).empty
    assert known.left_out(rows()) == {}
    assert known.ranked(rows(), ["channel"]).empty


amounts = st.one_of(st.just(NOT_REPORTED), st.just(0.0), st.floats(0, 1e9).map(lambda value: round(value, 2)))


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.sampled_from("AB"), st.fixed_dictionaries(dict.fromkeys(MEASURES, amounts))), max_size=8),
    st.sampled_from(METRICS),
)
def test_values_are_finite_or_nan_with_a_reason(given: list[tuple[str, dict[str, float]]], known: Metric) -> None:
    frame = rows(*(row("2024-01-01", channel, "North", **measures) for channel, measures in given))
    value = known.value(frame)
    assert not math.isinf(value)
    assert not math.isnan(value) or known.reason(frame)


def test_rates_with_few_in_the_denominator_are_not_ranked() -> None:
    given = rows(
        row("2024-01-01", "Email", clicks=99, conversions=99),
        row("2024-01-01", "Google Ads", clicks=100, conversions=1),
    )
    assert metric("cvr").ranked(given, ["channel"]).to_dict() == {"Email": False, "Google Ads": True}
    assert metric("clicks").ranked(given, ["channel"]).to_dict() == {"Email": True, "Google Ads": True}


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("revenue", "revenue"),
        ("roas", "revenue / spend"),
        ("cpm", "1,000 × spend / impressions"),
        ("roi", "(revenue − spend) / spend"),
        ("profit_after_spend", "revenue − spend"),
    ],
)
def test_formula_is_written_as_read(name: str, formula: str) -> None:
    assert metric(name).formula == formula


def test_measures_are_named_once_each() -> None:
    assert metric("roi").measures == ("revenue", "spend")
