"""Attribution: how long credit takes at the size of 2.5 million journeys, and how often its intervals hold the truth."""

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from analytics.attribution import Model, credited
from analytics.attribution_frame import Floats
from analytics.attribution_intervals import MANY_PATHS, resampled
from analytics.paths import Paths, decay
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "Credit and its 95 % intervals: 128,000 paths of 2.5 million journeys between 8 channels (ms, median / p95)"
PATHS, JOURNEYS, CHANNELS, LONGEST = 128_000, 2_500_000, 8, 20
HEADINGS = ("model", "credit", "with 500 resamples")
COVERAGE = ("shares held, %", "paths", "journeys", "linear", "shapley", "markov")
TRIALS, FEW_PATHS = 200, 300
ASKED = tuple((model, 1) for model in Model) + ((Model.MARKOV, 2), (Model.MARKOV, 3))


def run() -> str:
    """Time every model, then count how often intervals hold the share that the journeys were drawn with."""
    paths = drawn(population(PATHS), JOURNEYS, np.random.default_rng(1))
    timings = table(HEADINGS, [list(_row(paths, model, order)) for model, order in ASKED])
    coverage = [_coverage(FEW_PATHS, 2_000), _coverage(FEW_PATHS, 20_000), _coverage(MANY_PATHS + 5_000, 200_000)]
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
    yield timed(lambda: resampled(paths, model, order=order), runs=5) if order < 3 else _one_resample(paths, order)


def _one_resample(paths: Paths, order: int) -> str:
    started = time.perf_counter()
    resampled(paths, Model.MARKOV, order=order, resamples=5)
    return f"{200 * (time.perf_counter() - started):,.0f} a resample"


def _coverage(size: int, journeys: int) -> list[Cell]:
    known, rng = population(size), np.random.default_rng(11)
    samples = [drawn(known, journeys, rng) for _ in range(TRIALS)]
    held = [100 * float(np.mean([_held(known, sample, model) for sample in samples])) for model in COVERAGE[3:]]
    return ["of the population", size, journeys, *held]


def _held(known: Paths, sample: Paths, model: str) -> Floats:
    truth, found = credited(known, model)["share"], resampled(sample, model).intervals()
    return np.asarray(truth.between(found["share_low"], found["share_high"]), dtype=np.float64)
