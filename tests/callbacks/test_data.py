"""What the data page says through its callback, against plain pandas on the published files."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.numbers import exact_count, money
from app import create_server
from data import warehouse
from settings import Settings
from tests.callbacks.asking import Answer, Client, client_of, having, words
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.data.writing import campaign, write

REAL, ADS = Path("../shared/real/novamart/iso"), Path("../shared/real/seed2")
PAGE = "data"


def on_rows(state: Path, rows: Rows = CAMPAIGN_ROWS, **tables: Rows) -> Client:
    publish_rows(state, None, 0, **({"campaign_performance": rows} | tables))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def on_files(state: Path, *files: Path) -> Client:
    warehouse.publish(files, Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def real(folder: Path, state: Path) -> Answer:
    if not folder.exists():
        pytest.skip(f"{folder} is absent")
    return on_files(state, folder).ask(page=PAGE)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    """The page on the real files."""
    return real(REAL, tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def campaigns() -> pd.DataFrame:
    if not REAL.exists():
        pytest.skip(f"{REAL} is absent")
    return pd.read_csv(REAL / "campaign_performance.csv", parse_dates=["date"])


def items(answer: Answer, part: str, kind: str) -> list[str]:
    return [words(node) for node in having(answer.part(f"data-{part}"), kind)]


def links(answer: Answer) -> list[str]:
    return [node["props"]["href"] for node in having(answer.part("data-quality"), "nm-download")]


def test_the_head_says_how_much_how_fresh_and_how_clean(tmp_path: Path) -> None:
    assert (
        on_rows(tmp_path / "clean")
        .ask(page=PAGE)
        .words("data-head")
        .endswith("4 rows up to 29 Feb 2024: no errors found, 1 finding worth a look.")
    )
    wrong = [CAMPAIGN_ROWS[0] | {"clicks": 2000}, *CAMPAIGN_ROWS[1:]]
    assert "1 finding that cannot be right, 1 finding worth a look." in (
        on_rows(tmp_path / "wrong", wrong).ask(page=PAGE).words("data-head")
    )


def test_rows_without_dates_are_said_to_carry_none(tmp_path: Path) -> None:
    publish_rows(tmp_path, geographic_data=[{"state": "Goa", "region": "West", "total_customers": 3}])
    answer = client_of(create_server({"NOVAMART_STATE": str(tmp_path)})).ask(page=PAGE)
    assert "1 rows, which carry no dates: no errors found." in answer.words("data-head")
    assert answer.figures[0] == "No dates"
    assert "No dates in the file" in answer.words("freshness")


def test_what_is_most_wrong_comes_first_with_its_rows_and_the_rest_is_said_quietly(tmp_path: Path) -> None:
    rows = [CAMPAIGN_ROWS[0] | {"clicks": 2000, "revenue": "-1"}, *CAMPAIGN_ROWS[1:]]
    answer = on_rows(tmp_path, rows).ask(page=PAGE)
    assert [words(node["props"]["children"][1]) for node in having(answer.part("data-quality"), "nm-finding")] == [
        "More clicks than impressions",
        "Amounts below zero",
        "Days without rows",
    ]
    assert items(answer, "quality", "nm-found")[2] == "Campaigns: 58 days of 60First: 2 Jan 2024Rows (CSV)"
    (version,) = {link.split("/")[3] for link in links(answer)}
    assert links(answer)[0] == f"/data/rows/{version}/clicks-above-impressions/campaign_performance.csv"
    assert "Spend without impressions3 rows" in items(answer, "quality", "nm-passed")[0]
    assert "Sums that changed since the version beforenot made" in items(answer, "quality", "nm-passed")[0]


def test_files_say_how_they_were_read_those_with_problems_first(tmp_path: Path) -> None:
    good = write(tmp_path / "a.csv", campaign({}, {"date": "2024-02-01"}))
    bad = write(tmp_path / "b.csv", campaign({"campaign_id": "X"}, {"campaign_id": "Y", "clicks": "many"}))
    files = on_files(tmp_path / "state", good, bad).ask(page=PAGE).words("data-files")
    assert files.index("b.csv") < files.index("a.csv")
    assert "b.csvcampaign performanceRows: 2 read, 1 loaded, 1 rejected" in files
    assert "line 3, column clicks: expected a whole number, found many" in files


def test_the_page_ignores_the_filters_of_others_without_a_word_of_warning(tmp_path: Path) -> None:
    client = on_rows(tmp_path)
    assert client.ask("channel=Email&period=2024&split=x%00", page=PAGE).figures == client.ask(page=PAGE).figures
    assert client.ask(page=PAGE).words("sentence").startswith("Everything loaded, in version ")


def test_the_figures_of_the_real_files(shown: Answer, campaigns: pd.DataFrame) -> None:
    tables = {path.stem: pd.read_csv(path) for path in REAL.glob("*.csv")}
    matrix = tables.pop("correlation_matrix")
    rows = sum(map(len, tables.values())) + len(matrix) ** 2
    newest = campaigns["date"].max()
    assert shown.figures[:3] == [f"{newest.day} {newest:%b} {newest.year}", exact_count(rows, "INR"), "11"]
    assert "0 rows rejected" in shown.words("data-cards")
    claims = {"Campaigns": campaigns["revenue"].sum(), "States": tables["geographic_data"]["total_revenue"].sum()}
    claims |= {"Products": tables["product_sales"]["sales"].sum()}
    claims |= {"Customers": tables["customer_data"]["lifetime_value"].sum()}
    overlaps = shown.words("data-overlaps")
    for name, total in claims.items():
        assert str(money(total, "INR")).replace("\u00a0", " ") in overlaps, name
    assert exact_count(campaigns["conversions"].sum(), "INR") in overlaps
    assert exact_count(tables["customer_data"]["total_purchases"].sum(), "INR") in overlaps
    assert exact_count(tables["geographic_data"]["total_customers"].sum(), "INR") in overlaps


def test_the_silent_channels_of_the_real_files(shown: Answer, campaigns: pd.DataFrame) -> None:
    newest, gaps = campaigns["date"].max() + pd.Timedelta(days=1), []
    for channel, days in campaigns.groupby("channel")["date"].unique().items():
        present = pd.DatetimeIndex(days).sort_values()
        span = (present[-1] - present[0]).days + 1
        if len(present) >= 0.9 * span:
            steps = np.diff(present.append(pd.DatetimeIndex([newest]))) // np.timedelta64(1, "D") - 1
            gaps += [(channel, int(step)) for step in steps if step >= 3]
    channel, longest = max(gaps, key=lambda gap: gap[1])
    found = items(shown, "quality", "nm-found")[0]
    assert found.startswith(f"Campaigns: {len(gaps)} gapsFirst: {channel}: no rows on {longest} days after ")


def test_the_unusual_days_of_the_real_files(shown: Answer, campaigns: pd.DataFrame) -> None:
    many = 0
    daily = campaigns.groupby("date")[["spend", "revenue", "conversions"]].sum()
    for name in daily:
        logs = np.log1p(daily[name])
        for _, weekday in logs.groupby(pd.DatetimeIndex(daily.index).day_of_week):
            for place, size in enumerate(weekday):
                around = weekday.iloc[max(0, place - 8) : place + 9]
                middle = around.median()
                far = max(6 * 1.4826 * (around - middle).abs().median(), np.log(2))
                many += len(around) >= 8 and middle >= np.log(6) and abs(size - middle) > far
    assert items(shown, "quality", "nm-found")[1].startswith(f"Campaigns: {many} daily totals of {3 * len(daily):,}")


def test_the_ratios_of_the_real_ads_that_their_counts_do_not_give(tmp_path: Path) -> None:
    answer = real(ADS, tmp_path)
    rows = pd.read_csv(next(ADS.glob("*.csv")), dtype=str)
    said, due = rows["CTR(%)"], 100 * rows["Clicks"].astype(float) / rows["Impressions"].astype(float)
    digits = 10.0 ** -said.str.partition(".")[2].str.len()
    differing = ((said.astype(float) - due).abs() > digits + 1e-9 * due.abs()).sum()
    client = client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))
    (link,) = [link for link in links(answer) if "ratios-disagree" in link]
    assert 0 < differing < 1_000
    assert client.get(link).text.count(",CTR(%),") == differing
