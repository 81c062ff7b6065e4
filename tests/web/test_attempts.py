from web.attempts import Attempts


def test_failures_count_per_name_and_are_forgotten() -> None:
    now = [0.0]
    attempts = Attempts(limit=2, window=60, clock=lambda: now[0])
    assert attempts.wait("a") == 0
    attempts.failed("a")
    now[0] = 10
    attempts.failed("a")
    assert (attempts.wait("a"), attempts.wait("b")) == (50, 0)
    now[0] = 60
    assert attempts.wait("a") == 0
    now[0] = 70
    assert attempts.wait("a") == 0
    assert not attempts._failures
