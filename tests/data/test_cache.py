from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from data.cache import Cache


def answering(answer: str, asked: list[str]) -> Callable[[], str]:
    def compute() -> str:
        asked.append(answer)
        return answer

    return compute


def test_an_answer_is_computed_once_and_remembered() -> None:
    cache, asked = Cache[str](100, len), list[str]()
    assert [cache.get("key", answering("four", asked)) for _ in range(3)] == ["four"] * 3
    assert asked == ["four"]


def test_the_least_recently_used_answer_goes_first() -> None:
    cache, asked = Cache[str](8, len), list[str]()
    for key in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"):
        cache.get(key, answering(key, asked))
    assert asked == ["aaaa", "bbbb", "cccc", "bbbb"]


def test_an_answer_larger_than_the_cache_is_given_but_pushes_nothing_out() -> None:
    cache, asked = Cache[str](8, len), list[str]()
    for key in ("aaaa", "far too large", "aaaa"):
        assert cache.get(key, answering(key, asked)) == key
    assert asked == ["aaaa", "far too large"]


def test_those_who_ask_at_the_same_time_share_one_computation() -> None:
    cache, asked, everyone_asks = Cache[str](100, len), list[str](), Barrier(5)
    release = Event()

    def compute() -> str:
        asked.append("once")
        assert release.wait(10)
        return "answer"

    def ask() -> str:
        everyone_asks.wait(10)
        return cache.get("key", compute)

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(ask) for _ in range(4)]
        everyone_asks.wait(10)
        release.set()
        assert [answer.result(10) for answer in answers] == ["answer"] * 4
    assert asked == ["once"]


def test_one_key_does_not_wait_for_another() -> None:
    cache, release = Cache[str](100, len), Event()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(cache.get, "slow", lambda: "slow" if release.wait(10) else "never")
        assert cache.get("quick", lambda: "quick") == "quick"
        release.set()
        assert slow.result(10) == "slow"


def test_an_error_reaches_who_asked_and_is_not_remembered() -> None:
    cache = Cache[str](100, len)

    def fail() -> str:
        raise TimeoutError("too slow")

    with pytest.raises(TimeoutError, match="too slow"):
        cache.get("key", fail)
    assert cache.get("key", lambda: "answer") == "answer"
