"""A folder with one campaign file of one row, and what is read of it."""

from pathlib import Path

from data.query import ROWS, Query
from data.store import Store
from data.tables.campaigns import CAMPAIGN
from settings import Settings
from tests.data.publishing import records

HEADING = "date,campaign_id,campaign_name,campaign_type,channel,region,impressions,clicks,conversions,spend,revenue\n"
ROW = "2024-01-31,A,Alpha,Brand,Email,North,1000,10,1,100.10,300.05\n"


def file_of(settings: Settings) -> Path:
    assert settings.data
    return settings.data / "campaigns.csv"


def clicks(settings: Settings) -> list[tuple[object, ...]]:
    return records(Store(settings.state).snapshot().ask(Query(CAMPAIGN.name, ("clicks", ROWS))))
