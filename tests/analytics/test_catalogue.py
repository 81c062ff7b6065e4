import subprocess
import sys
from pathlib import Path

import pytest

from analytics.catalogue import as_markdown
from analytics.metric import Metric
from analytics.metrics import METRICS

ROOT = Path(__file__).parents[2]


def test_the_page_of_the_documentation_is_the_catalogue() -> None:
    assert (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8") == as_markdown(), (
        "run python -m analytics.catalogue > docs/metrics.md"
    )


def test_the_command_writes_the_page() -> None:
    ran = subprocess.run([sys.executable, "-m", "analytics.catalogue"], cwd=ROOT, capture_output=True, check=True)
    assert ran.stdout.decode() == as_markdown()


@pytest.mark.parametrize("known", METRICS, ids=lambda known: known.name)
def test_every_metric_has_a_row(known: Metric) -> None:
    assert f"| {known.label} | `{known.name}` | {known.help} | `{known.formula}` |" in as_markdown()


def test_the_table_is_rectangular() -> None:
    table = [line for line in as_markdown().splitlines() if line.startswith("|")]
    assert {line.count("|") for line in table} == {8}
