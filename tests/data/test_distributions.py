from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from analytics.periods import Period
from analytics.spread import QUARTILES, Moment, Summary
from data import distributions
from data.answering import Source
from data.distributions import MOST_BINS, TooManyBins, select
from data.query import ROWS, Distribution, Histogram, Moments, Quantiles, Rows
from data.scope import Scope, Terms
from data.snapshot import Snapshot
from data.tables import TABLES
from data.tables.customers import CUSTOMER
from data.tables.journeys import JOURNEYS
from tests.data.customers import CUSTOMERS, FRAME
from tests.data.publishing import published, records

HOSTILE = "income\"; DROP TABLE customer_data; --' OR 1=1"
SOUTH = (("region", ("South",)),)
AGES = Quantiles(CUSTOMER.name, "age")
QUESTIONS: tuple[Distribution, ...] = (
    Histogram(CUSTOMER.name, (("income", 1000),)),
    Quantiles(CUSTOMER.name, "income", QUARTILES),
    Moments(CUSTOMER.name, "income", "lifetime_value"),
    Rows(CUSTOMER.name, ("customer_id", "income")),
)


def test_a_histogram_counts_what_is_in_each_bin(few: Snapshot) -> None:
    frame = few.ask(Histogram(CUSTOMER.name, (("age", 10),)))
    assert list(frame.columns) == ["age", ROWS]
    assert records(frame) == [(20.0, 2.0), (30.0, 2.0)]


def test_a_bin_below_zero_begins_at_its_lower_edge(few: Snapshot) -> None:
    frame = few.ask(Histogram(CUSTOMER.name, (("lifetime_value", 10),)))
    assert records(frame) == [(-10.0, 1.0), (10.0, 1.0), (20.0, 1.0), (30.0, 1.0)]


def test_a_density_has_two_edges_and_counts_only_rows_that_report_both(few: Snapshot) -> None:
    frame = few.ask(Histogram(CUSTOMER.name, (("age", 10), ("income", 200)), ("region",)))
    assert list(frame.columns) == ["region", "age", "income", ROWS]
    assert records(frame) == [("North", 20.0, 0.0, 1.0), ("North", 20.0, 200.0, 1.0), ("North", 30.0, 200.0, 1.0)]


def test_a_flag_is_one_or_zero(few: Snapshot) -> None:
    assert records(few.ask(Histogram(CUSTOMER.name, (("is_churned", 1),)))) == [(0.0, 3.0), (1.0, 2.0)]


def test_moments_worked_by_hand(few: Snapshot) -> None:
    frame = few.ask(Moments(CUSTOMER.name, "age", "lifetime_value", where=(("customer_id", ("b", "c", "d", "e")),)))
    assert list(frame.columns) == list(Moment)
    assert records(frame) == [(3.0, 30.0, 20.0, 2.0, 200.0, 20.0, 1.0)]


def test_one_column_has_moments_of_its_own(few: Snapshot) -> None:
    frame = few.ask(Moments(CUSTOMER.name, "age", "age", where=(("customer_id", ("b", "c", "d", "e")),)))
    # Of 29, 30 and 31 the mean is 30 and the squares about it 1 + 0 + 1; one row reports no age.
    assert records(frame) == [(3.0, 30.0, 30.0, 2.0, 2.0, 2.0, 1.0)]


def test_rows_come_whole_and_in_stored_order(few: Snapshot) -> None:
    frame = few.ask(Rows(CUSTOMER.name, ("region", "income", "is_churned", "customer_id")))
    assert records(frame)[2:] == [("North", 300.25, 0.0, "c"), ("South", None, 0.0, "d"), (None, 900.25, 0.0, "e")]
    assert [str(kind) for kind in frame.dtypes] == ["str", "float64", "float64", "str"]


def test_rows_may_be_had_only_from_those_that_report(few: Snapshot) -> None:
    frame = few.ask(Rows(CUSTOMER.name, ("customer_id",), reported=("age", "income")))
    assert list(frame["customer_id"]) == ["a", "b", "c"]


def test_only_rows_in_the_period_count(few: Snapshot) -> None:
    second = (Period(date(2024, 1, 2), date(2024, 1, 2)),)
    assert records(few.ask(Histogram(JOURNEYS.name, (("value", 5),), periods=second))) == [(5.0, 1.0)]
    assert few.ask(Quantiles(JOURNEYS.name, "value", periods=second))[Summary.MEAN].tolist() == [7.0]
    assert few.ask(Rows(JOURNEYS.name, ("touched_at", "value"), periods=second))["value"].tolist() == [7.0]
    assert few.ask(Moments(JOURNEYS.name, "value", "converted", periods=second))[Moment.N].tolist() == [1.0]


def test_histograms_are_those_of_numpy(crowd: Snapshot) -> None:
    frame = crowd.ask(Histogram(CUSTOMER.name, (("lifetime_value", 500),), where=SOUTH))
    values = FRAME.loc[FRAME["region"] == "South", "lifetime_value"]
    counts, edges = np.histogram(values, np.arange(-20_000, 20_500, 500))
    assert records(frame) == [(edge, count) for edge, count in zip(edges[:-1], counts, strict=True) if count]


def test_moments_are_those_of_numpy(crowd: Snapshot) -> None:
    frame = crowd.ask(Moments(CUSTOMER.name, "income", "lifetime_value", ("region",)))
    expected = []
    for _, group in FRAME.groupby("region"):
        x, y = group.dropna(subset="income")[["income", "lifetime_value"]].to_numpy().T
        (sxx, sxy), (_, syy) = len(x) * np.cov(x, y, bias=True)
        expected.append([len(x), x.mean(), y.mean(), sxx, syy, sxy, len(group) - len(x)])
    np.testing.assert_allclose(frame.drop(columns="region").to_numpy(), expected, rtol=1e-9)


def test_moments_of_large_numbers_close_together_keep_their_digits() -> None:
    with duckdb.connect() as con:
        con.execute("CREATE TABLE customer_data AS SELECT 1e9 + i % 3 AS income, i % 3 AS age FROM range(30000) t(i)")
        statement = select(Moments(CUSTOMER.name, "income", "age"), Source(CUSTOMER.name))
        found = con.execute(statement.text, statement.values).df().iloc[0]
    assert (found[Moment.N], found[Moment.MEAN_X]) == (30_000, 1e9 + 1)
    np.testing.assert_allclose(found[[Moment.SXX, Moment.SXY]].to_numpy(dtype=float), [20_000, 20_000], rtol=1e-7)


def test_a_choice_of_rows_is_repeated_and_changes_with_the_seed(crowd: Snapshot, tmp_path: Path) -> None:
    asked = Rows(CUSTOMER.name, ("customer_id",), most=50)
    again = published(tmp_path, customer_data=CUSTOMERS)
    chosen = crowd.ask(asked)["customer_id"].tolist()
    assert len(set(chosen)) == 50
    assert chosen == sorted(chosen)
    assert chosen == again.ask(asked)["customer_id"].tolist()
    assert chosen != crowd.ask(replace(asked, seed=1))["customer_id"].tolist()


def test_a_narrower_filter_keeps_the_chosen_rows_in_it(crowd: Snapshot) -> None:
    asked = Rows(CUSTOMER.name, ("customer_id", "region"), most=50)
    chosen = crowd.ask(asked)
    south = set(chosen.loc[chosen["region"] == "South", "customer_id"])
    assert south < set(crowd.ask(replace(asked, where=SOUTH))["customer_id"])


def test_rows_are_chosen_evenly(crowd: Snapshot) -> None:
    times = np.zeros(len(CUSTOMERS))
    for seed in range(60):
        chosen = crowd.ask(Rows(CUSTOMER.name, ("customer_id",), most=200, seed=seed))["customer_id"]
        times[[int(each[1:]) for each in chosen]] += 1
    assert times.mean() == 30
    # Binomial(60, 1/2): deviation 3.87, and none of 400 is expected beyond five of them.
    assert times.std() == pytest.approx(3.87, rel=0.2)
    assert 10 < times.min() < times.max() < 50


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("where", [(("region", ("Nowhere",)),), (("region", ()),), (("region", (HOSTILE,)),)])
def test_no_rows_in_view_give_an_empty_frame_with_its_columns(
    crowd: Snapshot, question: Distribution, where: Terms
) -> None:
    empty = crowd.ask(replace(question, where=where))
    assert empty.empty
    assert list(empty.columns) == list(crowd.ask(question).columns)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_scope_hides_rows(crowd: Snapshot, question: Distribution) -> None:
    scoped = crowd.ask(question, Scope(SOUTH))
    pd.testing.assert_frame_equal(scoped, crowd.ask(replace(question, where=SOUTH)))
    assert not scoped.equals(crowd.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        Histogram("no_such_table", (("age", 1),)),
        Histogram(CUSTOMER.name, ((HOSTILE, 1),)),
        Histogram("campaign_performance", (("roas", 1),)),
        Histogram(CUSTOMER.name, (("age", 1),), (HOSTILE,)),
        Quantiles(CUSTOMER.name, HOSTILE),
        Quantiles(CUSTOMER.name, "age", (), (HOSTILE,)),
        Quantiles(CUSTOMER.name, "age", where=((HOSTILE, ("a",)),)),
        Moments(CUSTOMER.name, "age", HOSTILE),
        Rows(CUSTOMER.name, (HOSTILE,)),
        Rows(CUSTOMER.name, ("age",), reported=(HOSTILE,)),
    ],
)
def test_a_name_that_is_not_declared_is_refused(question: Distribution) -> None:
    with pytest.raises(KeyError):
        select(question, Source(question.table))


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (Histogram(CUSTOMER.name, ()), "a column to bin"),
        (Histogram(CUSTOMER.name, (("region", 1),)), "a column of numbers, found region"),
        (Histogram(CUSTOMER.name, (("customer_id", 1),)), "a column of numbers"),
        (Histogram(JOURNEYS.name, (("touched_at", 1),)), "a column of numbers"),
        (Histogram(CUSTOMER.name, (("age", 0),)), "a finite width above 0 for age, found 0"),
        (Histogram(CUSTOMER.name, (("age", -1),)), "a finite width above 0"),
        (Histogram(CUSTOMER.name, (("age", float("inf")),)), "a finite width above 0"),
        (Histogram(CUSTOMER.name, (("age", float("nan")),)), "a finite width above 0"),
        (Histogram(CUSTOMER.name, (("age", 1), ("age", 2))), "no name twice"),
        (Histogram(CUSTOMER.name, (("age", 1),), ("age",)), "no name twice"),
        (Quantiles(CUSTOMER.name, "region"), "a column of numbers"),
        (Quantiles(CUSTOMER.name, "age", (1.1,)), "probabilities from 0 to 1"),
        (Quantiles(CUSTOMER.name, "age", (float("nan"),)), "probabilities from 0 to 1"),
        (Quantiles(CUSTOMER.name, "age", (0.5, 0.5)), "no probability twice"),
        (Moments(CUSTOMER.name, "age", "income", ("age",)), "no name twice"),
        (Moments(CUSTOMER.name, "age", "region"), "a column of numbers"),
        (Rows(CUSTOMER.name, ()), "a column to show"),
        (Rows(CUSTOMER.name, ("age", "age")), "no name twice"),
        (Rows(CUSTOMER.name, ("age",), most=0), "at least one row, found 0"),
        (replace(AGES, periods=(Period(date(2024, 1, 1), date(2024, 1, 2)),)), "carries no day"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(question: Distribution, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        select(question, Source(question.table))


def test_values_are_bound_and_never_part_of_the_text() -> None:
    for question in QUESTIONS:
        statement = select(replace(question, where=(("region", (HOSTILE,)),)), Source(question.table))
        assert HOSTILE in statement.values
        assert HOSTILE not in statement.text
        assert statement.text.count("?") == len(statement.values)


def test_more_bins_than_can_be_drawn_are_refused_and_as_many_are_not(
    crowd: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bins = len(crowd.ask(Histogram(CUSTOMER.name, (("age", 2),))))
    monkeypatch.setattr(distributions, "MOST_BINS", bins)
    assert len(crowd.ask(Histogram(CUSTOMER.name, (("age", 2.0),), where=(("region", ("North", "South")),)))) == bins
    with pytest.raises(TooManyBins, match=rf"at most {bins} bins, found more of width 1 for age"):
        crowd.ask(Histogram(CUSTOMER.name, (("age", 1),)))


def test_an_answer_of_bins_is_never_larger_than_it_may_be() -> None:
    statement = select(QUESTIONS[0], Source(CUSTOMER.name))
    assert statement.text.endswith("LIMIT ?")
    assert statement.values[-1] == MOST_BINS + 1


def test_the_names_of_an_answer_are_no_columns() -> None:
    declared = {column.name for known in TABLES for column in known.stored}
    assert declared.isdisjoint({*Summary, *Moment, ROWS, "place", "points"})
