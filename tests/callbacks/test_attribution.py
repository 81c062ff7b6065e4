"""Attribution and funnel through its callbacks, against plain pandas on the published files."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.offers import OFFERS
from app import create_server
from data import warehouse
from data.query import Query
from data.store import Store
from layouts.attribution import Ids
from settings import Settings
from tests.callbacks.asking import Client, client_of
from tests.callbacks.crediting import CREDIT, all_of, column, credit, shown, table

ISO = Path("../shared/real/novamart/iso")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Client:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    state = tmp_path_factory.mktemp("attribution")
    warehouse.publish([ISO], Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


@pytest.fixture(scope="module")
def sample(sample_state: Path) -> Client:
    return client_of(create_server({"NOVAMART_STATE": str(sample_state)}))


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
    months = table(answer, Ids.CLAIMS).loc[["Meta"]]
    claimed, recorded, factor, counts = (months.iloc[:, place] for place in (1, 2, 3, 4))
    assert [claimed.sum(), recorded.sum()] == pytest.approx(expected, rel=1e-6)
    assert list(factor) == pytest.approx(list(claimed / recorded))
    assert counts.sum() == len(days)
    assert "Amazon and TikTok match no channel." in shown(answer, Ids.CLAIMS)


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
