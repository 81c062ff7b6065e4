"""Attribution: how long credit takes for 2.5 million journeys, and how often its intervals hold the truth."""

import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from analytics.attribution import Model, credited
from analytics.attribution_intervals import MANY_PATHS, resampled
from analytics.markov import ORDERS
from analytics.paths import Paths, decay
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "Credit and its 95 % intervals: 128,000 paths of 2.5 million journeys between 8 channels (ms, median / p95)"
PATHS, JOURNEYS, CHANNELS, LONGEST = 128_000, 2_500_000, 8, 20
HEADINGS = ("model", "credit", "with 500 resamples", "memory, MB")
SHOWN = (Model.LINEAR, Model.SHAPLEY, Model.MARKOV)
COVERAGE = ("held, %", "paths", "journeys", *SHOWN)
HELD = ("conversions", "share", "difference of two")
SIZES = ((300, 2_000), (300, 20_000), (MANY_PATHS + 5_000, 200_000))
TRIALS = 200
ASKED = (*((model, 1) for model in Model), (Model.MARKOV, 2), (Model.MARKOV, 3))


def run() -> str:
    """Time every model, then count how often intervals hold the share that the journeys were drawn with."""
    paths = drawn(population(PATHS), JOURNEYS, np.random.default_rng(1))
    timings = table(HEADINGS, [list(_row(paths, model, order)) for model, order in ASKED])
    coverage = [row for size, journeys in SIZES for row in _coverage(size, journeys)]
    return f"{timings}\n\n{table(COVERAGE, coverage)}"


def population(size: int) -> Paths:
    """Paths whose conversions and nulls are probabilities that sum to 1: few are common, most are rare."""
    rng = np.random.default_rng(7)
    lengths = np.minimum(rng.geometric(0.25, size), LONGEST)
    starts = np.concatenate(([0], lengths.cumsum()))
    liked = rng.dirichlet(np.full(CHANNELS, 4.0))
    touches = rng.choice(CHANNELS, starts[-1], p=liked).astype(np.int16)
    common = rng.pareto(1.5, size)
    rate = np.clip(0.05 + 0.4 * liked[touches[starts[1:] - 1]] * CHANNELS * rng.random(size), 0, 0.95)
    names = tuple(f"Channel {number}" for number in range(CHANNELS))
    shares = decay(rng.exponential(10, starts[-1]), starts, 7.0)
    conversions, nulls = common * rate / common.sum(), common * (1 - rate) / common.sum()
    return Paths(names, touches, starts, conversions, conversions * 1000, nulls, shares, shares)


def drawn(known: Paths, journeys: int, rng: np.random.Generator) -> Paths:
    """That many journeys drawn from a population."""
    chances = np.concatenate((known.conversions, known.nulls))
    counts = rng.multinomial(journeys, chances / chances.sum()).astype(np.float64)
    conversions, nulls = np.split(counts, 2)
    return replace(known, conversions=conversions, value=conversions * 1000, nulls=nulls)


def _row(paths: Paths, model: Model, order: int) -> Iterator[Cell | Timing]:
    yield f"{model}, order {order}" if model is Model.MARKOV else str(model)
    yield timed(lambda: credited(paths, model, order=order))
    if order == max(ORDERS):
        yield from (_one_resample(paths, order), "")
        return
    yield timed(lambda: resampled(paths, model, order=order), runs=5)
    yield _memory(paths, model, order)


def _one_resample(paths: Paths, order: int) -> str:
    started = time.perf_counter()
    resampled(paths, Model.MARKOV, order=order, resamples=5)
    return f"{200 * (time.perf_counter() - started):,.0f} a resample"


def _memory(paths: Paths, model: Model, order: int) -> int:
    tracemalloc.start()
    resampled(paths, model, order=order)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / 1e6)


def _coverage(size: int, journeys: int) -> Iterator[list[Cell]]:
    known, rng = population(size), np.random.default_rng(11)
    samples = [drawn(known, journeys, rng) for _ in range(TRIALS)]
    held = [np.mean([_held(known, sample, model, journeys) for sample in samples], axis=0) for model in SHOWN]
    for place, name in enumerate(HELD):
        yield [name, size, journeys, *(100 * float(each[place]) for each in held)]


def _held(known: Paths, sample: Paths, model: Model, journeys: int) -> tuple[float, float, float]:
    """How much of the truth the intervals hold: conversions, shares, and one channel's share less the next's."""
    truth, found = credited(known, model), resampled(sample, model)
    ends, shares = found.intervals(), dict(zip(truth["channel"], truth["share"], strict=True))
    conversions = (truth["conversions"] * journeys).between(ends["conversions_low"], ends["conversions_high"])
    differences = []
    for one, other in pairwise(shares):
        low, high = found.difference(one, other)
        differences.append(low <= shares[one] - shares[other] <= high)
    share = truth["share"].between(ends["share_low"], ends["share_high"])
    return float(conversions.mean()), float(share.mean()), float(np.mean(differences))
