from pathlib import Path

from tests.benchmarks.files import made
from tests.data.writing import checked


def test_the_export_of_the_bench_is_an_export(tmp_path: Path) -> None:
    report = checked(made(tmp_path / "a.csv", 2_000))
    assert (report.recognised_as, report.rows_loaded, report.rows_rejected) == ("Google Ads report", 2_000, 0)
    assert report.totals["clicks"] == sum(i * 31 % 50 for i in range(2_000))
    assert report.period == {"start": "2023-01-01", "end": "2025-12-30"}
