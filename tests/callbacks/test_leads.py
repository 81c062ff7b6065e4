"""The figures of the lead-scoring page through its callback, against pandas and scikit-learn on the published file."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    confusion_matrix,
    matthews_corrcoef,
    roc_auc_score,
    roc_curve,
)

from app import create_server
from data import warehouse
from settings import Settings
from tests.analytics.leadrows import BOUGHT, SCORES
from tests.callbacks.asking import Answer, Client, client_of, having, words
from tests.data.publishing import Rows, publish_rows

ISO = Path("../shared/real/novamart/iso")
FILES = ("lead_scoring_results", "feature_importance", "learning_curve")
LINKS = ("", "industry=Finance", "size=Small&source=Event", "industry=Retail&industry=Education&size=Large")
EIGHT: Rows = [
    {"lead_id": f"L{place}", "company_size": "Small" if place % 2 else "Large", "industry": "Retail"}
    | {"lead_source": "Event", "actual_converted": bool(bought), "predicted_probability": score}
    | {"predicted_class": score >= 0.5}
    for place, (score, bought) in enumerate(zip(SCORES, BOUGHT, strict=True))
]
STD: dict[str, object] = {"train_score_std": 0.01, "validation_score_std": 0.02}
CURVE: Rows = [{"training_size": 100, "train_score": 0.95, "validation_score": 0.7, **STD}]
FEATURES: Rows = [{"feature": "clicks", "importance": 0.2, "importance_std": 0.05}]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Client:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    state = tmp_path_factory.mktemp("leads")
    warehouse.publish([ISO / f"{name}.csv" for name in FILES], Settings(state=state))
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    if not ISO.exists():
        pytest.skip(f"{ISO} is absent")
    return pd.read_csv(ISO / "lead_scoring_results.csv")


def on_rows(state: Path, leads: Rows = (), **others: Rows) -> Client:
    publish_rows(state, None, 0, **({"lead_scoring_results": leads} if leads else {}), **others)
    return client_of(create_server({"NOVAMART_STATE": str(state)}))


def ask(client: Client, query: str = "") -> Answer:
    return client.ask(query, page="leads")


def in_view(rows: pd.DataFrame, query: str) -> pd.DataFrame:
    """The rows that a link is about, by plain pandas."""
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    for key, column in (("industry", "industry"), ("size", "company_size"), ("source", "lead_source")):
        chosen = [value for name, value in pairs if name == key]
        rows = rows[rows[column].isin(chosen)] if chosen else rows
    return rows


def twin(answer: Answer, name: str) -> pd.DataFrame:
    told = answer.part(f"lead-{name}-twin", "data")
    return pd.DataFrame(told["rows"], columns=[column["name"] for column in told["columns"]])


def texts(answer: Answer, threshold: int) -> dict[str, str]:
    told: dict[str, str] = answer.part("lead-cutoff-base", "data")["rows"][threshold]
    return {name: value.replace("\u00a0", " ") for name, value in told.items()}


def importance(answer: Answer, model: str = "supplied") -> dict[str, Any]:
    told: dict[str, Any] = answer.part("lead-importance-base", "data")[model]
    return told


@pytest.mark.parametrize("query", LINKS)
def test_the_strip_agrees_with_scikit_learn(real: Client, rows: pd.DataFrame, query: str) -> None:
    mine = in_view(rows, query)
    actual, score = mine["actual_converted"], mine["predicted_probability"]
    assert ask(real, query).figures[:5] == [
        f"{len(mine):,}",
        f"{100 * actual.mean():.1f} %",
        f"{roc_auc_score(actual, score):.3f}",
        f"{average_precision_score(actual, score):.3f}",
        f"{brier_score_loss(actual, score):.3f}",
    ]


@pytest.mark.parametrize("query", LINKS)
@pytest.mark.parametrize("threshold", [0, 35, 50, 68, 99])
def test_what_a_threshold_does_agrees_with_scikit_learn(
    real: Client, rows: pd.DataFrame, query: str, threshold: int
) -> None:
    mine = in_view(rows, query)
    actual, called = mine["actual_converted"], mine["predicted_probability"] >= threshold / 100
    tn, fp, fn, tp = confusion_matrix(actual, called, labels=[0, 1]).ravel()
    told = texts(ask(real, query), threshold)
    assert [told[name] for name in ("tp", "fp", "fn", "tn")] == [f"{count:,}" for count in (tp, fp, fn, tn)]
    assert told["accuracy"] == f"{100 * (tp + tn) / len(mine):.1f} %"
    assert told["recall"] == f"{100 * tp / (tp + fn):.1f} %"
    if 0 < called.sum() < len(mine):
        assert told["mcc"].replace("−", "-") == f"{matthews_corrcoef(actual, called):.2f}"
        assert told["precision"] == f"{100 * tp / (tp + fp):.1f} %"


def test_youden_s_point_and_the_curve_are_scikit_learn_s(real: Client, rows: pd.DataFrame) -> None:
    fpr, tpr, thresholds = roc_curve(rows["actual_converted"], rows["predicted_probability"])
    best = int(np.argmax(tpr - fpr))
    answer = ask(real)
    base = answer.part("lead-roc-base", "data")
    (mark,) = [trace for trace in base["figure"]["data"] if trace.get("text")]
    assert (mark["x"][0], mark["y"][0]) == pytest.approx((fpr[best], tpr[best]))
    assert mark["text"] == [f"Youden {thresholds[best]:.2f}"]
    called = rows["predicted_probability"] >= 0.5
    bought = rows["actual_converted"] == 1
    assert base["places"][50][:2] == pytest.approx([called[~bought].mean(), called[bought].mean()], abs=1e-4)


def test_calibration_is_scikit_learn_s(real: Client, rows: pd.DataFrame) -> None:
    observed, predicted = calibration_curve(rows["actual_converted"], rows["predicted_probability"], n_bins=10)
    told = twin(ask(real), "calibration")
    assert list(told["Predicted"]) == pytest.approx(list(predicted))
    assert list(told["Bought"]) == pytest.approx(list(observed))


def test_profit_is_counted_from_the_file(real: Client, rows: pd.DataFrame) -> None:
    ranked = rows.sort_values("predicted_probability", ascending=False)
    groups = ranked.groupby("predicted_probability")["actual_converted"].agg(["sum", "size"])[::-1].cumsum()
    profit = 900 * groups["sum"] - 400 * groups["size"]
    answer = ask(real, "call=400&win=900")
    best = f"{groups['size'].iloc[int(np.argmax(profit))]:,}"
    assert f"Calling the best {best} leads earns most" in answer.words("lead-profit-head")
    assert f"The {best} leads to call first" in answer.words("lead-calls-head")


def test_a_capacity_is_kept_to(real: Client) -> None:
    answer = ask(real, "capacity=100")
    assert twin(answer, "profit")["Called"].max() == 100
    assert answer.part("lead-profit-base", "data")["places"][0][1] is None


@pytest.mark.parametrize("query", ["", "industry=Finance&top=37", "size=Small&page=3&top=25"])
def test_the_leads_to_call_are_the_file_s_best_by_score_and_id(real: Client, rows: pd.DataFrame, query: str) -> None:
    answer = ask(real, query)
    best = in_view(rows, query).sort_values(["predicted_probability", "lead_id"], ascending=[False, True])
    first = 20 if "page=3" in query else 0
    shown = twin(answer, "calls")
    assert list(shown["Lead"]) == list(best["lead_id"][first : first + 10][: len(shown)])
    assert list(shown["Score"]) == pytest.approx(list(best["predicted_probability"][first : first + len(shown)]))


def test_slices_stand_beside_each_other_whatever_is_chosen(real: Client, rows: pd.DataFrame) -> None:
    answer = ask(real, "by=size&size=Small&industry=Finance")
    told = twin(answer, "slices").set_index("Company size")
    finance = rows[rows["industry"] == "Finance"]
    for name, part in finance.groupby("company_size"):
        assert told["AUC"][str(name)] == pytest.approx(
            roc_auc_score(part["actual_converted"], part["predicted_probability"])
        )
        assert told["Base rate"][str(name)] == pytest.approx(part["actual_converted"].mean())
    shades = [trace["marker"]["color"] for trace in answer.part("lead-slices-figure", "figure")["data"][:4]]
    assert sorted(shade.endswith(",1)") for shade in shades) == [False, False, False, True]


@pytest.mark.parametrize(("by", "column"), [("industry", "industry"), ("source", "lead_source")])
def test_precision_and_lift_of_slices_are_counted_from_the_file(
    real: Client, rows: pd.DataFrame, by: str, column: str
) -> None:
    heading = column.replace("_", " ").capitalize()
    precision, lift = (
        twin(ask(real, f"by={by}&measure={name}"), "slices").set_index(heading) for name in ("precision", "lift")
    )
    for name, part in rows.groupby(column):
        called, rest = (some[some["predicted_probability"] >= 0.5] for some in (part, rows[rows[column] != name]))
        right = called["actual_converted"].mean()
        assert precision["Called from 0.50"][str(name)] == len(called)
        assert precision["Precision"][str(name)] == pytest.approx(right)
        apart = right - rest["actual_converted"].mean()
        assert precision["Precision less the rest's"][str(name)] == pytest.approx(apart)
        best = part.sort_values("predicted_probability")[-round(len(part) / 10) :]["actual_converted"].mean()
        assert lift["Lift"][str(name)] == pytest.approx(best / part["actual_converted"].mean(), rel=0.05)


def test_the_supplied_class_is_that_of_half(real: Client) -> None:
    assert "0.4999 up to 0.5005 gives the supplied class: 0 of 2,000" in ask(real).words("lead-cutoff-note")


def test_insights_link_to_views_of_this_page(real: Client) -> None:
    card = ask(real).part("leads-insights")
    assert [words(node) for node in having(card, "nm-insight-kind")] == [
        "Calibration",
        "Buys less often",
        "Buys less often",
    ]
    links = [node["props"]["href"] for node in having(card, "nm-link")]
    assert links == ["/leads?threshold=0.3", "/leads?size=Small", "/leads?industry=Education"]


def test_the_sample_s_planted_differences_are_found_and_nothing_else(sample_state: Path) -> None:
    answer = ask(client_of(create_server({"NOVAMART_STATE": str(sample_state)})))
    found = [words(node) for node in having(answer.part("leads-insights"), "nm-insight-subject")]
    assert found == ["Enterprise 50.4 %", "Social Media 27.2 %", "Education 29.1 %"]
    assert answer.words("lead-calibration-head").startswith("Scores keep what they promise")


def test_the_training_is_as_supplied(real: Client) -> None:
    answer = ask(real, "sort=smallest")
    assert answer.words("lead-learning-head").startswith("Training and validation meet within their bands at 2,000")
    assert list(twin(answer, "importance")["Feature"])[:2] == ["email_opens", "days_since_first_touch"]


def test_eight_leads_by_hand(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, EIGHT), "call=1&win=3")
    assert answer.figures == ["8", "50.0 %", "0.812", "0.854", "0.175", "2.00 ×"]
    assert answer.words("leads-head").endswith("A threshold of 0.80 separates best, 0.30 earns most.")
    assert texts(answer, 50)["title"] == "At 0.50 the model misses 1 buyer"
    assert list(twin(answer, "calls")["Lead"]) == ["L0", "L1", "L2", "L3", "L4", "L5"]
    assert "needs learning_curve" in answer.words("lead-learning-note")
    assert "needs feature_importance" in words(importance(answer)["note"])


@pytest.mark.parametrize("missing", ["predicted_probability", "actual_converted"])
def test_leads_without_score_or_outcome_are_counted_and_left_out(tmp_path: Path, missing: str) -> None:
    silent = {**EIGHT[0], "lead_id": "L9", missing: None}
    answer = ask(on_rows(tmp_path, [*EIGHT, silent]), "top=99")
    assert answer.figures[0] == "8"
    assert "1 more report no score or outcome" in answer.words("leads-cards")
    assert "L9" not in list(twin(answer, "calls")["Lead"])


def test_only_silent_leads_say_why_there_is_nothing(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, [{**EIGHT[0], "actual_converted": None}]))
    assert "No lead in view reports a score and an outcome." in answer.words("leads-cards")
    assert answer.part("lead-cutoff-base", "data")["rows"] == []


def test_one_outcome_alone_says_so_in_each_card_and_the_rest_stands(tmp_path: Path) -> None:
    nobody = [{**row, "actual_converted": False} for row in EIGHT]
    answer = ask(on_rows(tmp_path, nobody, learning_curve=CURVE))
    for name in ("roc", "recall", "gains", "slices"):
        assert "No lead bought." in answer.words(f"lead-{name}-note")
    assert answer.words("lead-profit-head").startswith("No number of calls is expected to earn anything")
    assert "Nobody to call" in answer.words("lead-calls-rows")
    assert texts(answer, 50)["recall_sure"] == "Not available here: no lead bought."
    assert "0.95" in answer.words("lead-learning-head")


def test_scores_that_are_no_probabilities_are_ranked_but_not_cut(tmp_path: Path) -> None:
    points: list[dict[str, Any]] = [
        {**row, "predicted_probability": 100 * score} for row, score in zip(EIGHT, SCORES, strict=True)
    ]
    answer = ask(on_rows(tmp_path, points))
    assert answer.figures[2] == "0.812"
    base = answer.part("lead-cutoff-base", "data")
    assert "no probabilities" in words(base["outcome"])
    assert "no probabilities" in answer.words("lead-calibration-note")


def test_without_scored_leads_the_training_is_still_shown(tmp_path: Path) -> None:
    answer = ask(on_rows(tmp_path, learning_curve=CURVE, feature_importance=FEATURES))
    assert answer.part("leads-scored", "hidden") is True
    assert "lead_scoring_results" in answer.words("leads-cards")
    assert "0.25 apart" in answer.words("lead-learning-head")
    assert words(importance(answer)["head"]).startswith("Clicks matters most")


@pytest.mark.parametrize(
    "query",
    [
        "threshold=2&call=-5&win=nan&capacity=1e9&top=many&page=0&by=age&bands=x&sort=up",
        "industry=%3Cscript%3E",
        "page=99999999",
    ],
)
def test_what_a_link_cannot_ask_for_is_ignored(tmp_path: Path, query: str) -> None:
    answer = ask(on_rows(tmp_path, EIGHT), query)
    assert answer.figures[0] == "8"
    assert "₹500.00 a call, ₹1,000.00 a buyer" in answer.words("lead-profit-head")
    assert ("“call=-5”" in answer.words("lead-profit-note")) == ("call=-5" in query)


def test_a_view_without_leads_hides_the_cards_and_says_so(tmp_path: Path) -> None:
    client = on_rows(tmp_path, [*EIGHT, {**EIGHT[0], "lead_id": "X", "industry": "Finance"}])
    answer = ask(client, "industry=Finance&size=Small")
    assert "Nothing in this view" in answer.words("leads-cards")
    assert (answer.part("leads-scored", "hidden"), answer.part("leads-detail", "hidden")) == (True, True)


def test_an_attribute_that_no_lead_reports_says_so(tmp_path: Path) -> None:
    leads = [{**row, "lead_source": None} for row in EIGHT]
    answer = ask(on_rows(tmp_path, leads), "by=source")
    assert "No lead in view reports its lead source." in answer.words("lead-slices-note")
    assert answer.figures[0] == "8"
