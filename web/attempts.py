"""How often someone may fail before having to wait."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Attempts:
    """At most `limit` failures per name within `window` seconds, in this process.

    What is older than the window is forgotten, names with nothing left too.
    """

    limit: int
    window: float
    clock: Callable[[], float] = time.monotonic
    _failures: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque), init=False)

    def wait(self, name: str) -> float:
        """The seconds until `name` may try again; 0 if now."""
        self._forget()
        failures = self._failures.get(name, deque())
        return failures[0] + self.window - self.clock() if len(failures) >= self.limit else 0.0

    def failed(self, name: str) -> None:
        """Count a failure."""
        self._failures[name].append(self.clock())

    def _forget(self) -> None:
        oldest = self.clock() - self.window
        for name, failures in list(self._failures.items()):
            while failures and failures[0] <= oldest:
                failures.popleft()
            if not failures:
                self._failures.pop(name, None)
