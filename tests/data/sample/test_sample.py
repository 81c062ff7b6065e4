from pathlib import Path

import pandas as pd
import pytest

from data.columns import Role
from data.sample import write
from data.table import Table
from data.tables import TABLES
from data.tables.ads import AD_PERIOD
from data.tables.customers import CORRELATION
from data.tables.journeys import JOURNEYS, PATHS
from tests.data.sample.conftest import Read

REAL = Path("../shared/real/novamart/iso")
DECLARED = tuple(table for table in TABLES if table not in (AD_PERIOD, CORRELATION, PATHS))
KEYED = tuple(table for table in DECLARED if table.key)


def test_every_table_is_written_and_nothing_else(sample: Path) -> None:
    assert {path.name for path in sample.iterdir()} == {
        f"{table.name}.csv" for table in TABLES if table is not AD_PERIOD
    }


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_headings_are_those_declared(read: Read, table: Table) -> None:
    assert list(read(table.name)) == [column.name for column in table.columns]


def test_a_path_has_numbered_touchpoints_and_a_count(read: Read) -> None:
    assert list(read(PATHS.name)) == [*(f"touchpoint_{place}" for place in range(1, 8)), "customer_count"]


@pytest.mark.parametrize("table", [*DECLARED, CORRELATION], ids=lambda table: table.name)
def test_headings_are_those_of_the_published_files(sample: Path, table: Table) -> None:
    published = REAL / f"{table.name}.csv"
    if not published.exists():
        pytest.skip("no published file of this table here")
    ours, theirs = (path.read_text().splitlines()[0].split(",") for path in (sample / published.name, published))
    assert ours[0] == theirs[0]
    assert table is CORRELATION or ours == theirs


@pytest.mark.parametrize("name", ["customer_data", "product_sales", "lead_scoring_results", "geographic_data"])
def test_values_are_those_of_the_published_files(read: Read, name: str) -> None:
    published = REAL / f"{name}.csv"
    if not published.exists():
        pytest.skip("no published file of this table here")
    ours, theirs = read(name), pd.read_csv(published)
    words: set[str] = set(theirs.select_dtypes("str")) - {"customer_id", "product_id", "lead_id", "quarter"}
    assert all(set(ours[column]) == set(theirs[column]) for column in words)


@pytest.mark.parametrize("table", KEYED, ids=lambda table: table.name)
def test_a_key_names_one_row(read: Read, table: Table) -> None:
    assert not read(table.name).duplicated(list(table.key)).any()


@pytest.mark.parametrize("table", DECLARED, ids=lambda table: table.name)
def test_required_values_are_there_and_within_bounds(read: Read, table: Table) -> None:
    frame = read(table.name)
    for column in table.columns:
        values = frame[column.name]
        assert column.role is Role.REPEATED or values.notna().all(), column.name
        assert column.low is None or (values >= column.low).all(), column.name
        assert column.high is None or (values <= column.high).all(), column.name


def test_the_sizes_are_those_readers_know(read: Read) -> None:
    names = ("campaign_performance", "customer_data", "product_sales", "lead_scoring_results", "geographic_data")
    assert [len(read(name)) for name in names] == [5_858, 5_000, 1_440, 2_000, 15]
    assert read(JOURNEYS.name).journey_id.nunique() == 20_000


def test_revenue_is_the_same_to_the_paisa_wherever_it_is_claimed(read: Read) -> None:
    claims = {
        "campaign_performance": "revenue",
        "geographic_data": "total_revenue",
        "product_sales": "sales",
        "customer_data": "lifetime_value",
    }
    by_region = [
        (read(name)[column] * 100).round().astype("int64").groupby(read(name).region).sum()
        for name, column in claims.items()
    ]
    for other in by_region[1:]:
        pd.testing.assert_series_equal(by_region[0], other, check_names=False)


def test_orders_and_customers_agree(read: Read) -> None:
    customers, journeys = read("customer_data"), read("journeys").drop_duplicates("journey_id")
    new = int((customers.tenure_months <= 24).sum())
    assert customers.total_purchases.sum() == read("campaign_performance").conversions.sum()
    assert read("geographic_data").total_customers.sum() == len(customers)
    assert journeys.converted.sum() == new
    assert read("funnel_data").set_index("stage").visitors["Purchase"] == new


def test_one_seed_gives_identical_bytes(sample: Path, tmp_path: Path) -> None:
    write(tmp_path)
    for path in sample.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_fewer_than_one_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="rows: expected a whole number of at least 1, found 0"):
        write(tmp_path, rows=0)
