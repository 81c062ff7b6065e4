import csv
from io import StringIO
from pathlib import Path

import pytest

from app import create_server
from callbacks.data_rows import MOST, address
from tests.callbacks.asking import Client, client_of
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows

HOSTILE: Rows = (
    CAMPAIGN_ROWS[0] | {"campaign_name": '=HYPERLINK("x"), "a"', "clicks": 2000, "revenue": "-3.5"},
    CAMPAIGN_ROWS[1] | {"campaign_name": "Größe"},
)


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rows")


@pytest.fixture(scope="module")
def version(state: Path) -> str:
    return publish_rows(state, campaign_performance=HOSTILE)


@pytest.fixture(scope="module")
def client(state: Path, version: str) -> Client:
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def test_the_rows_of_a_finding_come_as_a_file_that_no_sheet_computes(client: Client, version: str) -> None:
    answer = client.get(address(version, "clicks-above-impressions", "campaign_performance"))
    assert answer.status_code == 200
    assert answer.content_type == "text/csv; charset=utf-8"
    name = "clicks-above-impressions-campaign_performance.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    (row,) = rows(answer.text)
    assert row["campaign_name"] == '\'=HYPERLINK("x"), "a"'
    assert (row["date"], row["clicks"], float(row["revenue"])) == ("2024-01-01", "2000", -3.5)


def test_a_check_that_found_nothing_gives_its_headings(client: Client, version: str) -> None:
    answer = client.get(address(version, "missing-days", "campaign_performance"))
    assert answer.text.removeprefix("\ufeff").split() == ["date"]


@pytest.mark.parametrize(
    ("version_", "check", "table"),
    [
        ("20240101T000000000000-0123456789abcdef", "missing-days", "campaign_performance"),
        ("..", "missing-days", "campaign_performance"),
        (None, "missing-days", "customer_data"),
        (None, "missing-days", "journeys"),
        (None, "missing", "campaign_performance"),
        (None, "missing-days", "meta_snapshot"),
        (None, "missing-days", "campaign_performance' UNION SELECT 1"),
        (None, "\x00", "campaign_performance"),
    ],
)
def test_any_other_address_has_nothing(
    client: Client, version: str, version_: str | None, check: str, table: str
) -> None:
    assert client.get(address(version_ or version, check, table)).status_code == 404


def test_nothing_can_be_written_there(client: Client, version: str) -> None:
    place = address(version, "missing-days", "campaign_performance")
    assert client.post(place).status_code == client.delete(place).status_code == 405


def test_it_is_behind_the_password(state: Path, version: str) -> None:
    locked = {"NOVAMART_STATE": str(state), "NOVAMART_PASSWORD": "secret"}
    answer = client_of(create_server(locked)).get(address(version, "missing-days", "campaign_performance"))
    assert answer.status_code == 401


def test_a_file_has_at_most_so_many_rows(tmp_path: Path) -> None:
    days = [CAMPAIGN_ROWS[0] | {"date": "1950-01-01"}, CAMPAIGN_ROWS[0] | {"date": "2150-01-01"}]
    version = publish_rows(tmp_path, campaign_performance=days)
    client = client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))
    assert len(rows(client.get(address(version, "missing-days", "campaign_performance")).text)) == MOST
