"""Customer insights through its callback, against plain pandas on the published files."""

import re
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import numpy as np
import pandas as pd
import pytest

from analytics.intervals import wilson
from analytics.numbers import money, percent, written
from app import create_server
from data import warehouse
from data.rollups import Thresholds
from settings import Settings
from tests.callbacks.asking import Answer, Client, client_of, having, words
from tests.data.customers import customers
from tests.data.publishing import Rows, publish_rows
from tests.layouts.ui.drawn import rows_of

ISO = Path("../shared/real/novamart/iso")
COLUMNS = {
    "region": "region",
    "segment": "customer_segment",
    "tier": "city_tier",
    "acquired": "acquisition_channel",
    "nps": "nps_category",
}
LINKS = (
    "",
    "segment=Premium",
    "region=West&region=East",
    "tier=Tier+1&acquired=Referral",
    "nps=Passive&segment=Regular&segment=Budget",
)
CHARTS = ("worth", "people", "cloud", "age", "content", "nps", "churn")
LOCAL = ("worth", "people", "cloud", "age")
DETAILS = (
    "customer_id", "income", "lifetime_value", "customer_segment", "age", "region", "city_tier", "acquisition_channel",
    "total_purchases",
)  # fmt: skip
Row = list[Any]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Client:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    state = tmp_path_factory.mktemp("customers")
    warehouse.publish([ISO / "customer_data.csv"], Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    return pd.read_csv(ISO / "customer_data.csv")


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., Client]:
    """A client of an app on customers written in a test."""

    def client(rows: Rows, when: Thresholds | None = None) -> Client:
        publish_rows(tmp_path, when, customer_data=rows)
        return client_of(create_server({"NOVAMART_STATE": str(tmp_path)}))

    return client


@cache
def asked(client: Client, link: str = "") -> Answer:
    return client.ask(link, page="customers")


def in_view(people: pd.DataFrame, link: str, whole: str = "") -> pd.DataFrame:
    """The customers that a link is about, by plain pandas; the filter on the column `whole` is left out."""
    for key, values in parse_qs(link).items():
        if key in COLUMNS and COLUMNS[key] != whole:
            people = people[people[COLUMNS[key]].isin(values)]
    return people


def table(answer: Answer, chart: str) -> list[Row]:
    return rows_of(answer.part(f"{chart}-twin", "data"))


def figure(answer: Answer, chart: str) -> Any:  # noqa: ANN401
    return answer.part(*((f"{chart}-base", "data") if chart in LOCAL else (f"{chart}-figure", "figure")))


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


@pytest.mark.parametrize("link", LINKS)
def test_the_key_figures_are_those_of_the_file(real: Client, people: pd.DataFrame, link: str) -> None:
    mine, answer = in_view(people, link), asked(real, link)
    nps = 100 * ((mine["nps_category"] == "Promoter").mean() - (mine["nps_category"] == "Detractor").mean())
    expected = [
        f"{len(mine):,}",
        money(mine["lifetime_value"].mean(), "INR"),
        money(mine["lifetime_value"].sum() / mine["total_purchases"].sum(), "INR"),
        written(nps, 0),
        percent(mine["is_churned"].mean()),
        f"{written(mine['satisfaction_score'].mean(), 2)} of 5",
    ]
    assert answer.figures == [plain(one) for one in expected]


@pytest.mark.parametrize("link", LINKS)
def test_under_each_stands_how_sure_or_how_uneven_it_is(real: Client, people: pd.DataFrame, link: str) -> None:
    mine = in_view(people, link)
    said = [words(one) for one in having(asked(real, link).part("customers-cards"), "nm-kpi-change")]
    low, high = wilson(mine["is_churned"].sum(), len(mine))
    score = mine["satisfaction_score"]
    reach = 1.959964 * score.std() / len(mine) ** 0.5
    assert said[1] == f"median {plain(money(mine['lifetime_value'].median(), 'INR'))}"
    assert said[4] == f"95 %: {plain(percent(low))} to {plain(percent(high))}"
    ends = [float(end) for end in said[5].removeprefix("95 %: ").split(" to ")]
    assert ends == pytest.approx([score.mean() - reach, score.mean() + reach], abs=0.0101)


@pytest.mark.parametrize("link", LINKS)
def test_boxes_are_numpy_s_quartiles_of_every_segment(real: Client, people: pd.DataFrame, link: str) -> None:
    mine = in_view(people, link, whole="customer_segment").groupby("customer_segment")["lifetime_value"]
    rows = {row[0]: row[1:] for row in table(asked(real, link), "worth")}
    assert set(rows) == set(mine.groups)
    for name, values in mine:
        q1, median, q3 = np.quantile(values, (0.25, 0.5, 0.75))
        reach = 1.5 * (q3 - q1)
        low, high = values[values >= q1 - reach].min(), values[values <= q3 + reach].max()
        expected = [len(values), low, q1, median, q3, high, values.mean(), values.min(), values.max()]
        assert rows[str(name)] == pytest.approx(expected)


def test_other_segments_stay_pale_so_that_one_can_move_on(real: Client) -> None:
    boxes = [trace for trace in figure(asked(real, "segment=Premium"), "worth")["data"] if trace["type"] == "box"]
    strong = [trace["fillcolor"] for trace in boxes if trace["fillcolor"].endswith(",0.15)")]
    assert (len(boxes), len(strong)) == (5, 1)


@pytest.mark.parametrize("link", LINKS)
def test_ages_are_counted_by_year_and_segment(real: Client, people: pd.DataFrame, link: str) -> None:
    mine, rows = in_view(people, link), table(asked(real, link), "age")
    assert {row[0]: row[1] for row in rows} == mine["age"].value_counts().to_dict()
    assert sum(sum(row[2:]) for row in rows) == len(mine)


@pytest.mark.parametrize("link", LINKS)
def test_the_line_is_numpy_s_and_the_points_are_the_customers(real: Client, people: pd.DataFrame, link: str) -> None:
    mine, answer = in_view(people, link), asked(real, link)
    r = np.corrcoef(mine["income"], mine["lifetime_value"])[0, 1]
    assert f"n = {len(mine):,}: R² = {r * r:.2f}." in plain(answer.part("cloud-note"))
    slope, intercept = np.polyfit(mine["income"], mine["lifetime_value"], 1)
    line = figure(answer, "cloud")["data"][-1]
    assert line["y"] == pytest.approx([intercept + slope * x for x in line["x"]], abs=1e-6)
    rows = table(answer, "cloud")
    assert {row[0]: row[1:3] for row in rows} == {
        one.customer_id: [one.income, one.lifetime_value] for one in mine.itertuples()
    }


def test_each_point_can_tell_who_it_is(real: Client, people: pd.DataFrame) -> None:
    first = people.iloc[0]
    (told,) = [row for row in table(asked(real), "cloud") if row[0] == first["customer_id"]]
    assert told == [first[name] for name in DETAILS]


@pytest.mark.parametrize("link", ["left=Social+Media", "left=Referral", "region=West&left=Partner"])
def test_halves_are_the_chosen_channel_and_all_others(real: Client, people: pd.DataFrame, link: str) -> None:
    mine, (left,) = in_view(people, link), parse_qs(link)["left"]
    rows = {(row[0], row[1]): row[2:5] for row in table(asked(real, link), "content")}
    here = mine["acquisition_channel"] == left
    for (category, own), scores in mine.groupby(["nps_category", here])["satisfaction_score"]:
        side = left if own else "All other channels"
        assert rows[(category, side)] == pytest.approx([len(scores), scores.median(), scores.mean()])


def test_the_left_half_is_the_largest_channel_unless_another_is_chosen(real: Client, people: pd.DataFrame) -> None:
    largest = people["acquisition_channel"].mode()[0]
    assert table(asked(real), "content") == table(asked(real, f"left={largest}"), "content")


@pytest.mark.parametrize("by", ["segment", "region"])
def test_the_score_of_each_member_is_counted_from_the_file(real: Client, people: pd.DataFrame, by: str) -> None:
    counts = people.groupby([COLUMNS[by], "nps_category"]).size().unstack(fill_value=0)
    score = 100 * (counts["Promoter"] - counts["Detractor"]) / counts.sum(axis=1)
    rows = table(asked(real, f"by={by}"), "nps")
    assert {row[0]: row[5] for row in rows} == pytest.approx(score.round(1).to_dict())
    assert [row[5] for row in rows] == sorted((row[5] for row in rows), reverse=True)
    assert all(row[6] <= row[5] <= row[7] for row in rows)


def test_the_score_of_chosen_categories_says_so(real: Client) -> None:
    note = plain(asked(real, "nps=Passive&nps=Detractor").part("nps-note"))
    assert note.startswith("Only Detractor and Passive are in view, by the filter.")


def test_churn_is_ranked_with_wilson_s_interval(real: Client, people: pd.DataFrame) -> None:
    churn = people.groupby("customer_segment")["is_churned"].agg(["sum", "count"])
    rows = table(asked(real), "churn")
    assert [row[0] for row in rows] == list((churn["sum"] / churn["count"]).sort_values(ascending=False).index)
    for name, left, count, rate, low, high in rows:
        assert (left, count, rate) == (churn["sum"][name], churn["count"][name], left / count)
        assert (low, high) == pytest.approx(wilson(left, count))


def test_rings_are_region_tier_and_segment(real: Client, people: pd.DataFrame) -> None:
    sizes = people.groupby(["region", "city_tier", "customer_segment"]).size().to_dict()
    answer = asked(real)
    assert {tuple(row[:3]): row[3] for row in table(answer, "people")} == sizes
    rings = figure(answer, "people")["data"][0]
    assert len(rings["ids"]) == len(set(rings["ids"])) == 1 + 5 + 15 + len(sizes)


def test_the_answer_and_findings_are_those_of_the_file(real: Client) -> None:
    answer = asked(real)
    said = "₹16,147 of lifetime value per customer, median ₹5,742. Premium, 10 % of them, holds 49 %."
    assert answer.words("customers-head").endswith(said)
    found = [words(one) for one in having(answer.part("customers-insights"), "nm-insight-subject")]
    assert found == ["Premium 49 %", "Detractor 28.5 %", "Premium 3.91"]


def test_what_is_not_reported_is_counted_and_said(serve: Callable[..., Client]) -> None:
    rows = customers(300)
    silent = sum(row["income"] is None for row in rows)
    answer = asked(serve(rows))
    assert f"{silent} customers report no income or no lifetime value." in answer.part("cloud-note")
    unknown = sum(row["is_churned"] is None for row in rows)
    assert f"{unknown} customers report no churn rate." in answer.part("churn-note")


def test_columns_that_are_missing_say_so_and_nothing_shows_nan(serve: Callable[..., Client]) -> None:
    client = serve(customers(120))
    for link in ("", "segment=New", "by=region&left=Email", "region=North&segment=Loyal"):
        answer = asked(client, link)
        assert not answer.failed
        assert not re.search(r"\b(nan|inf|infinity)\b", str(answer.body), re.IGNORECASE)
    figures = asked(client).figures
    assert (figures[2], figures[3]) == ("n/a", "n/a")
    said = [words(one) for one in having(asked(client).part("customers-cards"), "nm-kpi-change")]
    assert said[2:4] == ["Total_purchases not reported", "Promoters and detractors and answers not reported"]


@pytest.mark.parametrize("value", ["' OR 1=1;--", "<script>alert(1)</script>", "x" * 150])
def test_hostile_values_are_ignored(real: Client, value: str) -> None:
    for key in ("segment", "left", "at", "years", "by", "trend"):
        answer = asked(real, f"{key}={value}")
        assert not answer.failed
        assert answer.figures[0] == "5,000"
        assert value not in str(answer.part("content-head"))


def test_a_view_without_customers_says_so_and_hides_the_charts(real: Client) -> None:
    answer = asked(real, "segment=Churned&nps=Promoter")
    assert "Nothing in this view" in answer.words("customers-cards")
    assert answer.part("customers-charts", "hidden") is True
    assert all(answer.part(f"{chart}-twin", "data") is None for chart in CHARTS)


def test_more_than_points_can_show_become_cells_on_the_same_axes(serve: Callable[..., Client]) -> None:
    rows = customers(15_000)
    answer = asked(serve(rows))
    reported = sum(row["income"] is not None for row in rows)
    assert figure(answer, "cloud")["data"][0]["type"] == "heatmap"
    assert "More than 5,000 customers: cells instead of points" in plain(answer.part("cloud-note"))
    assert sum(row[2] for row in table(answer, "cloud")) == reported
    assert len(str(answer.body)) < 600_000


def test_figures_from_a_sample_are_marked(serve: Callable[..., Client]) -> None:
    answer = asked(serve(customers(2_000), Thresholds(most_rows=500)))
    assert answer.figures[0] == "2,000"
    assert "~ From a random sample of 500 customers." in answer.part("worth-note")
    assert answer.figures[4].startswith("~")


def test_no_answer_carries_more_than_what_is_drawn(real: Client) -> None:
    for by, left in product(("segment", "region"), ("Referral", "most")):
        assert len(str(asked(real, f"by={by}&left={left}").body)) < 1_000_000
