import base64
from pathlib import Path

import pytest

from layouts.ui.picture import data_uri


@pytest.mark.parametrize(
    ("name", "kind"),
    [("logo.png", "image/png"), ("logo.svg", "image/svg+xml"), ("logo.JPG", "image/jpeg"), ("logo", "image/png")],
)
def test_a_picture_is_the_url_of_its_own_content(tmp_path: Path, name: str, kind: str) -> None:
    content = bytes(range(256))
    (tmp_path / name).write_bytes(content)
    head, _, body = data_uri(tmp_path / name).partition(",")
    assert head == f"data:{kind};base64"
    assert base64.b64decode(body) == content
