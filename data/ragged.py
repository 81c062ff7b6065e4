"""Lists of different lengths, held as one array and the offsets into it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.paths import Codes, Offsets

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Ragged:
    """The touches of every path, one path after another: path i has those from starts[i] to starts[i + 1]."""

    touches: Codes
    starts: Offsets

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        return self.touches.nbytes + self.starts.nbytes

    def begin(self, paths: Offsets, first: Collection[int]) -> Mask:
        """Whether each of these paths begins with one of these channels; an empty one does not."""
        begins = np.append(self.touches, -1)[self.starts[paths]]
        return np.isin(begins, list(first)) & (self.starts[paths] < self.starts[paths + 1])

    def places(self, paths: Offsets) -> tuple[Offsets, Offsets]:
        """The places of these paths' touches, and where each path starts among them."""
        lengths = self.starts[paths + 1] - self.starts[paths]
        starts = np.concatenate(([0], lengths.cumsum()))
        return np.arange(starts[-1]) + np.repeat(self.starts[paths] - starts[:-1], lengths), starts

    def spread(self, touches: Offsets, numbers: Floats) -> Floats:
        """One number for every touch: those given for some, else 0."""
        every = np.zeros(len(self.touches))
        every[touches] = numbers
        return every
