"""lead_scoring_results and the two tables about its model: what a logistic regression really learns from them."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from sklearn.model_selection import StratifiedKFold
    from sklearn.pipeline import Pipeline

LEADS = 2_000
FIRST_LEAD = 5_000
THRESHOLD = 0.5
FOLDS = 5
PERMUTATIONS = 10
SCORE = "roc_auc"
TARGET = "actual_converted"
TRAINING_SIZES = (100, 200, 400, 700, 1000, 1300, 1600)
SIZES = {"Small": -0.4, "Medium": 0.0, "Large": 0.3, "Enterprise": 0.7}
INDUSTRIES = {
    "Technology": 0.5,
    "Finance": 0.3,
    "Retail": 0.1,
    "Healthcare": 0.0,
    "Manufacturing": -0.2,
    "Education": -0.4,
}
SOURCES = {"Referral": 0.5, "Event": 0.3, "Website": 0.2, "Paid Ad": -0.2, "Social Media": -0.4}
CATEGORIES = {"company_size": SIZES, "industry": INDUSTRIES, "lead_source": SOURCES}
NUMBERS = {
    "website_visits": (1, 50, 0.30),
    "pages_viewed": (1, 30, 0.20),
    "time_on_site_seconds": (30, 1799, 0.25),
    "email_opens": (0, 15, 0.10),
    "email_clicks": (0, 10, 0.45),
    "form_submissions": (0, 5, 0.65),
    "content_downloads": (0, 8, 0.50),
    "webinar_attendance": (0, 3, 0.85),
    "days_since_first_touch": (1, 180, -0.35),
}
BASE = -0.95


def leads(rng: np.random.Generator) -> pd.DataFrame:
    """The leads and whether they converted, by the log-odds of their features; not yet scored."""
    drawn = {name: rng.choice(list(effects), LEADS) for name, effects in CATEGORIES.items()}
    odds = BASE + sum(pd.Series(drawn[name]).map(effects) for name, effects in CATEGORIES.items())
    numbers = {name: rng.integers(low, high, LEADS, endpoint=True) for name, (low, high, _) in NUMBERS.items()}
    for name, (_, _, effect) in NUMBERS.items():
        odds = odds + effect * (numbers[name] - numbers[name].mean()) / numbers[name].std()
    converted = rng.random(LEADS) < 1 / (1 + np.exp(-odds))
    identity = {"lead_id": [f"LEAD_{FIRST_LEAD + place}" for place in range(LEADS)]}
    return pd.DataFrame(identity | drawn | numbers | {TARGET: converted.astype(int)})


def scored(found: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The leads with the probability given by the model trained on the other four fifths, and the class at 0.5."""
    from sklearn.model_selection import cross_val_predict

    chance = cross_val_predict(_model(), _features(found), found[TARGET], cv=_folds(seed), method="predict_proba")[
        :, 1
    ].round(4)
    return found.assign(predicted_probability=chance, predicted_class=(chance >= THRESHOLD).astype(int))


def feature_importance(found: pd.DataFrame, seed: int) -> pd.DataFrame:
    """What shuffling a feature takes from the AUC on the held-out fifth: mean and deviation of ten shuffles."""
    from sklearn.inspection import permutation_importance

    features = _features(found)
    train, test = next(iter(_folds(seed).split(features, found[TARGET])))
    model = _model().fit(features.iloc[train], found[TARGET].iloc[train])
    result = permutation_importance(
        model,
        features.iloc[test],
        found[TARGET].iloc[test],
        scoring=SCORE,
        n_repeats=PERMUTATIONS,
        random_state=seed,
    )
    table = pd.DataFrame(
        {
            "feature": features.columns,
            "importance": result.importances_mean.round(4),
            "importance_std": result.importances_std.round(4),
        }
    )
    return table.sort_values(["importance", "feature"], ascending=[False, True], ignore_index=True)


def learning_curve(found: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The AUC on training and validation rows by how many leads the model saw (mean and deviation of five folds)."""
    from sklearn.model_selection import learning_curve as curve

    sizes, train, validation = curve(
        _model(),
        _features(found),
        found[TARGET],
        train_sizes=list(TRAINING_SIZES),
        cv=_folds(seed),
        scoring=SCORE,
        shuffle=True,
        random_state=seed,
    )
    return pd.DataFrame(
        {
            "training_size": sizes,
            "train_score": train.mean(axis=1).round(4),
            "validation_score": validation.mean(axis=1).round(4),
            "train_score_std": train.std(axis=1).round(4),
            "validation_score_std": validation.std(axis=1).round(4),
        }
    )


def _features(found: pd.DataFrame) -> pd.DataFrame:
    return found[[*CATEGORIES, *NUMBERS]]


def _folds(seed: int) -> "StratifiedKFold":
    from sklearn.model_selection import StratifiedKFold

    return StratifiedKFold(FOLDS, shuffle=True, random_state=seed)


def _model() -> "Pipeline":
    from sklearn.compose import make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    encoded = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), list(CATEGORIES)), (StandardScaler(), list(NUMBERS))
    )
    return make_pipeline(encoded, LogisticRegression(solver="liblinear"))
