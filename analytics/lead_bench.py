"""The bench that models are tried on: leads in folds, each scored by what was fitted without it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.classifier import auc
from analytics.lead_findings import SIZE, TRAIN, VALIDATION
from analytics.lead_models import Baseline, Features, one_thread, pipeline
from analytics.scores import Numbers

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

MODEL, FEATURE, IMPORTANCE, SHARE = "model", "feature", "importance", "share"
FOLDS, REPEATS = 5, 5
SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)
STEPS = len(SHARES) + 1

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Fold:
    """The rows held out, counted from 1, and those known without them, in a random order."""

    number: int
    known: Rows
    held: Rows


@dataclass(frozen=True)
class Attempt:
    """A baseline fitted without a fold: the `score` of each row held out, what a shuffle cost, and how it learned.

    `lost`: MODEL, FEATURE and IMPORTANCE, the AUC lost by a shuffle. `learned`: MODEL, SHARE, SIZE and the AUC on the
    rows learned from (TRAIN) and on those held out (VALIDATION).
    """

    baseline: Baseline
    fold: Fold
    score: Numbers
    lost: pd.DataFrame
    learned: pd.DataFrame


@dataclass(frozen=True)
class Bench:
    """The leads as models take them, and who bought."""

    frame: pd.DataFrame
    bought: npt.NDArray[np.int_]
    features: Features
    seed: int

    def folds(self) -> list[Fold]:
        """The folds, each with as large a share of buyers as all leads have."""
        from sklearn.model_selection import StratifiedKFold

        random = np.random.default_rng(self.seed)
        splits = StratifiedKFold(FOLDS, shuffle=True, random_state=self.seed).split(self.frame, self.bought)
        return [
            Fold(number, self._mixed(random.permutation(known)), held)
            for number, (known, held) in enumerate(splits, start=1)
        ]

    def attempt(self, baseline: Baseline, fold: Fold, done: Callable[[], None]) -> Attempt:
        """Fit the baseline to growing parts of what is known; the last is all of it, and scores the rows held out."""
        with one_thread():
            return self._attempt(baseline, fold, done)

    def _attempt(self, baseline: Baseline, fold: Fold, done: Callable[[], None]) -> Attempt:
        learned = []
        for share in SHARES:
            part = fold.known[: round(share * len(fold.known))]
            model = pipeline(baseline, self.features, self.seed).fit(self.frame.iloc[part], self.bought[part])
            learned.append((baseline.value, share, len(part), self._auc(model, part), self._auc(model, fold.held)))
            done()
        curve = pd.DataFrame(learned, columns=[MODEL, SHARE, SIZE, TRAIN, VALIDATION])
        lost = self._lost(model, fold).assign(**{MODEL: baseline.value})
        done()
        return Attempt(baseline, fold, self._score(model, fold.held), lost, curve)

    def _mixed(self, rows: Rows) -> Rows:
        """The rows so that any first part of them holds as large a share of buyers as all do."""
        kinds = pd.Series(self.bought[rows]).groupby(self.bought[rows])
        place = (kinds.cumcount() + 0.5) / kinds.transform("size")
        return rows[np.argsort(place.to_numpy(), kind="stable")]

    def _score(self, model: "Pipeline", rows: Rows) -> Numbers:
        return np.asarray(model.predict_proba(self.frame.iloc[rows])[:, 1], dtype=float)

    def _auc(self, model: "Pipeline", rows: Rows) -> float:
        return auc(self.bought[rows], self._score(model, rows)).value

    def _lost(self, model: "Pipeline", fold: Fold) -> pd.DataFrame:
        from sklearn.inspection import permutation_importance

        frame, bought = self.frame.iloc[fold.held], self.bought[fold.held]
        options = {"scoring": "roc_auc", "n_repeats": REPEATS, "random_state": self.seed + fold.number, "n_jobs": 1}
        lost = permutation_importance(model, frame, bought, **options).importances
        return pd.DataFrame({FEATURE: np.repeat(self.features.names, REPEATS), IMPORTANCE: lost.ravel()})
