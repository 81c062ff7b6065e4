"""Attribution and funnel through its callbacks, on few rows worked by hand and where tables are missing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app import create_server
from layouts.attribution import PAGE, Ids
from tests.callbacks.asking import Client, client_of, words
from tests.callbacks.crediting import CREDIT, all_of, column, credit, shown, table
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows
from tests.data.touches import ROWS as TOUCHES

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


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    def on_rows(*left_out: str, **tables: Rows) -> Client:
        state = tmp_path / "-".join(("state", *left_out, *tables))
        given = tables or {name: rows for name, rows in TABLES.items() if name not in left_out}
        publish_rows(state, None, 0, **given)
        return client_of(create_server({"NOVAMART_STATE": str(state)}))

    return on_rows


def test_claims_by_hand(serve: Serve) -> None:
    answer = all_of(serve(), "period=all")
    assert table(answer, Ids.CLAIMS).to_numpy()[:, 1:].tolist() == [[5, 2.5, 2, 1]]
    assert table(all_of(serve(), "period=all&credit=value"), Ids.CLAIMS).to_numpy()[0][2] == 320.05
    assert "Over 1 day and 1 channel for which both report conversions." in shown(answer, Ids.CLAIMS)


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
