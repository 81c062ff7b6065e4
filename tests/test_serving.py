from pathlib import Path

import pytest

from tests.serving import Server, ServerError, free_port, serving


def test_the_shared_server_is_ready(server: Server) -> None:
    assert [server.status(path) for path in ("/healthz", "/readyz", "/no/such/page")] == [200, 200, 404]


def test_a_server_that_ends_tells_why(tmp_path: Path) -> None:
    public = {"BIND": "0.0.0.0", "NOVAMART_DATA": str(tmp_path)}
    with pytest.raises(ServerError, match="set NOVAMART_PASSWORD"), serving(tmp_path, tmp_path / "log", **public):
        pass


def test_a_server_of_ones_own_runs_beside_it_and_ends(server: Server, sample_state: Path, tmp_path: Path) -> None:
    with serving(sample_state, tmp_path / "log", NOVAMART_BRAND="Other") as own:
        assert own.url != server.url
        assert (own.status("/"), server.status("/")) == (200, 200)
    assert own.process.poll() is not None
    assert own.status("/healthz") is None


def test_nothing_answers_on_a_free_port(tmp_path: Path, server: Server) -> None:
    nobody = Server(f"http://127.0.0.1:{free_port()}", tmp_path, server.process, tmp_path / "log")
    assert nobody.status("/healthz") is None
