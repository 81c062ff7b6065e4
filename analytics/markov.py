"""Markov attribution: what would be lost if nobody got past a channel, solved exactly on an absorbing chain."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.attribution_tally import Tally, worth
from analytics.markov_chain import Chain
from analytics.paths import Offsets, Paths

ORDERS = (1, 2, 3)
MOST_STATES = 2000


def chained(paths: Paths, order: int = 1) -> tuple[Tally, Chain]:
    """The tally of a chain of that order, and the chain; ValueError for an order that is none of 1, 2, 3.

    As ChannelAttribution's markov_model (Altomare and Loris, R), after Anderl, Becker, von Wangenheim and Schumann
    2014, "Mapping the Customer Journey": the removal effects are normalised to sum to 1, and those of value come from
    the same transitions, a conversion being worth the mean of those made from its state. The package simulates walks
    and cuts long ones; this solves. Staying in a state changes no effect and is left out, there as here. Above
    `MOST_STATES` states, which many channels have at order 3, ValueError.
    """
    if order not in ORDERS:
        raise ValueError(f"order: expected 1, 2 or 3, found {order!r}")
    codes, owners = _windows(paths, order)
    states, found = pd.factorize(codes, sort=True)
    if len(found) > MOST_STATES:
        raise ValueError(
            f"order: expected at most {MOST_STATES:,} states, found {len(found):,}: too many channels for order {order}"
        )
    moved = np.flatnonzero((owners[1:] == owners[:-1]) & (states[1:] != states[:-1]))
    places, edges = pd.factorize(states[moved] * len(found) + states[moved + 1], sort=True)
    chain = Chain(_members(found, len(paths.channels), order), np.divmod(edges, max(len(found), 1)))
    return _tallied(paths, chain, states, owners, (owners[moved], places)), chain


def _tallied(paths: Paths, chain: Chain, states: Offsets, owners: Offsets, moves: tuple[Offsets, Offsets]) -> Tally:
    bounds, mean = chain.bounds, worth(paths)
    first, last = np.flatnonzero(np.diff(owners, prepend=-1)), np.flatnonzero(np.diff(owners, append=-1))
    ends, empty = owners[last], np.flatnonzero(paths.lengths == 0)
    parts = (
        (owners[first], states[first], 1.0, 1.0),
        (moves[0], bounds[0] + moves[1], 1.0, 1.0),
        (ends, bounds[1] + states[last], 1.0, 0.0),
        (ends, bounds[2] + states[last], mean[ends], 0.0),
        (ends, bounds[3] + states[last], 0.0, 1.0),
        (empty, bounds[4], 1.0, 0.0),
        (empty, bounds[4] + 1, mean[empty], 0.0),
    )
    return Tally.of(parts, chain)


def _windows(paths: Paths, order: int) -> tuple[Offsets, Offsets]:
    """The code of each run of `order` touches within a path, or of the whole of a shorter path, and its path."""
    owners, base = paths.owners, len(paths.channels) + 1
    left = paths.starts[1:][owners] - np.arange(len(owners))
    codes = np.zeros(len(owners), dtype=np.int64)
    for step in range(order):
        following = np.append(paths.touches[step:], np.zeros(min(step, len(owners)), dtype=np.int16))
        codes = codes * base + np.where(left > step, following + 1, 0)
    whole = (left >= order) | (left == paths.lengths[owners])
    return codes[whole], owners[whole]


def _members(codes: Offsets, channels: int, order: int) -> npt.NDArray[np.bool_]:
    digits = codes[:, None] // (channels + 1) ** np.arange(order) % (channels + 1)
    members = np.zeros((len(codes), channels + 1), dtype=bool)
    members[np.arange(len(codes))[:, None], digits] = True
    return members[:, 1:]
