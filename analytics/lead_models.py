"""The baselines fitted to leads: pipelines that learn filling in, scaling and encoding from the same leads."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

MOST_COLUMNS, MOST_CATEGORIES = 50, 250


class Baseline(StrEnum):
    """A model that is fitted to the leads themselves."""

    LOGISTIC = "logistic"
    BOOSTED = "boosted"

    @property
    def label(self) -> str:
        """Its name in words."""
        return {Baseline.LOGISTIC: "Logistic regression", Baseline.BOOSTED: "Boosted trees"}[self]


@dataclass(frozen=True)
class Features:
    """The columns of a lead that a model may learn from."""

    numeric: tuple[str, ...]
    categorical: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return self.numeric + self.categorical

    def of(self, leads: pd.DataFrame) -> pd.DataFrame:
        """These columns of the leads as models take them: numbers as floats, words as objects."""
        return leads[[*self.names]].astype(dict.fromkeys(self.numeric, float) | dict.fromkeys(self.categorical, object))

    def reported(self, leads: pd.DataFrame) -> "Features":
        """Those that any lead reports."""
        return Features(tuple(_told(self.numeric, leads)), tuple(_told(self.categorical, leads)))


def pipeline(baseline: Baseline, features: Features, seed: int) -> "Pipeline":
    """An unfitted model of the features: all it learns, down to a column's median, it learns where it is fitted."""
    return _logistic(features) if baseline is Baseline.LOGISTIC else _boosted(features, seed)


def one_thread() -> AbstractContextManager[object]:
    """Within it models are fitted by one thread: several that share busy cores spend their time waiting in turn."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    limits: AbstractContextManager[object] = threadpool_limits(1)
    return limits


def _logistic(features: Features) -> "Pipeline":
    """Standardised, with the median where nothing is reported and a column per common word; L2 with C = 1, lbfgs."""
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    numbers = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), StandardScaler())
    words = OneHotEncoder(handle_unknown="infrequent_if_exist", max_categories=MOST_COLUMNS, sparse_output=False)
    columns = make_column_transformer((numbers, [*features.numeric]), (words, [*features.categorical]))
    return make_pipeline(columns, LogisticRegression(C=1.0, max_iter=1_000))


def _boosted(features: Features, seed: int) -> "Pipeline":
    """Histogram gradient boosting as it comes, which splits on words and on what is not reported by itself."""
    from sklearn.compose import make_column_transformer
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OrdinalEncoder

    missing = float("nan")
    words = OrdinalEncoder(
        handle_unknown="use_encoded_value",
        unknown_value=missing,
        encoded_missing_value=missing,
        max_categories=MOST_CATEGORIES,
    )
    # It cannot be fitted to a column of missing values alone.
    numbers = ("passthrough", partial(_told, features.numeric))
    columns = make_column_transformer((words, [*features.categorical]), numbers)
    places = [*range(len(features.categorical))]
    trees = HistGradientBoostingClassifier(categorical_features=places, early_stopping=False, random_state=seed)
    return make_pipeline(columns, trees)


def _told(names: Sequence[str], leads: pd.DataFrame) -> list[str]:
    return [name for name in names if leads[name].notna().any()]
