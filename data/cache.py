"""A bounded memory of answers: the least recently used go first, and nothing is computed twice at once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """Answers by key, up to `most` bytes as `size` counts them. Safe to share between threads."""

    def __init__(self, most: int, size: Callable[[T], int]) -> None:
        self._most = most
        self._size = size
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._pending: dict[Hashable, Future[T]] = {}
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """The answer for `key`: remembered, or awaited from whoever computes it now, or computed.

        An error of `compute` reaches everyone who waits for it and is not remembered.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key][0]
            pending = self._pending.get(key)
            mine = self._pending.setdefault(key, Future())
        return pending.result() if pending else self._settle(key, mine, compute)

    def _settle(self, key: Hashable, mine: Future[T], compute: Callable[[], T]) -> T:
        try:
            answer = compute()
        except BaseException as error:
            with self._lock:
                del self._pending[key]
            mine.set_exception(error)
            raise
        self._keep(key, answer)
        mine.set_result(answer)
        return answer

    def _keep(self, key: Hashable, answer: T) -> None:
        size = self._size(answer)
        with self._lock:
            del self._pending[key]
            if size > self._most:
                return
            self._kept[key] = answer, size
            self._bytes += size
            while self._bytes > self._most:
                self._bytes -= self._kept.popitem(last=False)[1][1]
