"""Attribution and funnel through its callbacks, against plain pandas on the published files."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analytics.offers import OFFERS
from app import create_server
from data import warehouse
from data.query import Query
from data.store import Store
from layouts.attribution import PAGE, Ids
from settings import Settings
from tests.callbacks.asking import Answer, Client, client_of, words
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.data.touches import ROWS as TOUCHES

ISO = Path("../shared/real/novamart/iso")
HEAD, CREDIT = "attribution", "credit"
CHARTS = (Ids.FUNNEL, Ids.MODELS, Ids.SHARES, Ids.FLOW, Ids.CLAIMS, Ids.CORRELATION)
STEPS: Rows = (
    {"touchpoint_1": "Ads", "touchpoint_2": "Site", "touchpoint_3": "Purchase", "customer_count": 30},
    {"touchpoint_1": "Site", "touchpoint_2": "Purchase", "customer_count": 10},
    {"touchpoint_1": "Ads", "touchpoint_2": "Exit", "customer_count": 60},
)
FUNNEL: Rows = ({"stage": "Seen", "visitors": 1000, "conversion_rate": 100}, {"stage": "Bought", "visitors": 250})
SHARES: Rows = (
    {"channel": "Ads", "first_touch": 20, "last_touch": 50, "linear": 40, "time_decay": 40, "position_based": 40},
)
PAIRS: Rows = tuple(
    {"measure": one, "other": other, "correlation": 1.0 if one == other else value}
    for one, other, value in (("Mood", "Mood", 1), ("Mood", "Cost", 0.62), ("Cost", "Mood", 0.11), ("Cost", "Cost", 1))
)
CLAIMED: Rows = (
    {"date": "2024-01-01", "platform": "Email", "campaign_name": "A", "region": "North", "impressions": 9, "clicks": 9}
    | {"conversions": 5, "spend": "1", "revenue": "600.10"},
    {"date": "2024-01-02", "platform": "Email", "campaign_name": "A", "region": "North", "impressions": 9, "clicks": 9}
    | {"conversions": 7, "spend": "1", "revenue": "1"},
)
TABLES: dict[str, Rows] = {
    "journeys": TOUCHES, "customer_journey": STEPS, "funnel_data": FUNNEL, "channel_attribution": SHARES,
    "correlation_matrix": PAIRS, "campaign_performance": CAMPAIGN_ROWS, "ad_performance": CLAIMED,
}  # fmt: skip
NEEDS = {
    "funnel_data": (Ids.FUNNEL, "This chart needs funnel_data", ""),
    "channel_attribution": (Ids.MODELS, "channel_attribution is not loaded", ""),
    "correlation_matrix": (Ids.CORRELATION, "This chart needs correlation_matrix", "matrix=supplied"),
    "campaign_performance": (Ids.CORRELATION, "This chart needs campaign_performance", ""),
    "ad_performance": (Ids.CLAIMS, "Only campaign_performance is loaded", ""),
}
Serve = Callable[..., Client]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Client:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    state = tmp_path_factory.mktemp("attribution")
    warehouse.publish([ISO], Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    def on_rows(*left_out: str, **tables: Rows) -> Client:
        state = tmp_path / "-".join(("state", *left_out, *tables))
        given = tables or {name: rows for name, rows in TABLES.items() if name not in left_out}
        publish_rows(state, None, 0, **given)
        return client_of(create_server({"NOVAMART_STATE": str(state)}))

    return on_rows


@pytest.fixture(scope="module")
def sample(sample_state: Path) -> Client:
    return client_of(create_server({"NOVAMART_STATE": str(sample_state)}))


def all_of(client: Client, query: str = "") -> Answer:
    answer = client.ask(query, page=HEAD)
    assert not answer.failed
    return answer


def credit(client: Client, query: str = "") -> Answer:
    answer = client.ask(query, page=CREDIT)
    assert not answer.failed
    return answer


def shown(answer: Answer, chart: str) -> str:
    """Everything that a chart's card says."""
    return f"{answer.words(f'{chart}-head')} {answer.words(f'{chart}-note')}"


def table(answer: Answer, chart: str) -> pd.DataFrame:
    twin: Any = answer.part(f"{chart}-twin", "data")
    frame = pd.DataFrame(twin["rows"], columns=[column["name"] for column in twin["columns"]])
    return frame.set_index(frame.columns[0])


def column(answer: Answer, chart: str, name: str) -> dict[str, float]:
    return {str(key): float(value) for key, value in table(answer, chart)[name].items()}


def walked() -> list[tuple[list[str], int]]:
    """The published paths with how many took them, their end last."""
    rows = pd.read_csv(ISO / "customer_journey.csv")
    steps = rows.drop(columns="customer_count")
    return [([*line.dropna()], int(rows["customer_count"][at])) for at, line in steps.iterrows()]  # type: ignore[call-overload]


def _onward(name: str, counts: dict[tuple[str, str], float], chance: dict[str, float]) -> list[float]:
    return [people * chance.get(there, 0) for (here, there), people in counts.items() if here == name]


def converting(without: str = "") -> float:
    """The chance to convert in the published paths' chain, where whoever comes to `without` is lost."""
    counts: dict[tuple[str, str], float] = {}
    for path, people in walked():
        for here, there in zip(["start", *path], path, strict=False):
            counts[here, there] = counts.get((here, there), 0) + people
    leaving = pd.Series(counts).groupby(level=0).sum()
    chance = {"Purchase": 1.0}
    for _ in range(50):
        chance |= {
            name: sum(_onward(name, counts, chance)) / leaving[name] for name in leaving.index if name != without
        }
    return chance["start"]


@pytest.mark.parametrize(("model", "place"), [("first", 0), ("last", -2)])
def test_first_and_last_touch_are_those_of_the_file(real: Client, model: str, place: int) -> None:
    expected: dict[str, float] = {}
    for path, people in walked():
        if path[-1] == "Purchase":
            expected[path[place]] = expected.get(path[place], 0) + people
    found = column(credit(real, f"model={model}"), CREDIT, f"{model.title()} touch, conversions")
    assert {name: value for name, value in found.items() if value} == expected


def test_linear_is_that_of_the_file(real: Client) -> None:
    expected: dict[str, float] = {}
    for path, people in walked():
        for name in path[:-1] if path[-1] == "Purchase" else []:
            expected[name] = expected.get(name, 0) + people / (len(path) - 1)
    assert column(credit(real), CREDIT, "Linear, conversions") == pytest.approx(expected)


def test_markov_is_that_of_a_chain_walked_by_hand(real: Client) -> None:
    found = column(credit(real), CREDIT, "Markov, order 1, share")
    effects = {name: 1 - converting(name) / converting() for name in found}
    expected = {name: effect / sum(effects.values()) for name, effect in effects.items()}
    assert found == pytest.approx(expected, abs=1e-9)
    assert round(100 * found["Website"], 1) == 35.0


def test_the_page_says_the_range_the_noise_and_that_credit_is_not_cause(real: Client) -> None:
    said = shown(credit(real), CREDIT)
    assert "Email earns 11 % or 56 % of the credit, depending on the model" in said
    assert "No two neighbours are within the noise of each other." in said
    assert "Credit is not cause" in said
    assert "Within the noise (the 95 % interval of the difference holds 0): Organic Search over Direct." not in said
    assert (
        all_of(real)
        .words("attribution-head")
        .endswith("Email closes the most sales, Paid Search opens the most. Models disagree most about Email.")
    )


def test_time_decay_without_times_says_why(real: Client) -> None:
    assert "customer_journey carries no times, so it has no time decay." in shown(
        credit(real, "model=time-decay-7"), CREDIT
    )
    answer = all_of(real, "model=time-decay-7")
    assert "Not shown: Time decay, 7 days, as customer_journey carries no times" in shown(answer, Ids.MODELS)
    assert "No credit to share" in shown(answer, Ids.SHARES)


def test_a_first_touch_filters_journeys_and_all_channels_stay(real: Client) -> None:
    answer = credit(real, "channel=Email&model=last")
    found = column(answer, CREDIT, "Last touch, conversions")
    assert {name: value for name, value in found.items() if value} == {"Website": 450}
    assert len(found) == 8
    assert sum(column(all_of(real, "channel=Email"), Ids.FLOW, "Journeys").values()) == 900


def test_a_first_touch_in_force_is_not_told_as_a_finding(sample: Client) -> None:
    answer = all_of(sample, "channel=Facebook")
    assert "No channel clearly closes the most sales of those that Facebook opens." in answer.words("attribution-head")
    told = answer.words("attribution-insights")
    assert "Opens more than it closes" not in told
    assert "Check the data" not in told
    assert "What does each model credit?" in shown(answer, Ids.MODELS)


def test_a_touchpoint_left_out_gives_its_credit_away_and_what_has_no_other_is_said(real: Client) -> None:
    answer = credit(real, "without=Website&without=Email&model=last")
    found = column(answer, CREDIT, "Last touch, conversions")
    assert found["(none)"] == 450
    assert {name: found[name] for name in ("Paid Search", "Retargeting", "Direct")} == {
        "Paid Search": 1200, "Retargeting": 800, "Direct": 500,
    }  # fmt: skip
    assert "450 conversions had only channels that are left out: (none)." in shown(answer, CREDIT)
    assert all_of(real, "without=Website").words('{"key":"without","type":"pill"}') == "Left out Website"


def test_the_flow_is_that_of_the_file(real: Client) -> None:
    rows = table(all_of(real), Ids.FLOW).reset_index()
    step = rows[(rows["Touch"] == 1) & (rows["From"] == "Paid Search")]
    assert step[["To", "Journeys", "Of them convert"]].to_numpy().tolist() == [["Website", 4200, 1200]]
    assert "9,450 journeys" in shown(all_of(real), Ids.FLOW)


def test_the_funnel_is_that_of_the_file(real: Client) -> None:
    rows = pd.read_csv(ISO / "funnel_data.csv").set_index("stage")["visitors"]
    found = table(all_of(real), Ids.FUNNEL)
    assert found["Share of the start"].to_dict() == pytest.approx((rows / rows.iloc[0]).to_dict())
    assert list(found["Share of the stage before"])[1:] == pytest.approx(list((rows / rows.shift()).dropna()))
    assert "The largest drop is the first: 55 % never get past Awareness" in shown(all_of(real), Ids.FUNNEL)
    assert "People, share of Intent" in shown(all_of(real, "rate=Intent"), Ids.FUNNEL)


def test_every_stage_may_be_what_shares_are_of(real: Client) -> None:
    options = all_of(real).part('{"key":"rate","type":"choice"}', "options")
    assert [option["value"] for option in options] == [
        "start", "previous", "Interest", "Consideration", "Intent", "Evaluation",
    ]  # fmt: skip


@pytest.mark.parametrize(("link", "by"), [("", "date"), ("correlate=campaign-day", None)])
def test_correlations_are_those_of_the_file(real: Client, link: str, by: str | None) -> None:
    rows = pd.read_csv(ISO / "campaign_performance.csv", parse_dates=["date"])
    rows = rows[rows["date"].dt.year == 2024]
    sums = rows.groupby(by or rows.index)[["spend", "impressions", "clicks", "conversions", "revenue"]].sum()
    sums = sums.assign(
        ctr=sums["clicks"] / sums["impressions"], roas=sums["revenue"] / sums["spend"].replace(0, np.nan)
    )
    expected = sums.corr()
    found = table(all_of(real, link), Ids.CORRELATION)
    for one, other, named in (("revenue", "spend", "Ad spend"), ("revenue", "ctr", "CTR"), ("revenue", "roas", "ROAS")):
        assert found.loc["Revenue", named] == pytest.approx(expected.loc[one, other], abs=1e-9)
    assert f"{len(sums):,} {'days' if by else 'campaign-days'}" in shown(all_of(real, link), Ids.CORRELATION)


def test_a_supplied_matrix_names_what_no_column_gives(real: Client) -> None:
    said = shown(all_of(real, "matrix=supplied"), Ids.CORRELATION)
    assert "As supplied in correlation_matrix" in said
    assert (
        "Not computable from the rows, which have no such column: Email Opens, Website Visits and Cart Abandonment."
        in said
    )


def test_supplied_shares_stand_beside_computed_ones(real: Client) -> None:
    stated = pd.read_csv(ISO / "channel_attribution.csv", index_col="channel")
    found = table(all_of(real, "shares=supplied"), Ids.MODELS)
    assert found["Last touch"].to_dict() == pytest.approx((stated["last_touch"] / 100).to_dict())
    apart = table(all_of(real, "shares=difference"), Ids.MODELS)["Last touch"]["Email"]
    assert apart == pytest.approx(2200 / 3950 - 0.2)


def test_one_report_is_not_set_against_itself(real: Client) -> None:
    said = shown(all_of(real), Ids.CLAIMS)
    assert "Only campaign_performance is loaded: ad_performance is made from it" in said
    assert "1.0" not in said


@pytest.mark.parametrize("measure", ["conversions", "revenue"])
def test_claims_are_those_of_both_tables_on_days_that_both_report(
    sample: Client, sample_state: Path, measure: str
) -> None:
    snapshot = Store(sample_state).snapshot()
    ads = snapshot.ask(Query("ad_performance", (measure,), ("date", "platform")))
    own = snapshot.ask(Query("campaign_performance", (measure,), ("date", "channel")))
    meta, social = ads[ads["platform"] == "Meta"], own[own["channel"].isin(["Facebook", "Instagram"])]
    days = set(meta["date"]) & set(social["date"])
    expected = [rows.loc[rows["date"].isin(days), measure].sum() for rows in (meta, social)]
    answer = all_of(sample, f"period=all&credit={'value' if measure == 'revenue' else 'conversions'}")
    row = table(answer, Ids.CLAIMS).loc["Meta"]
    assert list(row)[:3] == pytest.approx([*expected, expected[0] / expected[1]], rel=1e-6)
    assert "Amazon and TikTok match no channel." in shown(answer, Ids.CLAIMS)


def test_claims_by_hand(serve: Serve) -> None:
    answer = all_of(serve(), "period=all")
    assert table(answer, Ids.CLAIMS).to_numpy().tolist() == [[5, 2.5, 2, 1]]
    assert table(all_of(serve(), "period=all&credit=value"), Ids.CLAIMS).to_numpy()[0][1] == 320.05
    assert "Over 1 day and 1 channel for which both report conversions." in shown(answer, Ids.CLAIMS)


@pytest.mark.parametrize("key", [known.key for known in OFFERS])
def test_every_model_credits_all_conversions_and_all_value(sample: Client, key: str) -> None:
    label = next(known.label for known in OFFERS if known.key == key)
    answer = credit(sample, f"model={key}&models={key}")
    found = table(answer, CREDIT)
    first = table(credit(sample, "model=first&models=first"), CREDIT)
    assert found[f"{label}, share"].sum() == pytest.approx(1)
    for amount in ("conversions", "value"):
        assert found[f"{label}, {amount}"].sum() == pytest.approx(first[f"First touch, {amount}"].sum())
    low, high = (found[f"{label}, {end} end"] for end in ("lower", "upper"))
    assert ((low < found[f"{label}, share"]) & (found[f"{label}, share"] < high)).all()


def test_the_sample_s_story_is_told(sample: Client) -> None:
    answer = all_of(sample)
    assert "Email closes the most sales, Google Ads opens the most." in answer.words("attribution-head")
    assert "Closes more than it opens" in answer.words("attribution-insights")
    assert "Claims too much" in answer.words("attribution-insights")
    said = shown(credit(sample), CREDIT)
    assert "Within the noise (the 95 % interval of the difference holds 0): Google Ads over Email" in said


def test_value_is_credited_beside_conversions(serve: Serve) -> None:
    """Of 410 in all, Search opens journeys worth 400, Direct closes them."""
    answer = credit(serve(), "period=all&credit=value&model=first")
    assert column(answer, CREDIT, "First touch, value") == {"Direct": 0, "Email": 10, "Search": 400}
    assert "Share of ₹410.00 of value" in shown(answer, CREDIT)
    # Search's 100 and 300 and Email's 10 move 400 / 410 by 100 and 300 · 10 / 410, and by 10 · 400 / 410, of 410.
    assert column(answer, CREDIT, "First touch, lower end")["Search"] == pytest.approx(0.9162, abs=1e-4)
    assert "Revenue credited by First touch" in shown(
        all_of(serve(), "period=all&credit=value&model=first"), Ids.SHARES
    )


def test_months_are_those_of_first_touches(serve: Serve) -> None:
    answer = credit(serve(), "from=2024-02-01&to=2024-02-29&model=last")
    assert column(answer, CREDIT, "Last touch, conversions") == {"Direct": 0, "Email": 1, "Search": 0}


def test_journeys_come_first_and_customer_journey_takes_their_place(serve: Serve) -> None:
    both = column(credit(serve(), "period=all&model=first"), CREDIT, "First touch, conversions")
    only = column(credit(serve("journeys"), "model=first"), CREDIT, "First touch, conversions")
    assert both == {"Search": 2, "Email": 1, "Direct": 0}
    assert only == {"Ads": 30, "Site": 10}
    assert (
        column(credit(serve("customer_journey"), "period=all&model=first"), CREDIT, "First touch, conversions") == both
    )


@pytest.mark.parametrize("missing", NEEDS)
def test_without_a_table_its_chart_says_so_and_the_rest_stands(serve: Serve, missing: str) -> None:
    chart, why, link = NEEDS[missing]
    gone = (missing, "ad_performance") if missing == "campaign_performance" else (missing,)
    answer = all_of(serve(*gone), link)
    assert why in shown(answer, chart)
    assert answer.part(f"{Ids.FLOW}-twin", "data") is not None


def test_without_any_journeys_the_funnel_answers(serve: Serve) -> None:
    client = serve("journeys", "customer_journey")
    answer = all_of(client)
    assert answer.words("attribution-head").endswith("25.0 % of those at Seen come to Bought.")
    assert all(
        "This chart needs journeys or customer_journey" in shown(answer, chart) for chart in (Ids.FLOW, Ids.SHARES)
    )
    assert "This chart needs journeys or customer_journey" in shown(credit(client), CREDIT)


@pytest.mark.parametrize("only", TABLES)
def test_each_table_alone_opens_the_page(serve: Serve, only: str) -> None:
    client = serve(**{only: TABLES[only]})
    said = str(all_of(client).body) + str(credit(client).body)
    assert not re.search(r"\b(nan|inf|infinity)\b", said, re.IGNORECASE)


def test_journeys_that_all_convert_say_that_markov_knows_no_lost_path(serve: Serve) -> None:
    client = serve(customer_journey=STEPS[:2])
    assert "Every journey in view converts, so Markov knows no path that was lost." in shown(credit(client), CREDIT)


def test_a_matrix_that_is_none_is_flagged(serve: Serve) -> None:
    said = shown(all_of(serve(), "matrix=supplied"), Ids.CORRELATION)
    assert "The supplied matrix is no correlation matrix: a pair has two different values" in said
    assert "Not computable from the rows, which have no such column: Mood." in said


def test_a_view_without_journeys_says_so(serve: Serve) -> None:
    link = "from=1999-01-01&to=1999-02-01"
    answer = all_of(serve(), link)
    assert "No journey in view" in shown(answer, Ids.FLOW)
    assert "no journey in view converts" in shown(answer, Ids.SHARES)
    assert "No credit is given" in shown(credit(serve(), link), CREDIT)
    assert not re.search(r"\b(nan|inf|infinity)\b", str(answer.body), re.IGNORECASE)


@pytest.mark.parametrize("choice", [choice.key for choice in PAGE.own])
@pytest.mark.parametrize("value", ["' OR 1=1;--", "<script>alert(1)</script>", "%00", "x" * 500, "..%2F..", "nan"])
def test_a_hostile_value_opens_the_page(serve: Serve, choice: str, value: str) -> None:
    client, link = serve(), f"{choice}={value}&period=all"
    answer = all_of(client, link)
    assert all(answer.part(f"{chart}-head") for chart in CHARTS)
    assert "<script>" not in str(credit(client, link).part("credit-base", "data"))
    drawn = [part for id_, part in answer.body["response"].items() if id_.endswith(("-figure", "-base"))]
    assert len(drawn) == len(CHARTS)
    assert "<script>" not in str(drawn)


def test_a_stage_or_a_touchpoint_that_is_not_there_is_ignored_with_a_notice(serve: Serve) -> None:
    client = serve()
    page = (client.route("/attribution", "?rate=Nowhere&without=Fax").json or {})["response"]["_pages_content"]
    for ignored in ("rate=Nowhere", "without=Fax"):
        assert f"“{ignored}” in the link is not available here and was ignored." in words(page["children"])
    assert "People, share of Seen" in shown(all_of(client, "rate=Nowhere"), Ids.FUNNEL)


def test_models_shown_are_counted_and_drawn(serve: Serve) -> None:
    answer = all_of(serve(), "period=all&models=first&models=last&model=first")
    assert list(table(answer, Ids.MODELS)) == ["First touch", "Last touch"]
    assert answer.words('{"key":"models","type":"pill"}') == "Models 2 shown"
