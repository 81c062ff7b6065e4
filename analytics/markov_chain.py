"""The absorbing chain behind Markov attribution: what each channel's removal loses, and how that follows the counts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.attribution_frame import Floats
from analytics.paths import Mask, Offsets


@dataclass(frozen=True, eq=False)
class _Solved:
    """N = (I − Q)⁻¹, what it expects from each state, (..., states, 2), and how often each is visited and left."""

    passing: Floats
    visits: Floats
    expected: Floats
    leaving: Floats


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

    @property
    def size(self) -> int:
        """How many sums there are."""
        return self.bounds[-1]

    @property
    def valued(self) -> Mask:
        """Which of the sums are of value."""
        bounds, places = self.bounds, np.arange(self.size)
        of_value: Mask = ((places >= bounds[2]) & (places < bounds[3])) | (places == bounds[4] + 1)
        return of_value

    def lost(self, sums: Floats) -> Floats:
        """Conversions and value lost, (..., 2, channels), when a channel's states lead to the null state.

        N = (I − Q)⁻¹, where Q holds the probabilities to move on from state to state. start · N counts the visits to
        each state, N · R what to expect from it: R is what converts there, and its value, divided by all that leaves.
        Of the visits to a channel's states K, visits_K · N_KK⁻¹ are the first of their journey; what these could expect
        is lost.
        """
        return self._lost(self._solved(sums))

    def credit(self, sums: Floats) -> Floats:
        """All conversions, and all value, in proportion to what the removal of each channel loses of them."""
        lost, none = self.lost(sums), self._kinds(sums)[-1]
        return np.concatenate((_parts(lost) * self.whole(sums)[..., None], none[..., None]), axis=-1)

    def slope(self, sums: Floats, kind: int) -> Floats:
        """How credit in conversions (0) or value (1) grows with each of the sums, (channels + 1, size), at (size,).

        Along the sums of whole journeys, which leave each state as often as they come to it.
        """
        solved, grows = self._solved(sums), self._whole_slope(kind)
        lost, whole = self._lost(solved)[kind], self.whole(sums)[kind]
        losing = grows - np.stack([self._kept_slope(solved, each, kind) for each in self._removed()])
        scale = whole / lost.sum() if lost.any() else 0.0
        parts = _parts(lost)[:, None]
        slopes = (losing - parts * losing.sum(axis=0)) * scale + parts * grows
        none = np.arange(self.size) == self.bounds[4] + kind
        return np.concatenate((slopes, none[None]))

    def whole(self, sums: Floats) -> Floats:
        """All conversions and all value of journeys with a channel, (..., 2)."""
        _, _, converting, value, _, _ = self._kinds(sums)
        return np.stack((converting.sum(axis=-1), value.sum(axis=-1)), axis=-1)

    def _solved(self, sums: Floats) -> _Solved:
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
        return _Solved(passing, visits, expected, leaving)

    def _lost(self, solved: _Solved) -> Floats:
        entering = (_entering(solved, each) @ solved.expected[..., each, :] for each in self._removed())
        return np.stack([each[..., 0, :] for each in entering], axis=-1)

    def _whole_slope(self, kind: int) -> Floats:
        ends, slope = self.bounds[kind + 1 : kind + 3], np.zeros(self.size)
        slope[slice(*ends)] = 1.0
        return slope

    def _kept_slope(self, solved: _Solved, removed: Offsets, kind: int) -> Floats:
        """How what converts without these states grows with the sums, (size,).

        With u the visits and w what to expect from each state where journeys end at a removed one, and L what leaves
        it: dg = w · dstart + Σ u / L · (w_to dmove + dconvert − w dL).
        """
        among, expected = solved.passing[np.ix_(removed, removed)], solved.expected[:, kind]
        visits = solved.visits - _entering(solved, removed)[0] @ solved.passing[removed]
        worth = expected - solved.passing[:, removed] @ np.linalg.solve(among, expected[removed])
        left, (before, after) = visits / solved.leaving, self.moves
        ending = -left * worth
        converting, value = (ending, left) if kind else (ending + left, np.zeros_like(left))
        moving = left[before] * (worth[after] - worth[before])
        return np.concatenate((worth, moving, converting, value, ending, np.zeros(2)))

    def _removed(self) -> list[Offsets]:
        return [np.flatnonzero(has) for has in self.members.T]

    def _kinds(self, sums: Floats) -> list[Floats]:
        return np.split(sums, self.bounds[:-1], axis=-1)


def _entering(solved: _Solved, states: Offsets) -> Floats:
    """How many journeys come to each of these states before any other of them, (..., 1, states)."""
    among = np.swapaxes(solved.passing[..., states[:, None], states], -1, -2)
    first: Floats = np.swapaxes(np.linalg.solve(among, solved.visits[..., states, None]), -1, -2)
    return first


def _parts(lost: Floats) -> Floats:
    effects = lost.sum(axis=-1, keepdims=True)
    parts: Floats = np.divide(lost, effects, out=np.zeros_like(lost), where=effects != 0)
    return parts
