"""Attribution: how long credit takes for 2.5 million journeys, and how often its intervals hold the truth."""

import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from analytics.attribution import Model, credited, tallied
from analytics.attribution_frame import CONVERSIONS, VALUE, Floats
from analytics.attribution_intervals import resampled
from analytics.attribution_tally import worth
from analytics.credit_covariance import credit_covariance
from analytics.credit_intervals import certainty
from analytics.markov import ORDERS
from analytics.offers import Offer, offer
from analytics.paths import Offsets, Paths, decay
from tests.benchmarks.timing import Cell, Timing, table, timed

TITLE = "Credit and its 95 % intervals: 128,000 paths of 2.5 million journeys between 8 channels (ms, median / p95)"
PATHS, JOURNEYS, CHANNELS, LONGEST = 128_000, 2_500_000, 8, 20
APART = 0.5
HEADINGS = ("model", "credit", "with intervals", "memory, MB", "with 500 resamples", "memory, MB")
OFFERED = tuple(offer(key) for key in ("linear", "shapley", "markov-1", "markov-2", "markov-3"))
RESAMPLED = (Model.LINEAR, Model.SHAPLEY, Model.MARKOV)
COVERAGE = ("held, %", "paths", "journeys", *(known.key for known in OFFERED))
AGAIN = ("resampled, held, %", "paths", "journeys", *RESAMPLED)
HELD = ("share of conversions", "share of value")
SIZES = ((300, 2_000), (300, 20_000), (25_000, 200_000))
TRIALS = 100
ASKED = (*((model, 1) for model in Model), (Model.MARKOV, 2), (Model.MARKOV, 3))


def run() -> str:
    """Time every model, then count how often intervals hold the share that the journeys were drawn with."""
    paths = drawn(population(PATHS), JOURNEYS, np.random.default_rng(1))
    timings = table(HEADINGS, [list(_row(paths, model, order)) for model, order in ASKED])
    coverage = [row for size, journeys in SIZES for row in _coverage(size, journeys)]
    again = [row for size, journeys in SIZES[:2] for row in _resampled(size, journeys)]
    return "\n\n".join((timings, table(COVERAGE, coverage), table(AGAIN, again)))


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
    return Paths(
        names, touches, starts, conversions, conversions * rng.lognormal(7, APART, size), nulls, shares, shares
    )


def drawn(known: Paths, journeys: int, rng: np.random.Generator) -> Paths:
    """That many journeys drawn from a population, the value of each conversion around the mean of its path."""
    chances = np.concatenate((known.conversions, known.nulls))
    counts = rng.multinomial(journeys, chances / chances.sum())
    conversions, nulls = np.split(counts.astype(np.float64), 2)
    owners = np.repeat(np.arange(len(conversions)), counts[: len(conversions)])
    values = worth(known)[owners] * rng.lognormal(-(APART**2) / 2, APART, len(owners))
    value, squared = (_summed(owners, each, len(conversions)) for each in (values, values**2))
    return replace(known, conversions=conversions, nulls=nulls, value=value, value_squared=squared)


def _summed(owners: Offsets, each: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(owners, each, size), dtype=np.float64)


def _row(paths: Paths, model: Model, order: int) -> Iterator[Cell | Timing]:
    def sure() -> object:
        return credit_covariance(tallied(paths, model, order=order), paths, VALUE)

    def again() -> object:
        return resampled(paths, model, order=order)

    yield f"{model}, order {order}" if model is Model.MARKOV else str(model)
    yield timed(lambda: credited(paths, model, order=order))
    yield timed(sure, runs=5)
    yield _memory(sure)
    if order == max(ORDERS):
        yield from (_one_resample(paths, order), "")
        return
    yield timed(again, runs=5)
    yield _memory(again)


def _one_resample(paths: Paths, order: int) -> str:
    started = time.perf_counter()
    resampled(paths, Model.MARKOV, order=order, resamples=5)
    return f"{200 * (time.perf_counter() - started):,.0f} a resample"


def _memory(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / 1e6)


def _coverage(size: int, journeys: int) -> Iterator[list[Cell]]:
    """How often the intervals of shares hold the truth, in conversions and in value."""
    known, samples = _samples(size, journeys)
    for name, kind in zip(HELD, (CONVERSIONS, VALUE), strict=True):
        held = [np.mean([_holds(known, sample, model, kind) for sample in samples]) for model in OFFERED]
        yield [name, size, journeys, *(100 * float(each) for each in held)]


def _holds(known: Paths, sample: Paths, model: Offer, kind: str) -> float:
    truth = credited(known, model.model, **model.options).set_index("channel")[kind]
    ends = certainty(sample, model, kind).intervals
    return float(np.mean([low <= (truth / truth.sum())[name] <= high for name, (low, high) in ends.items()]))


def _resampled(size: int, journeys: int) -> Iterator[list[Cell]]:
    """The same of the intervals of shares of conversions, and of differences, that are resampled."""
    known, samples = _samples(size, journeys)
    held = [np.mean([_held(known, sample, model) for sample in samples], axis=0) for model in RESAMPLED]
    for place, name in enumerate(("share of conversions", "difference of two")):
        yield [name, size, journeys, *(100 * float(each[place]) for each in held)]


def _samples(size: int, journeys: int) -> tuple[Paths, list[Paths]]:
    known, rng = population(size), np.random.default_rng(11)
    return known, [drawn(known, journeys, rng) for _ in range(TRIALS)]


def _held(known: Paths, sample: Paths, model: Model) -> tuple[float, float]:
    truth, found = credited(known, model), resampled(sample, model)
    ends, shares = found.intervals(), dict(zip(truth["channel"], truth["share"], strict=True))
    differences = []
    for one, other in pairwise(shares):
        low, high = found.difference(one, other)
        differences.append(low <= shares[one] - shares[other] <= high)
    share = truth["share"].between(ends["share_low"], ends["share_high"])
    return float(share.mean()), float(np.mean(differences))
