from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data import dataset
from data.problem import Unusable
from tests.data.writing import loaded, one, write

DOLLARS = "Day,Campaign,Currency code,Cost,Impr.\n2025-01-01,Brand,USD,10.00,1\n2025-02-01,Brand,USD,20.00,2\n"


def test_the_share_of_rows_that_may_be_lost_is_stated(tmp_path: Path) -> None:
    text = "Day,Campaign,Cost,Impr.\n2025-01-01,Brand,10,1\n2025-01-01,Brand,x,1\n2025-01-01,Brand,1,1\n"
    assert loaded(tmp_path, "", google=text).publishable
    report = loaded(tmp_path, "most_rejected = 0.1\n", google=text)
    assert (report.publishable, report.exit_code) == (False, 2)
    assert report.files[0].refused == "1 of 3 rows would be lost; at most 10% may be (most_rejected in dataset.toml)"


@pytest.mark.parametrize(
    ("toml", "column"),
    [
        ('currency = "dollars"', "currency"),
        ("currency = 5", "currency"),
        ('date_format = "day"', "date_format"),
        ('decimal = ";"', "decimal"),
        ('time_zone = "Moon/Base"', "time_zone"),
        ('time_zone = "../../etc/passwd"', "time_zone"),
        ("fiscal_start = 13", "fiscal_start"),
        ("most_rejected = 2", "most_rejected"),
        ("colour = 1", "colour"),
        ("rates = 1", "rates"),
        ("[rates]\nDOLLARS = 1", "rates"),
        ("[rates]\nUSD = 0", "rates.USD"),
        ('[rates]\nUSD = "no.csv"', "rates.USD"),
        ("[rates]\nUSD = { soon = 1 }", "rates.USD"),
        ("source = 1", "source"),
        ("[[source]]\nname = 'x'", "source"),
        ("[[source]]\nfiles = '*'\ntable = 'x'", "source.table"),
        ("[[source]]\nfiles = '*'\ncolumns = 'x'", "source.columns"),
        ("[[source]]\nfiles = '*'\nshape = 'x'", "source.shape"),
        ("= broken", None),
    ],
)
def test_what_it_says_wrongly_is_named_and_nothing_is_loaded(toml: str, column: str | None, tmp_path: Path) -> None:
    report = loaded(tmp_path, toml, google=DOLLARS)
    assert (report.exit_code, report.publishable) == (2, False)
    assert [(file.file, file.problems[0].column) for file in report.files] == [("dataset.toml", column)]


def test_reading_it_gives_typed_values(tmp_path: Path) -> None:
    toml = 'currency = "INR"\nfiscal_start = 4\ntime_zone = "Asia/Kolkata"\n[rates]\nUSD = { "2025-01-01" = 80.5 }\n'
    said = dataset.read([write(tmp_path / "dataset.toml", toml).parent])
    assert (said.currency, said.fiscal_start, str(said.zone)) == ("INR", 4, "Asia/Kolkata")
    assert said.rates == {"USD": {date(2025, 1, 1): Decimal("80.5")}}


def test_without_one_nothing_is_said(tmp_path: Path) -> None:
    assert dataset.read([tmp_path]) == dataset.DataSet()
    with pytest.raises(Unusable):
        dataset.read([write(tmp_path / "dataset.toml", "x").parent])


@pytest.mark.parametrize(("zone", "day"), [("", "2025-07-08"), ('time_zone = "Asia/Kolkata"\n', "2025-07-09")])
@pytest.mark.parametrize("moment", ["2025-07-08T23:30:00+0000", "2025-07-08T23:30:00Z", "2025-07-08 23:30:00 UTC"])
def test_times_with_a_zone_are_moved_to_that_of_the_data_set(zone: str, day: str, moment: str, tmp_path: Path) -> None:
    text = f"stat_time_hour,campaign_name,currency,spend,impressions\n{moment},Sale,USD,1,10\n"
    assert one(tmp_path, zone, text).period == {"start": day, "end": day}
