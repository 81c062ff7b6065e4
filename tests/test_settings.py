import pytest

from settings import Settings


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("", False)]
)
def test_only_loopback_is_on_loopback(host: str, loopback: bool) -> None:
    assert Settings(host=host).on_loopback is loopback
