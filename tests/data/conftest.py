"""What tests of the command line share."""

import os

import pytest


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in [name for name in os.environ if name.startswith("NOVAMART_")]:
        monkeypatch.delenv(name)
