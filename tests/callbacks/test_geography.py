"""The figures of Geographic analysis through its callback, against plain pandas on the published files."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.numbers import count, money, percent
from app import create_server
from data import warehouse
from layouts.geography import HUES, MAPPED, METRICS, Look
from settings import Settings
from tests.callbacks.asking import Answer, Client, client_of, words
from tests.data.publishing import Rows, publish_rows

FILE = Path("../shared/real/novamart/iso/geographic_data.csv")
PAGE = "geography"
CHARTS = ("map", "ranking", "shares", "scatter", "quadrants")
LINKS = ("", "region=West", "state=Delhi", "region=South&region=East", "state=Kerala&state=Goa&state=Punjab")
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"ST_NM": name},
            "geometry": {"type": "Polygon", "coordinates": [[[at, 10], [at + 5, 10], [at + 5, 15], [at, 10]]]},
        }
        for name, at in (("NCT of Delhi", 70), ("Sikkim", 80))
    ],
}
DELHI = {"state": "Delhi", "region": "North", "latitude": 28.7, "longitude": 77.1, "total_customers": 300}
DELHI |= {"total_revenue": "220", "store_count": 4, "market_penetration": 30.0, "yoy_growth": 10.0}
DELHI |= {"customer_satisfaction": 4.0, "avg_delivery_days": 3.0}
KERALA = {**DELHI, "state": "Kerala", "region": "South", "total_customers": 100, "total_revenue": "80"}
KERALA |= {"market_penetration": 5.0, "yoy_growth": -20.0, "customer_satisfaction": 3.0}
TWO: Rows = (DELHI, KERALA)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Client:
    if not FILE.exists():
        pytest.skip(f"{FILE} is absent")
    state = tmp_path_factory.mktemp("geography")
    warehouse.publish([FILE], Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    if not FILE.exists():
        pytest.skip(f"{FILE} is absent")
    return pd.read_csv(FILE)


def on_rows(state: Path, rows: Rows = TWO, **environment: str) -> Client:
    publish_rows(state, geographic_data=rows)
    return client_of(create_server({"NOVAMART_STATE": str(state), **environment}))


def ask(client: Client, query: str = "") -> Answer:
    return client.ask(query, page=PAGE)


def in_view(rows: pd.DataFrame, link: str) -> pd.DataFrame:
    for key in ("region", "state"):
        if chosen := re.findall(rf"{key}=(\w+)", link):
            rows = rows[rows[key].isin(chosen)]
    return rows


def expected(rows: pd.DataFrame) -> list[str]:
    revenue, customers = rows["total_revenue"].sum(), rows["total_customers"].sum()
    before = (rows["total_revenue"] / (1 + rows["yoy_growth"] / 100)).sum()
    satisfaction = (rows["customer_satisfaction"] * rows["total_customers"]).sum() / customers
    figures = (money(revenue, "INR"), count(customers, "INR"), money(revenue / customers, "INR"))
    told = (*figures, count(rows["store_count"].sum(), "INR"), percent(revenue / before - 1), f"{satisfaction:.2f}")
    return [str(figure).replace("\u00a0", " ") for figure in told]


@pytest.mark.parametrize("link", LINKS)
def test_the_figures_are_those_of_the_file(real: Client, rows: pd.DataFrame, link: str) -> None:
    answer = ask(real, link)
    assert answer.figures == expected(in_view(rows, link))
    assert words(answer.part(f"{PAGE}-cards")).count("No dates in the file") == 6


@pytest.mark.parametrize(
    ("name", "column", "scale"),
    [
        ("state_revenue", "total_revenue", 1),
        ("growth", "yoy_growth", 100),
        ("satisfaction", "customer_satisfaction", 1),
    ],
)
@pytest.mark.parametrize("order", ["largest", "smallest"])
def test_the_ranking_is_that_of_the_file(
    real: Client, rows: pd.DataFrame, name: str, column: str, scale: int, order: str
) -> None:
    twin = ask(real, f"metric={name}&sort={order}").part("states-ranking-twin", "data")
    ranked = rows.set_index("state")[column].sort_values(ascending=order == "smallest")
    assert [row[0] for row in twin["rows"]] == list(ranked.index)
    assert [row[1] * scale for row in twin["rows"]] == pytest.approx(list(ranked))


def test_every_state_of_the_file_is_on_the_map_with_every_figure(real: Client, rows: pd.DataFrame) -> None:
    answer = ask(real, "colour=penetration")
    twin, told = answer.part("states-map-twin", "data"), rows.set_index("state")
    names = [column["name"] for column in twin["columns"]]
    for row in twin["rows"]:
        cells, own = dict(zip(names, row, strict=True)), told.loc[row[0]]
        assert cells["Revenue per store"] == pytest.approx(own["total_revenue"] / own["store_count"])
        assert cells["Market penetration"] * 100 == pytest.approx(own["market_penetration"])
        assert cells["Delivery time"] == pytest.approx(own["avg_delivery_days"])
    marks = answer.part("states-map-figure", "figure")["data"][0]
    assert {name for name in marks["customdata"] if name} == set(told.index)
    assert "Not reported: 21 of 36" in answer.words("states-map-note")


def test_shares_and_medians_are_those_of_the_file(real: Client, rows: pd.DataFrame) -> None:
    answer = ask(real)
    ring = answer.part("states-shares-figure", "figure")["data"][0]
    assert ring["values"] == pytest.approx(sorted(rows["total_revenue"], reverse=True), rel=1e-3)
    lines = answer.part("states-quadrants-figure", "figure")["layout"]["shapes"]
    middle = rows[["market_penetration", "customer_satisfaction"]].median()
    assert [lines[0]["x0"] * 100, lines[1]["y0"]] == pytest.approx(list(middle))


def test_a_small_table_by_hand(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path))
    # 300 of (200 + 100) is no growth; (300 × 4 + 100 × 3) / 400; 300 / 400.
    assert answer.figures == ["₹300.00", "400", "₹0.75", "8", "0.0 %", "3.75"]
    assert answer.words(f"{PAGE}-head").endswith("Kerala is last. Delhi grew most: +10.0 %.")
    assert "as loaded: the file carries no dates" in answer.words("sentence")


def test_a_chosen_state_leaves_the_others_in_sight(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path), "state=Kerala")
    assert answer.figures[0] == "₹80.00"
    for chart in ("map", "ranking", "scatter", "quadrants"):
        shown = json.dumps(answer.part(f"states-{chart}-figure", "figure"))
        assert "Delhi" in shown
        assert "Kerala" in shown


def test_a_map_needs_a_file_of_outlines_and_says_so(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path), "map=outlines")
    assert "NOVAMART_GEOJSON" in answer.words("states-map-note")
    assert len(answer.part("states-map-figure", "figure")["data"][0]["text"]) == 36


def test_with_a_file_of_outlines_states_are_drawn_from_it(tmp_path: Path) -> None:
    shapes = tmp_path / "states.json"
    shapes.write_text(json.dumps(SHAPES), encoding="utf-8")
    client = on_rows(tmp_path, NOVAMART_GEOJSON=str(shapes))
    answer = ask(client, "map=outlines&colour=growth")
    areas = answer.part("states-map-figure", "figure")["data"]
    assert [area["customdata"] for area in areas] == [["Delhi"], [None]]
    note = answer.words("states-map-note")
    assert "Not reported: 1 of 2" in note
    assert "Not in the file of outlines: Kerala −20.0 %." in note


def test_a_file_of_outlines_that_cannot_be_read_ends_the_start_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shapes = tmp_path / "states.json"
    shapes.write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit):
        on_rows(tmp_path, NOVAMART_GEOJSON=str(shapes))
    said = capsys.readouterr().err
    assert said.startswith("NOVAMART_GEOJSON: expected a GeoJSON FeatureCollection")
    assert said.count("\n") == 1


@pytest.mark.parametrize("link", ["region=South&state=Delhi", "state=Delhi&region=South&map=bubbles"])
def test_a_view_without_rows_says_so_and_hides_the_charts(tmp_path: Path, link: str) -> None:
    answer = ask(on_rows(tmp_path), link)
    assert "Nothing in this view" in answer.words(f"{PAGE}-cards")
    assert answer.part(f"{PAGE}-charts", "hidden") is True
    assert set(answer.body["response"]) == set(ask(on_rows(tmp_path)).body["response"])


@pytest.mark.parametrize(
    "link", ["colour=%3Cscript%3E&map=globe", "x=' OR 1=1&y=&area=&hue=state", "state=Atlantis&metric=" + "x" * 3000]
)
def test_hostile_values_are_ignored(tmp_path: Path, link: str) -> None:
    client = on_rows(tmp_path)
    assert ask(client, link).part("states-map-figure", "figure") == ask(client).part("states-map-figure", "figure")


def test_nothing_shows_nan_or_infinity_whatever_is_not_reported(tmp_path: Path) -> None:
    blank: dict[str, Any] = dict.fromkeys(DELHI)
    silent = {**blank, "state": "Goa", "region": "West"}
    nothing = {**silent, "state": "<b>Atlantis</b>", "total_customers": 0, "total_revenue": "0", "store_count": 0}
    client = on_rows(tmp_path, (DELHI, KERALA, silent, {**silent, "state": "Assam", "region": None}, nothing))
    choices = [f"map={look}&colour={shown}" for look, shown in product(Look, MAPPED)]
    choices += [f"metric={shown}&x={shown}&y=growth&hue={hue}" for shown, hue in zip(METRICS, HUES * 2, strict=False)]
    for link in choices:
        for state in ("", "&state=Goa"):
            answer = ask(client, link + state)
            assert not answer.failed
            assert not re.search(r"\b(nan|inf|infinity)\b", str(answer.body), re.IGNORECASE), link


def test_a_page_without_its_table_says_which_file_it_needs(tmp_path: Path) -> None:
    publish_rows(tmp_path, feature_importance=({"feature": "a", "importance": 1.0, "importance_std": 0.1},))
    client = client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))
    assert "This page needs geographic_data" in str(client.route("/geography").json)


def test_no_answer_carries_more_than_what_is_drawn(real: Client) -> None:
    assert len(str(ask(real).body)) < 120_000
