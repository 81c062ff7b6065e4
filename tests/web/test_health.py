from tests.web.conftest import Open


def test_alive_ready_and_version_are_plain_words(open_app: Open) -> None:
    client = open_app()
    answers = {path: client.get(path) for path in ("/healthz", "/readyz", "/version")}
    assert {path: (answer.status_code, answer.text) for path, answer in answers.items()} == {
        "/healthz": (200, "ok"),
        "/readyz": (200, "ready"),
        "/version": (200, "v1"),
    }
    assert {answer.mimetype for answer in answers.values()} == {"text/plain"}
    assert answers["/version"].headers["Cache-Control"] == "no-store"


def test_it_is_not_ready_before_the_data_is_there(open_app: Open) -> None:
    client = open_app(loaded=False)
    assert (client.get("/readyz").status_code, client.get("/readyz").text) == (503, "loading")
    assert (client.get("/healthz").status_code, client.get("/version").text) == (200, "")
