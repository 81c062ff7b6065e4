"""What models learn from the leads themselves, judged only on leads they were not fitted to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from math import nan

import pandas as pd

from analytics.classifier import auc, brier
from analytics.lead_bench import FEATURE, FOLDS, IMPORTANCE, MODEL, SHARE, STEPS, Attempt, Bench, Fold
from analytics.lead_findings import SIZE, TRAIN, TRAIN_STD, VALIDATION, VALIDATION_STD
from analytics.lead_models import Baseline, Features
from analytics.leads import ACTUAL, SCORE

FOLD, LEADS, AUC, BRIER, IMPORTANCE_STD = "fold", "leads", "auc", "brier", "importance_std"
SUPPLIED = "supplied"
SEED, FEWEST = 20240101, 50

Tell = Callable[[str, int, int], None]


class Untrainable(ValueError):  # noqa: N818
    """Leads that nothing can be learned from: says what was expected and what was found."""


@dataclass(frozen=True)
class Training:
    """What came of training. In each frame MODEL is one of Baseline; in the first two it may be SUPPLIED, too.

    `scores`: a row per lead and model: MODEL, FOLD, SCORE and what the lead carries beside numeric features. SCORE is
    the probability by the model that was fitted without the lead's fold; of SUPPLIED what was supplied, where it was.
    `folds`: per model and FOLD how many LEADS were scored, AUC and BRIER, which is NaN where a score is no probability.
    `importance`: per FEATURE, IMPORTANCE, how much AUC a fold held out loses when the column is shuffled in it: mean
    and standard deviation (n − 1) over 5 folds of 5 shuffles. A word is shuffled whole, however it is encoded.
    `learning`: the columns of a learning curve, scored by AUC: means and standard deviations (n − 1) over 5 folds.
    `silent`: how many leads were left out, for they report no outcome.
    """

    scores: pd.DataFrame
    folds: pd.DataFrame
    importance: pd.DataFrame
    learning: pd.DataFrame
    silent: int


def train(leads: pd.DataFrame, features: Features, tell: Tell = lambda *_: None, seed: int = SEED) -> Training:
    """Fit each baseline by stratified 5-fold cross-validation; the same leads and seed give the same numbers.

    No lead is scored by what was learned from it: filling in, scaling and encoding are fitted with the model, and no
    setting of a model was chosen by leads. `leads` carry ACTUAL, SCORE and the features. `tell` hears at each step
    what was done, how many steps are, and of how many. Raises Untrainable where fewer than 50 leads bought, or did not,
    or none reports a feature.
    """
    told = leads.dropna(subset=[ACTUAL]).reset_index(drop=True)
    reported = features.reported(told)
    bench = Bench(reported.of(told), told[ACTUAL].to_numpy(dtype=int), reported, seed)
    _check(bench)
    folds = bench.folds()
    tries = _tries(bench, folds, tell)
    scores = _scores(told.drop(columns=[*features.numeric]), folds, tries)
    return Training(scores, _folds(scores), _importance(tries), _learning(tries), len(leads) - len(told))


def _check(bench: Bench) -> None:
    buyers, others = int(bench.bought.sum()), int((1 - bench.bought).sum())
    if min(buyers, others) < FEWEST:
        expected = f"at least {FEWEST} who bought and {FEWEST} who did not"
        raise Untrainable(f"leads to train on: expected {expected}, found {buyers:,} and {others:,}")
    if not bench.features.names:
        raise Untrainable("leads to train on: expected an attribute that some of them report, found none")


def _tries(bench: Bench, folds: Sequence[Fold], tell: Tell) -> list[Attempt]:
    every = len(Baseline) * len(folds) * STEPS
    step = count(1)

    def done(baseline: Baseline, fold: Fold) -> None:
        tell(f"{baseline.label}, fold {fold.number} of {FOLDS}", next(step), every)

    return [bench.attempt(each, fold, partial(done, each, fold)) for each in Baseline for fold in folds]


def _scores(leads: pd.DataFrame, folds: Sequence[Fold], tries: Sequence[Attempt]) -> pd.DataFrame:
    supplied = [_held(leads, fold, SUPPLIED).dropna(subset=[SCORE]) for fold in folds]
    judged = [_held(leads, each.fold, each.baseline).assign(**{SCORE: each.score}) for each in tries]
    return pd.concat([*supplied, *judged], ignore_index=True)


def _held(leads: pd.DataFrame, fold: Fold, model: str) -> pd.DataFrame:
    return leads.iloc[fold.held].assign(**{FOLD: fold.number}).assign(**{MODEL: str(model)})


def _folds(scores: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(_measured(scores), columns=[MODEL, FOLD, LEADS, AUC, BRIER])


def _measured(scores: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    for (model, fold), part in scores.groupby([MODEL, FOLD], sort=False):
        actual, score = part[ACTUAL].astype(float), part[SCORE]
        error = brier(actual, score).value if score.between(0, 1).all() else nan
        yield model, fold, len(part), auc(actual, score).value, error


def _importance(tries: Sequence[Attempt]) -> pd.DataFrame:
    lost = pd.concat([each.lost for each in tries]).groupby([MODEL, FEATURE], sort=False)[IMPORTANCE]
    return pd.DataFrame({IMPORTANCE: lost.mean(), IMPORTANCE_STD: lost.std()}).reset_index()


def _learning(tries: Sequence[Attempt]) -> pd.DataFrame:
    by = pd.concat([each.learned for each in tries]).groupby([MODEL, SHARE], sort=False)
    means, spread = by[[SIZE, TRAIN, VALIDATION]].mean(), by[[TRAIN, VALIDATION]].std()
    size = means[SIZE].round().astype(int)
    told = means.assign(**{SIZE: size, TRAIN_STD: spread[TRAIN], VALIDATION_STD: spread[VALIDATION]})
    return told.reset_index().drop(columns=SHARE)
