"""The ad platforms' real file, by plain pandas, and a client of an app on it."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pandas as pd
import pytest

from app import create_server
from data import warehouse
from settings import Settings
from tests.callbacks.asking import Client, client_of

SEED2 = Path("../shared/real/seed2/marketing_performance_dashboard_realistic_v5.csv")
COLUMNS = {
    "channel": "platform",
    "region": "region",
    "type": "campaign_objective",
    "audience": "audience_segment",
    "device": "device_type",
    "campaign": "campaign_name",
}


def served(state: Path, **settings: str) -> Client:
    """A client of an app on a state folder."""
    return client_of(create_server({"NOVAMART_STATE": str(state), **settings}))


def on_seed2(state: Path) -> Client:
    """A client of an app on the real file; skips where it is absent."""
    if not SEED2.exists():
        pytest.skip(f"{SEED2} is absent")
    warehouse.publish([SEED2], Settings(state=state))
    return served(state)


def seed2(link: str = "") -> pd.DataFrame:
    """The rows of the real file that the filters of a link leave."""
    rows = pd.read_csv(SEED2).rename(columns=lambda name: re.sub(r"\(.*", "", name).lower())
    for key, values in parse_qs(link).items():
        rows = rows[rows[COLUMNS[key]].isin(values)] if key in COLUMNS else rows
    return rows
