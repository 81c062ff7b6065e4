import math
from pathlib import Path

import numpy as np
import pytest

from callbacks.customer_reads import OTHERS, Reads
from callbacks.opening import open_state
from data.rollups import Thresholds
from layouts.customers import PAGE
from tests.callbacks.opening import context_of
from tests.data.customers import customers, numbers
from tests.data.publishing import publish_rows

ROWS = customers(400)


def reads(state: Path, query: str = "", when: Thresholds | None = None) -> Reads:
    publish_rows(state, when, customer_data=ROWS)
    return Reads(open_state(context_of(state), PAGE, query, None, "light"))


def test_axes_end_where_nearly_all_lie_below_and_begin_at_0_or_lower(tmp_path: Path) -> None:
    axes, mine = reads(tmp_path).axes(), numbers(ROWS)
    assert axes.ends_x == pytest.approx((0, np.quantile(mine["income"].dropna(), 0.995)))
    assert axes.ends_y[0] == pytest.approx(mine["lifetime_value"].min())


def test_cells_have_round_steps_of_which_a_few_dozen_cover_the_plot(tmp_path: Path) -> None:
    found = reads(tmp_path)
    axes = found.axes()
    bins, steps = found.cells(axes)
    assert bins["rows"].sum() == numbers(ROWS)["income"].notna().sum()
    for step, (low, high) in zip(steps, (axes.ends_x, axes.ends_y), strict=True):
        assert step / 10 ** math.floor(math.log10(step)) in (pytest.approx(1), pytest.approx(2), pytest.approx(5))
        assert 19 <= (high - low) / step <= 48


def test_members_are_all_there_whatever_is_chosen_of_them_but_the_rest_is_filtered(tmp_path: Path) -> None:
    segments = reads(tmp_path, "segment=New&region=North").people("customer_segment").now
    counts = segments.groupby("customer_segment")["rows"].sum()
    north = numbers(ROWS).query("region == 'North'").groupby("customer_segment").size()
    assert counts.to_dict() == north.to_dict()


def test_what_people_tell_is_summed_by_each_dimension(tmp_path: Path) -> None:
    told, mine = reads(tmp_path).people("customer_segment").now, numbers(ROWS)
    for column in ("region", "customer_segment"):
        by = mine.groupby(column)["satisfaction_score"]
        sums = told.groupby(column)[["satisfaction", "ratings", "squares"]].sum()
        assert sums["ratings"].to_dict() == by.count().to_dict()
        assert sums["satisfaction"].to_dict() == pytest.approx(by.sum().to_dict())
        assert sums["squares"].to_dict() == pytest.approx(by.agg(lambda scores: (scores**2).sum()).to_dict())


def test_what_a_sample_tells_is_scaled_to_all(tmp_path: Path) -> None:
    told = reads(tmp_path, when=Thresholds(most_rows=100)).people("customer_segment").now
    assert told["rows"].sum() == 400
    # Each of the 100 stands for 4; a third do not say whether they left, half give no score.
    assert all(told[name].sum() % 4 == 0 for name in ("known", "ratings"))
    assert 200 < told["known"].sum() < 330
    assert 140 < told["ratings"].sum() < 260


def test_without_channels_there_is_nobody_on_either_side(tmp_path: Path) -> None:
    found = reads(tmp_path)
    assert found.most_used() == ""
    left, right = found.halves("Fax")
    assert (left.name, right.name) == ("Fax", OTHERS)
    assert left.spreads["rows"].sum() == 0


def test_a_sample_is_known_as_one(tmp_path: Path) -> None:
    assert reads(tmp_path, when=Thresholds(most_rows=100)).coverage.sample == 100
