"""The overview's figures through its callback, against plain pandas on the published files."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs

import pandas as pd
import pytest

from analytics.metrics import metric
from analytics.numbers import format_value
from app import create_server
from data import warehouse
from layouts.overview import METRICS
from settings import Settings
from tests.callbacks.asking import Answer, Client, client_of, having, words
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows

REAL = Path("../shared/real")
ISO = REAL / "novamart/iso"
VARIANTS = REAL / "novamart/variants"
SEED2 = REAL / "seed2/marketing_performance_dashboard_realistic_v5.csv"
DATES = {"campaign_performance_ddmmyyyy_crlf.csv": "%d/%m/%Y", "campaign_performance_ddmmyy_titlecase.csv": "%d/%m/%y"}
SHOWN = ("revenue", "spend", "roas", "conversions", "cpa")
LINKS = (
    "period=all",
    "basis=paid&period=all",
    "basis=paid",
    "channel=Email&region=West",
    "channel=Email&channel=Facebook&type=Brand+Awareness&period=2024",
    "compare=none&period=2023",
    "from=2023-05-17&to=2024-02-29",
    "from=2024-02-29&to=2024-02-29&region=North&region=South",
)
Serve = Callable[[Path], Client]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Serve:
    """A client of an app on files of the real data, published once; skips where they are absent."""
    kept: dict[Path, Client] = {}

    def client(source: Path) -> Client:
        if not source.exists():
            pytest.skip(f"{source} is absent")
        if source not in kept:
            state = tmp_path_factory.mktemp("real")
            warehouse.publish([source], Settings(state=state))
            kept[source] = client_of(create_server({"NOVAMART_STATE": str(state)}))
        return kept[source]

    return client


def on_rows(state: Path, rows: Rows = CAMPAIGN_ROWS) -> Client:
    publish_rows(state, campaign_performance=rows)
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def read(path: Path, dates: str = "%Y-%m-%d") -> pd.DataFrame:
    rows = pd.read_csv(path).rename(columns=str.lower)
    return rows.assign(date=pd.to_datetime(rows["date"], format=dates))


def in_view(rows: pd.DataFrame, link: str) -> pd.DataFrame:
    """The rows that a link is about, by plain pandas."""
    asked = parse_qs(link)
    whole = rows.groupby("channel")["spend"].sum()
    if asked.get("basis") == ["paid"]:
        rows = rows[rows["channel"].isin(whole.index[whole > 0])]
    for key, column in (("channel", "channel"), ("region", "region"), ("type", "campaign_type")):
        rows = rows[rows[column].isin(asked[key])] if key in asked else rows
    start, end = days(asked)
    return rows[rows["date"].between(start, end)]


def days(asked: dict[str, list[str]]) -> tuple[str, str]:
    if "from" in asked:
        return asked["from"][0], asked["to"][0]
    period = asked.get("period", ["2024"])[0]
    return ("2000-01-01", "2099-12-31") if period == "all" else (f"{period}-01-01", f"{period}-12-31")


def expected(rows: pd.DataFrame, currency: str = "INR") -> list[str]:
    sums = rows[["revenue", "spend", "conversions"]].sum()
    values = {**sums, "roas": sums["revenue"] / sums["spend"], "cpa": sums["spend"] / sums["conversions"]}
    figures = [str(format_value(values[name], metric(name).unit, currency)) for name in SHOWN]
    return [figure.replace("\u00a0", " ").replace("×", " ×") for figure in figures]


@pytest.mark.parametrize("link", LINKS)
def test_the_figures_are_those_of_the_file(serve: Serve, link: str) -> None:
    answer = serve(ISO).ask(link)
    assert answer.figures[:5] == expected(in_view(read(ISO / "campaign_performance.csv"), link))


@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("link", ["period=all", "channel=Email&region=West", "from=2023-05-17&to=2024-02-29"])
def test_the_same_file_as_others_keep_it_gives_the_same_figures(serve: Serve, name: str, link: str) -> None:
    answer, rows = serve(VARIANTS / name).ask(link), read(VARIANTS / name, DATES[name])
    assert answer.figures == expected(in_view(rows, link))
    assert answer.figures == serve(ISO).ask(link).figures[:5]


def test_the_figures_of_all_dates_are_these(serve: Serve) -> None:
    assert serve(ISO).ask("period=all").figures == ["₹415.18 Cr", "₹13.37 Cr", "31.1 ×", "16.62 L", "₹80.43", "5,000"]


def test_an_ad_table_fills_the_overview_in_its_own_currency(serve: Serve) -> None:
    answer = serve(SEED2).ask("period=all")
    assert answer.figures[0] == "$10.64 M"
    assert answer.figures[2] == "2.0 ×"
    assert answer.words("overview-head").startswith("Is marketing paying for itself, and where?$1.98 of revenue")


@pytest.mark.parametrize("chosen", ["", "&channel=Email"])
def test_the_ranking_is_that_of_the_file_and_keeps_every_channel(serve: Serve, chosen: str) -> None:
    answer = serve(ISO).ask(f"compare=none&period=2024&region=West{chosen}")
    rows = in_view(read(ISO / "campaign_performance.csv"), "period=2024&region=West")
    ranked = rows.groupby("channel")["revenue"].sum().sort_values(ascending=False)
    twin = answer.part("ranking-twin", "data")
    assert [row[0] for row in twin["rows"]] == list(ranked.index)
    assert [row[1] for row in twin["rows"]] == pytest.approx(list(ranked))


@pytest.mark.parametrize("grain", ["day", "week", "month"])
@pytest.mark.parametrize("split", ["none", "channel"])
def test_the_trend_s_points_add_up_to_the_file(serve: Serve, grain: str, split: str) -> None:
    answer = serve(ISO).ask(f"period=2024&grain={grain}&split={split}&compare=none")
    twin = answer.part("trend-twin", "data")
    kinds = [column["kind"] for column in twin["columns"]]
    total = sum(cell or 0 for row in twin["rows"] for cell, kind in zip(row, kinds, strict=True) if kind == "currency")
    assert total == pytest.approx(in_view(read(ISO / "campaign_performance.csv"), "period=2024")["revenue"].sum())


def test_customers_follow_the_region_and_nothing_else(serve: Serve) -> None:
    answer = serve(ISO).ask("basis=paid&period=2023&region=West&type=Brand+Awareness")
    people = pd.read_csv(ISO / "customer_data.csv")
    assert answer.figures[5] == f"{(people['region'] == 'West').sum():,}"
    assert "No dates in the file" in answer.words("overview-cards")


def test_a_small_table_by_hand(tmp_path: Path) -> None:
    answer = on_rows(tmp_path).ask("period=all")
    assert answer.figures == ["₹390.05", "₹150.30", "2.5 ×", "4.5", "₹42.94"]
    assert "Left out, the other side not reported: revenue ₹20.00." in answer.words("overview-cards")
    assert "Computed from the 4 rows in view" not in answer.words("overview-insights")


def test_a_view_without_rows_says_so_and_hides_the_charts(tmp_path: Path) -> None:
    answer = on_rows(tmp_path).ask("from=1999-01-01&to=1999-02-01")
    assert "Nothing in this view" in answer.words("overview-cards")
    assert (answer.part("overview-charts", "hidden"), answer.figures) == (True, [])
    assert answer.words("overview-head") == "Is marketing paying for itself, and where?"
    assert answer.part("trend-twin", "data") is None
    assert not on_rows(tmp_path).ask("period=all").part("overview-charts", "hidden")


@pytest.mark.parametrize("link", ["channel=Direct&period=all", "from=2024-02-29&to=2024-02-29", "basis=paid&sort=name"])
def test_nothing_shows_nan_or_infinity(tmp_path: Path, link: str) -> None:
    measures = ("impressions", "clicks", "conversions", "spend", "revenue")
    silent = {**CAMPAIGN_ROWS[3], "channel": "Fax", **dict.fromkeys(measures)}
    client = on_rows(tmp_path, (*CAMPAIGN_ROWS, silent))
    for shown, split in product(METRICS, ("none", "channel")):
        answer = client.ask(f"{link}&metric={shown}&split={split}&grain=day")
        assert not answer.failed
        assert not re.search(r"\b(nan|inf|infinity)\b", str(answer.body), re.IGNORECASE)


def test_amounts_that_are_not_reported_say_why(tmp_path: Path) -> None:
    rows = ({**CAMPAIGN_ROWS[0], "spend": None}, {**CAMPAIGN_ROWS[1], "spend": None})
    answer = on_rows(tmp_path, rows).ask("period=all")
    assert answer.figures == ["₹300.05", "n/a", "n/a", "1.5", "n/a"]
    changes = [words(one) for one in having(answer.part("overview-cards"), "nm-kpi-change")]
    assert changes[1:3] == ["Spend not reported", "Spend not reported"]


def test_no_answer_carries_more_than_what_is_drawn(serve: Serve) -> None:
    answer: Answer = serve(ISO).ask("period=all&grain=day")
    assert len(str(answer.body)) < 400_000
