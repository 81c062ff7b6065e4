"""The figures of Campaign analytics, as its callback draws them, against plain pandas on the published files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.numbers import format_value
from callbacks.campaigns import file, render, render_rest
from callbacks.opening import open_state
from callbacks.state import Context, State
from data import warehouse
from data.store import Store
from layouts.campaigns import PAGE, Ids
from settings import Settings
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.layouts.ui.drawn import figure, keys, plain, table, title
from tests.layouts.ui.parts import having, parts

ISO = Path("../shared/real/novamart/iso")
LINKS = (
    "",
    "period=all",
    "basis=paid&period=all",
    "channel=Email&region=West",
    "type=Retargeting&from=2023-05-17&to=2024-02-29",
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Context:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    settings = Settings(state=tmp_path_factory.mktemp("campaigns"))
    warehouse.publish([ISO / "campaign_performance.csv"], settings)
    return Context(settings, Store(settings.state))


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    return pd.read_csv(ISO / "campaign_performance.csv", parse_dates=["date"])


def opened(context: Context, query: str = "") -> State:
    return open_state(context, PAGE, query, None, "light")


def drawn(context: Context, query: str = "") -> Mapping[str, Any]:
    state = opened(context, query)
    return {**render(state), **render_rest(state)}


def in_view(rows: pd.DataFrame, query: str) -> pd.DataFrame:
    """The rows that a link is about, by plain pandas."""
    spend = rows.groupby("channel")["spend"].sum()
    if "basis=paid" in query:
        rows = rows[rows["channel"].isin(spend.index[spend > 0])]
    for column, value in (("channel", "Email"), ("region", "West"), ("campaign_type", "Retargeting")):
        rows = rows[rows[column] == value] if f"={value}" in query else rows
    start, end = ("2023-05-17", "2024-02-29") if "from" in query else ("2024-01-01", "2024-12-31")
    return rows if "period=all" in query else rows[rows["date"].between(start, end)]


@pytest.mark.parametrize("query", LINKS)
def test_the_table_is_that_of_the_file_with_totals_of_sums(real: Context, rows: pd.DataFrame, query: str) -> None:
    card, mine = {**drawn(real, query)[Ids.TABLE], "twin": file(opened(real, query))}, in_view(rows, query)
    each = mine.groupby("campaign_name")[["revenue", "spend", "conversions"]].sum().sort_values("revenue")[::-1]
    headings, cells = table(card)
    place = {name: headings.index(name) for name in ("Campaign", "Revenue", "Ad spend", "ROAS", "Conversions")}
    assert [row[place["Campaign"]] for row in cells] == list(each.index)
    for name, column in (("Revenue", "revenue"), ("Ad spend", "spend"), ("Conversions", "conversions")):
        assert [row[place[name]] for row in cells] == pytest.approx(list(each[column]))
    paid = (each["spend"] > 0).to_numpy()
    told = [row[place["ROAS"]] for row, kept in zip(cells, paid, strict=True) if kept]
    assert told == pytest.approx(list((each["revenue"] / each["spend"])[paid]))
    (foot,) = [part for part in parts(card["rows"]) if type(part).__name__ == "Tfoot"]
    roas = format_value(mine["revenue"].sum() / mine["spend"].sum(), "x", "INR")
    assert str(roas) in plain(foot)


@pytest.mark.parametrize("query", LINKS)
def test_monthly_spend_and_running_conversions_end_at_the_file_s_sums(
    real: Context, rows: pd.DataFrame, query: str
) -> None:
    page, mine = drawn(real, query), in_view(rows, query)
    _, months = table(page[Ids.STACK])
    assert sum(cell or 0 for row in months for cell in row[1:]) == pytest.approx(mine["spend"].sum())  # type: ignore[misc]
    headings, days = table(page[Ids.RUNNING])
    assert dict(zip(headings[1:], days[-1][1:], strict=True)) == pytest.approx(
        mine.groupby("channel")["conversions"].sum().to_dict()
    )


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_year_s_quarters_and_days_are_those_of_the_file_whatever_the_dates(
    real: Context, rows: pd.DataFrame, year: int
) -> None:
    page = drawn(real, f"year={year}&daily-year={year}&daily=roas&from=2024-03-01&to=2024-03-31")
    mine = rows[rows["date"].dt.year == year]
    quarters = mine.groupby(["region", mine["date"].dt.quarter])["revenue"].sum()
    headings, cells = table(page[Ids.QUARTERS])
    assert headings[1] == f"Q1 {year}"
    told = {(row[0], place): cell for row in cells for place, cell in enumerate(row) if place and cell is not None}
    assert told == pytest.approx(quarters.to_dict())
    sums = mine.groupby(mine["date"].dt.strftime("%Y-%m-%d"))[["revenue", "spend"]].sum().query("spend > 0")
    days = {row[0]: row[2] for row in table(page[Ids.CALENDAR])[1]}
    assert {day: value for day, value in days.items() if value is not None} == pytest.approx(
        (sums["revenue"] / sums["spend"]).to_dict()
    )


def test_the_matrix_stands_on_rates_of_sums_and_keeps_every_channel(real: Context, rows: pd.DataFrame) -> None:
    marks = figure(drawn(real, "period=all&channel=Email")[Ids.MATRIX]).data[0]
    sums = rows.groupby("channel")[["clicks", "impressions", "conversions"]].sum()
    ctr = sums["clicks"] / sums["impressions"]
    assert dict(zip(marks.customdata, marks.x, strict=True)) == pytest.approx(ctr.to_dict(), rel=1e-4)


def test_the_answer_is_counted_from_the_file(real: Context, rows: pd.DataFrame) -> None:
    mine = rows[rows["date"].dt.year == 2024].groupby("campaign_name")["revenue"].sum().sort_values(ascending=False)
    few = int((mine.cumsum() < mine.sum() / 2).sum()) + 1
    assert f"{few} of {len(mine)} campaigns" in plain(drawn(real)["head"])


def test_three_insights_link_to_views_of_this_page(real: Context) -> None:
    card = drawn(real)["insights"]
    found = [plain(part) for part in having(card, "nm-insight-subject")]
    assert found == ["December ▼down  68.0 %", "Central ▼down  ₹44.96 Cr", "LinkedIn 7.6×"]
    assert [part.href for part in parts(card) if type(part).__name__ == "Link"] == [
        "/campaigns?from=2024-12-01&to=2024-12-31",
        "/campaigns?region=Central",
        "/campaigns?channel=LinkedIn",
    ]


def test_insights_of_regions_agree_with_the_file(real: Context, rows: pd.DataFrame) -> None:
    years = rows.groupby(["region", rows["date"].dt.year])["revenue"].sum().unstack()
    moves = (years[2024] - years[2023]) / 1e7
    assert (moves.abs().idxmax(), round(moves.abs().max(), 2)) == ("Central", 44.96)


def test_the_twin_holds_only_the_page_of_rows_and_the_file_all(real: Context) -> None:
    state = opened(real, "period=all&sort=spend&page=2")
    shown, whole = table(render_rest(state)[Ids.TABLE])[1], table({"twin": file(state)})[1]
    assert (len(shown), len(whole)) == (10, 50)
    assert shown == whole[10:20]


def test_links_of_the_table_keep_the_rest_of_the_view(real: Context) -> None:
    card = drawn(real, "region=West&find=email&sort=spend&page=2")[Ids.TABLE]
    links = [part.href for part in parts(card["rows"]) if type(part).__name__ == "A"]
    assert "/campaigns?find=email&order=ascending&region=West&sort=spend" in links
    assert all("region=West" in link and "find=email" in link for link in links)


def test_by_hand_on_four_rows(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    page = drawn(Context(Settings(state=tmp_path), Store(tmp_path)), "period=all")
    assert keys(page[Ids.RUNNING]) == ["Email 2.5", "Direct 2"]
    assert title(page[Ids.CALENDAR]).startswith("1 of 2 days with rows makes up half of revenue, 1 Jan")
    assert [row[0] for row in table(page[Ids.TABLE])[1]] == ["A", "B", "B"]


@pytest.mark.parametrize("query", ["from=1999-01-01&to=1999-02-01", "basis=paid&channel=Direct"])
def test_a_view_without_rows_hides_the_cards_and_says_so(tmp_path: Path, query: str) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    page = drawn(Context(Settings(state=tmp_path), Store(tmp_path)), query)
    assert page["hidden"] is True
    assert "Nothing in this view" in plain(page["insights"])
    assert set(page) == set(drawn(Context(Settings(state=tmp_path), Store(tmp_path)), "period=all"))


def test_a_fiscal_year_s_quarters_are_those_of_the_file(real: Context, rows: pd.DataFrame) -> None:
    headings, cells = table(drawn(real, "year=fy-2023-24")[Ids.QUARTERS])
    first = rows[rows["date"].between("2023-04-01", "2023-06-30")].groupby("region")["revenue"].sum()
    assert headings[1:] == ["Q1 FY24 (Apr–Jun)", "Q2 FY24 (Jul–Sep)", "Q3 FY24 (Oct–Dec)", "Q4 FY24 (Jan–Mar)"]
    assert {str(line[0]): line[1] for line in cells} == {str(name): pytest.approx(sum_) for name, sum_ in first.items()}


def test_a_region_chosen_leaves_the_others_beside_it_faded(real: Context) -> None:
    whole, west = (drawn(real, query)[Ids.QUARTERS] for query in ("period=all", "period=all&region=West"))
    assert table(west) == table(whole)
    bars = figure(west).data[0]
    faded = [colour.endswith(",0.3)") for colour in bars.marker.color]
    assert [name for name, pale in zip(bars.customdata, faded, strict=True) if not pale] == ["West"]


def test_a_year_that_is_not_loaded_is_ignored_with_a_notice(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    context = Context(Settings(state=tmp_path), Store(tmp_path))
    state = open_state(context, PAGE, "period=all&year=1999&daily-year=fy-2023-24", None, "light")
    assert (str(state.view), len(state.notices)) == ("period=all", 2)
    assert title(render(state)[Ids.QUARTERS]) == title(drawn(context, "period=all")[Ids.QUARTERS])
