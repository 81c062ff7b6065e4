"""The figures of the lead-scoring page through its callback, against pandas and scikit-learn on the published file."""

from pathlib import Path

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
from tests.callbacks.asking import Client, client_of, having, words
from tests.callbacks.scoring import ask, texts, twin

ISO = Path("../shared/real/novamart/iso")
FILES = ("lead_scoring_results", "feature_importance", "learning_curve")
LINKS = ("", "industry=Finance", "size=Small&source=Event", "industry=Retail&industry=Education&size=Large")


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


def in_view(rows: pd.DataFrame, query: str) -> pd.DataFrame:
    """The rows that a link is about, by plain pandas."""
    pairs = [pair.split("=") for pair in query.split("&") if pair]
    for key, column in (("industry", "industry"), ("size", "company_size"), ("source", "lead_source")):
        chosen = [value for name, value in pairs if name == key]
        rows = rows[rows[column].isin(chosen)] if chosen else rows
    return rows


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
