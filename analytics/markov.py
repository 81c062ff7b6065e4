"""Markov attribution: what would be lost if nobody got past a channel, solved exactly on an absorbing chain."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.attribution_frame import Floats
from analytics.attribution_tally import Tally, worth
from analytics.paths import Offsets, Paths

ORDERS = (1, 2, 3)
MOST_STATES = 2000


@dataclass(frozen=True, eq=False)
class Chain:
    """The states of a chain, and which sums of a tally belong to them.

    A state is the last `order` channels, or all channels of a shorter path; members, (states, channels), says which.
    The sums, in this order: journeys that start in each state, that move along each of `moves` (from, to), that convert
    from each state, the value of these, journeys that end there without; at last the conversions and the value of
    journeys without a channel.
    """

    members: npt.NDArray[np.bool_]
    moves: tuple[Offsets, Offsets]

    @property
    def bounds(self) -> list[int]:
        """Where each kind of sum ends."""
        states = len(self.members)
        return [int(end) for end in np.cumsum([states, len(self.moves[0]), states, states, states, 2])]

    def lost(self, sums: Floats) -> Floats:
        """Conversions and value lost, (..., 2, channels), when a channel's states lead to the null state.

        N = (I − Q)⁻¹, where Q holds the probabilities to move on from state to state. start · N counts the visits to
        each state, N · R what to expect from it: R is what converts there, and its value, divided by all that leaves.
        Of the visits to a channel's states K, visits_K · N_KK⁻¹ are the first of their journey; what these could expect
        is lost.
        """
        starting, moving, converting, value, ending, _ = self._kinds(sums)
        states = np.arange(len(self.members))
        matrix = np.zeros((*sums.shape[:-1], len(states), len(states)))
        matrix[..., self.moves[0], self.moves[1]] = moving
        leaving = matrix.sum(axis=-1) + converting + ending
        leaving[leaving == 0] = 1.0
        matrix /= -leaving[..., None]
        matrix[..., states, states] += 1.0
        passing = np.linalg.inv(matrix)
        visits = (starting[..., None, :] @ passing)[..., 0, :]
        expected = passing @ (np.stack((converting, value), axis=-1) / leaving[..., None])
        removed = (np.flatnonzero(has) for has in self.members.T)
        return np.stack([_entering(passing, visits, expected, each) for each in removed], axis=-1)

    def credit(self, sums: Floats) -> Floats:
        """All conversions, and all value, in proportion to what the removal of each channel loses of them."""
        lost, none = self.lost(sums), self._kinds(sums)[-1]
        effects = lost.sum(axis=-1, keepdims=True)
        shares = np.divide(lost, effects, out=np.zeros_like(lost), where=effects != 0)
        return np.concatenate((shares * self.whole(sums)[..., None], none[..., None]), axis=-1)

    def whole(self, sums: Floats) -> Floats:
        """All conversions and all value of journeys with a channel, (..., 2)."""
        _, _, converting, value, _, _ = self._kinds(sums)
        return np.stack((converting.sum(axis=-1), value.sum(axis=-1)), axis=-1)

    def _kinds(self, sums: Floats) -> list[Floats]:
        return np.split(sums, self.bounds[:-1], axis=-1)


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
        raise ValueError(f"order: expected at most {MOST_STATES} states, found {len(found)} at order {order}")
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
    return Tally.of(parts, bounds[-1], chain.credit)


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


def _entering(passing: Floats, visits: Floats, expected: Floats, states: npt.NDArray[np.intp]) -> Floats:
    among = np.swapaxes(passing[..., states[:, None], states], -1, -2)
    first = np.linalg.solve(among, visits[..., states, None])
    entering: Floats = (np.swapaxes(first, -1, -2) @ expected[..., states, :])[..., 0, :]
    return entering
