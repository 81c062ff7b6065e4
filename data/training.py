"""Training on the leads that are published, as a job."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from analytics.classifier import auc
from analytics.figure import Figure
from analytics.lead_bench import MODEL
from analytics.lead_models import Baseline, Features
from analytics.lead_training import SEED, SUPPLIED, Training, Untrainable
from analytics.lead_training import train as fit
from analytics.leads import ACTUAL, CLASS, SCORE
from analytics.numbers import decimal
from data import pointer
from data.columns import Role
from data.jobs import Refused, Tell
from data.pointer import NoSnapshot
from data.query import ROWS, Query, Rows
from data.store import Snapshot, Store
from data.tables.leads import LEAD
from data.trained import About, Trained, write
from data.values import NUMERIC

COMMAND = "train"
MOST_LEADS = 50_000
SECONDS = 60.0
SCRATCH = ".training"
TOLD = frozenset({ACTUAL, SCORE, CLASS})


@dataclass(frozen=True)
class Known:
    """The leads of a version to train on, how many have an outcome, and how many are silent about theirs."""

    version: str
    leads: pd.DataFrame
    known: int
    silent: int


def train(state: Path, tell: Tell) -> str:
    """Train on at most 50,000 leads of the version in force, keep what came of it beside that version and sum it up.

    Raises Refused where nothing can be trained, or where that version was replaced meanwhile.
    """
    try:
        # Nothing holds the snapshot once it is read: the models take the place of its memory.
        found = known(Store(state, timeout_seconds=SECONDS).snapshot())
        trained = _trained(found, fit(found.leads, features(), tell))
    except NoSnapshot:
        raise Refused("no data is published yet") from None
    except Untrainable as refusal:
        raise Refused(str(refusal)) from None
    keep(state, found.version, trained)
    return summary(trained)


def known(snapshot: Snapshot) -> Known:
    """Leads of a snapshot that have an outcome, each once, chosen evenly where there are many; raises Untrainable."""
    if LEAD.name not in snapshot.tables:
        raise Untrainable(f"leads to train on: expected a file with {LEAD.name}, found none")
    told = snapshot.ask(Query(LEAD.name, (ROWS,), (ACTUAL,)))
    every, known = (int(part[ROWS].sum()) for part in (told, told.dropna(subset=[ACTUAL])))
    columns = (*LEAD.key, *features().names, ACTUAL, SCORE)
    leads = snapshot.ask(Rows(LEAD.name, columns, most=MOST_LEADS, seed=SEED, reported=(ACTUAL,)))
    # A lead that stands twice would be known to the model that scores it.
    return Known(snapshot.version, leads.drop_duplicates([*LEAD.key], ignore_index=True), known, every - known)


def features() -> Features:
    """The attributes of a lead that a model may learn from: not who it is, what became of it, or what was predicted."""
    open_ = [column for column in LEAD.stored if column.name not in TOLD]
    numbers = tuple(column.name for column in open_ if column.kind in NUMERIC)
    return Features(numbers, tuple(column.name for column in open_ if column.role is Role.DIMENSION))


def keep(state: Path, version: str, trained: Trained) -> None:
    """Keep it beside the version, in place of what was trained on that before; raises Refused where that is swept."""
    scratch = state / SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    write(scratch / COMMAND, trained)
    place = pointer.trained(state, version)
    pointer.settle(scratch / COMMAND, place)
    shutil.rmtree(scratch)
    if version not in pointer.versions(state):
        place.unlink(missing_ok=True)
        raise Refused("newer data was published meanwhile; train again on that")


def summary(trained: Trained) -> str:
    """How many leads there were, and how well each model ranks them."""
    names = {SUPPLIED: "scores as supplied"} | {each.value: each.label.lower() for each in Baseline}
    areas = [f"{names[str(model)]} {_area(part)}" for model, part in trained.scores.groupby(MODEL, sort=False)]
    return f"Trained on {trained.about.leads:,} leads. AUC: {', '.join(areas)}."


def _area(scores: pd.DataFrame) -> Figure:
    return decimal(auc(scores[ACTUAL].astype(float), scores[SCORE]).value, 3)


def _trained(found: Known, training: Training) -> Trained:
    about = About(datetime.now(UTC), len(found.leads), found.known, found.silent)
    return Trained(training.scores, training.folds, training.importance, training.learning, about)
