"""The figures of Product performance, as its callback draws them, against plain pandas on the published files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.numbers import format_value
from app import create_server
from callbacks.opening import open_state
from callbacks.products import file, render
from callbacks.state import Context, State
from data import warehouse
from data.rollups import Thresholds
from data.store import Store
from layouts.products import METRICS, PAGE, Ids
from settings import Settings
from tests.callbacks.asking import client_of
from tests.callbacks.asking import having as sent
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.layouts.ui.drawn import caption, figure, note, plain, table, title
from tests.layouts.ui.parts import having, parts

ISO = Path("../shared/real/novamart/iso")
KEYS = ["category", "subcategory", "product_name"]
LINKS = (
    "",
    "region=West",
    "category=Fashion&category=Electronics&quarter=Q4 2023",
    "region=East&region=North&subcategory=Laptops&subcategory=Kids",
)
ROWS: Rows = (
    {"product_id": "1", "product_name": "Case", "category": "Tech", "subcategory": "Phones", "region": "West"}
    | {"quarter": "Q1 2024", "year": 2024, "sales": "100.00", "units_sold": 10, "profit": "10.00"}
    | {"return_rate": 2.0, "avg_rating": 4.0, "review_count": 5},
    {"product_id": "2", "product_name": "Case", "category": "Tech", "subcategory": "Phones", "region": "West"}
    | {"quarter": "Q4 2023", "year": 2023, "sales": "300.00", "units_sold": 30, "profit": "60.00"}
    | {"return_rate": 4.0, "avg_rating": 5.0, "review_count": 15},
    {"product_id": "3", "product_name": "Shirt", "category": "Wear", "subcategory": "Men", "region": "East"}
    | {"quarter": "Q1 2024", "year": 2024, "sales": "0.00", "units_sold": 0, "profit": "-5.00"}
    | {"return_rate": None, "avg_rating": None, "review_count": 0},
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Context:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    settings = Settings(state=tmp_path_factory.mktemp("products"))
    warehouse.publish([ISO / "product_sales.csv"], settings)
    return Context(settings, Store(settings.state))


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    return pd.read_csv(ISO / "product_sales.csv")


def opened(context: Context, query: str = "") -> State:
    return open_state(context, PAGE, query, None, "light")


def drawn(context: Context, query: str = "") -> Mapping[str, Any]:
    return render(opened(context, query))


def by_hand(state: Path, query: str = "", rows: Rows = ROWS) -> Mapping[str, Any]:
    publish_rows(state, product_sales=rows)
    return drawn(Context(Settings(state=state), Store(state)), query)


def in_view(rows: pd.DataFrame, query: str, *whole: str) -> pd.DataFrame:
    """The rows that a link is about, by plain pandas; the filters `whole` are left out."""
    for key in {pair.partition("=")[0] for pair in query.split("&") if pair} - {*whole}:
        chosen = [pair.partition("=")[2] for pair in query.split("&") if pair.startswith(f"{key}=")]
        rows = rows[rows[key].isin(chosen)]
    return rows


def figures(rows: pd.DataFrame) -> dict[str, float]:
    """Every metric of the page, by plain pandas."""
    sales, profit, units = (float(rows[name].sum()) for name in ("sales", "profit", "units_sold"))
    return {
        "sales": sales,
        "profit": profit,
        "margin": profit / sales,
        "units": units,
        "price": sales / units,
        "return_rate": float((rows["return_rate"] * rows["units_sold"]).sum() / units / 100),
        "rating": float((rows["avg_rating"] * rows["review_count"]).sum() / rows["review_count"].sum()),
    }


@pytest.mark.parametrize("query", LINKS)
def test_the_key_figures_are_those_of_the_file(real: Context, rows: pd.DataFrame, query: str) -> None:
    mine = figures(in_view(rows, query))
    told = [plain(value) for value in having(drawn(real, query)["cards"], "nm-kpi-value")]
    units = (("sales", "currency"), ("profit", "currency"), ("margin", "percent"), ("units", "count"))
    shown = (*units, ("return_rate", "percent"), ("rating", "score"))
    assert told == [str(format_value(mine[name], unit, "INR")).replace("\u00a0", " ") for name, unit in shown]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("query", LINKS)
def test_bars_matrix_and_quarters_are_those_of_the_file(
    real: Context, rows: pd.DataFrame, query: str, metric: str
) -> None:
    page = drawn(real, f"{query}&metric={metric}".removeprefix("&"))
    mine, everyone = in_view(rows, query), in_view(rows, query, "category")
    bars = {str(row[0]): row[1] for row in table(page[Ids.CATEGORIES])[1]}
    assert bars == pytest.approx({name: figures(part)[metric] for name, part in everyone.groupby("category")})
    kind = "category" if mine["category"].nunique() > 1 else "subcategory"
    crossed, quarters = in_view(rows, query, "category", "region"), in_view(rows, query, "quarter")
    parted = ((Ids.CROSS, "region", "category", crossed), (Ids.QUARTERS, "quarter", kind, quarters))
    for chart, down, across, part_of in parted:
        headings, lines = table(page[chart])
        told = {(line[0], name): cell for line in lines for name, cell in zip(headings[1:], line[1:], strict=True)}
        expected = {key: figures(part)[metric] for key, part in part_of.groupby([down, across])}
        assert {pair: cell for pair, cell in told.items() if cell is not None} == pytest.approx(expected)


@pytest.mark.parametrize("query", LINKS)
def test_the_tree_s_leaves_are_the_products_of_the_file(real: Context, rows: pd.DataFrame, query: str) -> None:
    each = in_view(rows, query).groupby(KEYS)[["sales", "profit"]].sum()
    leaves = {tuple(row[:3]): row[3:] for row in table(drawn(real, query)[Ids.TREE])[1]}
    assert {path: cells[0] for path, cells in leaves.items()} == pytest.approx(each["sales"].to_dict())
    assert {path: cells[1] for path, cells in leaves.items()} == pytest.approx(
        (each["profit"] / each["sales"]).to_dict()
    )


@pytest.mark.parametrize("query", LINKS)
def test_the_list_is_above_the_median_of_sales_and_below_that_of_margins(
    real: Context, rows: pd.DataFrame, query: str
) -> None:
    each = in_view(rows, query).groupby(KEYS)[["sales", "profit"]].sum()
    margin = each["profit"] / each["sales"]
    mine = each[(each["sales"] > each["sales"].median()) & (margin < margin.median())].sort_values("sales")[::-1]
    assert [tuple(row[place] for place in (1, 2, 0)) for row in table({"twin": file(opened(real, query))})[1]] == list(
        mine.index
    )
    card = drawn(real, query)[Ids.TABLE]
    assert title(card).startswith(f"{len(mine)} product")
    assert f"{mine['sales'].sum() / each['sales'].sum():.0%}".replace("%", "\u00a0%") in title(card).replace(
        " %", "\u00a0%"
    )


def test_the_answer_and_the_insights_are_what_the_file_says(real: Context) -> None:
    page = drawn(real)
    assert "Electronics is 46 % of sales, at a margin of 11.4 %. West leads the regions." in plain(page["head"])
    assert [plain(subject) for subject in having(page["insights"], "nm-insight-subject")] == [
        "Electronics 11.4 %",
        "Fashion 5.2 %",
        "Q4 2024 ▲up  34 %",
    ]
    links = [part.href for part in parts(page["insights"]) if type(part).__name__ == "Link"]
    assert links == ["/products?metric=margin", "/products?metric=return_rate", "/products?quarter=Q4+2024"]


def test_the_sample_s_stories_are_found(sample_state: Path) -> None:
    page = drawn(Context(Settings(state=sample_state), Store(sample_state)))
    told = [plain(subject) for subject in having(page["insights"], "nm-insight-subject")]
    assert told[0].startswith("Electronics 1")
    assert told[1].startswith("Fashion 6")
    assert told[2].startswith("Q4 2025 ▲")


def test_rates_are_weighted_by_hand(tmp_path: Path) -> None:
    # Returned: 2 % of 10 and 4 % of 30 are 1.4 of 40 units; stars: 5 × 4 and 15 × 5 are 95 over 20 reviews.
    told = [plain(value) for value in having(by_hand(tmp_path)["cards"], "nm-kpi-value")]
    assert told == ["₹400.00", "₹65.00", "16.2 %", "40", "3.5 %", "4.75"]
    assert note(by_hand(tmp_path, "metric=return_rate")[Ids.CATEGORIES]).endswith("Weighted by units sold.")


def test_rates_that_are_read_from_a_sample_say_so_and_sums_are_of_every_row(tmp_path: Path) -> None:
    publish_rows(tmp_path, Thresholds(most_rows=2), product_sales=ROWS)
    page = drawn(Context(Settings(state=tmp_path), Store(tmp_path)), "metric=rating")
    told = [plain(value) for value in having(page["cards"], "nm-kpi-value")]
    assert told[:4] == ["₹400.00", "₹65.00", "16.2 %", "40"]
    assert all(value.startswith("~") for value in told[4:])
    assert note(page[Ids.CATEGORIES]).endswith("Read from an even sample of 2 rows.")


def test_what_was_not_sold_is_listed_and_what_has_no_margin_is_not_zero(tmp_path: Path) -> None:
    page = by_hand(tmp_path, "metric=margin")
    assert "Not drawn, without sales above 0: Shirt." in plain(page[Ids.TREE]["note"])
    assert "n/a for Wear: sales is 0" in note(page[Ids.CATEGORIES])


def test_quarters_are_in_order_on_bars_and_in_the_strip(tmp_path: Path) -> None:
    page = by_hand(tmp_path)
    assert [row[0] for row in table(page[Ids.QUARTERS])[1]] == ["Q4 2023", "Q1 2024"]
    assert "Q4 2023 to Q1 2024" in plain(page["cards"])


def test_a_category_chosen_is_broken_down_further_and_leaves_the_others_in_sight(tmp_path: Path) -> None:
    page = by_hand(tmp_path, "category=Tech")
    assert caption(page[Ids.QUARTERS]).startswith("Sales by calendar quarter and subcategory")
    assert [row[0] for row in table(page[Ids.CATEGORIES])[1]] == ["Tech", "Wear"]
    faded = figure(page[Ids.CATEGORIES]).data[0].marker.color
    assert [colour.endswith(",0.3)") for colour in faded] == [False, True]


def test_what_a_click_filters_by_leaves_the_rest_beside_it_faded(tmp_path: Path) -> None:
    whole, page = by_hand(tmp_path), by_hand(tmp_path, "category=Tech&region=West&quarter=Q1 2024")
    cells, veil = figure(page[Ids.CROSS]).data[:2]
    assert [list(pair) for pair in cells.customdata] == [
        ["West", "Tech"],
        ["West", "Wear"],
        ["East", "Tech"],
        ["East", "Wear"],
    ]
    assert [bool(there) for there in veil.z] == [False, True, True, True]
    assert [row[0] for row in table(page[Ids.QUARTERS])[1]] == [row[0] for row in table(whole[Ids.QUARTERS])[1]]
    assert [colour.endswith(",0.3)") for colour in figure(page[Ids.QUARTERS]).data[0].marker.color] == [True, False]


def test_a_switch_names_the_quarters_of_fiscal_years(tmp_path: Path) -> None:
    page = by_hand(tmp_path, "quarters=fiscal")
    assert [row[0] for row in table(page[Ids.QUARTERS])[1]] == ["Q3 FY24 (Oct–Dec)", "Q4 FY24 (Jan–Mar)"]


def test_a_view_without_rows_hides_the_cards_and_says_so(tmp_path: Path) -> None:
    page = by_hand(tmp_path, "category=Tech&region=East")
    assert page["hidden"] is True
    assert "Nothing in this view" in plain(page["cards"])
    assert set(page) == set(by_hand(tmp_path))


@pytest.mark.parametrize("column", ["return_rate", "avg_rating", "review_count", "profit", "category", "quarter"])
def test_a_column_without_a_value_is_said_not_guessed(tmp_path: Path, column: str) -> None:
    page = by_hand(tmp_path, rows=[{**row, column: None} for row in ROWS])
    told = plain(page["cards"])
    assert page["hidden"] is False
    assert "nan" not in told.lower()
    expected = {"return_rate": "Return rate", "avg_rating": "Rating", "review_count": "Rating", "profit": "Margin"}
    if column in expected:
        assert "n/a" in told


def test_through_http_a_hostile_link_is_the_page_itself(tmp_path: Path) -> None:
    publish_rows(tmp_path, product_sales=ROWS)
    client = client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))
    query = "metric=%3Cscript%3E&at=%00&page=-1&category=%27+OR+1%3D1&sort=product_id"
    answer = client.ask(query, page="products")
    assert not answer.failed
    assert answer.figures == client.ask(page="products").figures
    opened = client.route("/products", f"?{query}")
    assert len(sent((opened.json or {})["response"]["_pages_content"]["children"], "nm-notice")) == 5


def test_without_its_table_the_page_names_the_file_it_needs(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    client = client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))
    assert "This page needs product_sales" in client.route("/products").text
