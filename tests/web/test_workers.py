from pathlib import Path

import pytest

from settings import Settings
from tests.web.conftest import Open
from web import workers

HERE = ("127.0.0.1", 8050)
EVERYWHERE = ("0.0.0.0", 9000)


@pytest.mark.parametrize(
    ("host", "written"), [("127.0.0.1", "127.0.0.1:8050"), ("::1", "[::1]:8050"), ("0.0.0.0", "0.0.0.0:8050")]
)
def test_the_address_is_written_as_gunicorn_reads_it(host: str, written: str) -> None:
    assert workers.address(Settings(host=host)) == written


def test_an_address_given_to_gunicorn_reaches_the_workers() -> None:
    environment = {"BIND": "127.0.0.1"}
    workers.adopt([EVERYWHERE, HERE], Settings(), environment)
    assert environment == {"BIND": "0.0.0.0", "PORT": "9000"}
    workers.adopt(["unix:/run/novamart.sock"], Settings(), environment)
    assert environment["PORT"] == "9000"


@pytest.mark.parametrize("addresses", [[EVERYWHERE], [EVERYWHERE, HERE], [("::", 9000, 0, 0)]])
def test_and_is_held_to_the_same_rule(
    addresses: list[workers.Address], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        workers.adopt(addresses, Settings(data=tmp_path), {})
    assert ended.value.code == 78
    assert "NOVAMART_PASSWORD" in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings", [{}, {"password": "p"}, {"password": "p", "host": "0.0.0.0", "secret_key": "k" * 32}]
)
def test_a_worker_is_warmed_through_the_gate(open_app: Open, settings: dict[str, object]) -> None:
    client = open_app(**settings)
    assert workers.warm(client.application, Settings(**settings))  # type: ignore[arg-type]


def test_a_worker_that_cannot_answer_says_so(open_app: Open) -> None:
    assert not workers.warm(open_app(password="p").application, Settings(password="another"))
