import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.lead_models import Baseline
from analytics.lead_training import SUPPLIED
from analytics.lead_training import train as fit
from data import pointer, training
from data.__main__ import main
from data.jobs import Refused, start, status
from data.store import Snapshot, Store
from data.trained import FRAMES, Trained
from data.training import features, known, train
from tests.analytics.prospects import FEATURES, prospects
from tests.data.leads import lead_rows, plain, trained
from tests.data.publishing import CAMPAIGN_ROWS, Rows, publish_rows, published
from tests.data.test_jobs import ended

ROOT = Path(__file__).parents[2]
HEAVY = """
import sys
from pathlib import Path
from data.store import Store
from data.jobs import status
import app
Store(Path(sys.argv[1])).snapshot().trained
status(Path(sys.argv[1]))
print([name for name in sys.modules if name.split(".")[0] in ("sklearn", "scipy")])
"""


def unheard(doing: str, done: int, of: int) -> None:
    """Progress that nobody listens to."""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with leads published, three without an outcome, and trained on by the command."""
    folder = tmp_path_factory.mktemp("state")
    leads = prospects(153)
    leads.loc[150:, "actual_converted"] = np.nan
    publish_rows(folder, lead_scoring_results=lead_rows(leads))
    start(["train"], folder)
    assert ended(folder).error == ""
    return folder


@pytest.fixture
def snapshot(state: Path) -> Snapshot:
    """What is published there."""
    return Store(state).snapshot()


def kept(snapshot: Snapshot) -> Trained:
    found = snapshot.trained
    assert found is not None
    return found


def test_what_became_of_a_lead_and_what_was_predicted_are_no_features() -> None:
    chosen = features()
    assert chosen.categorical == ("company_size", "industry", "lead_source")
    assert len(chosen.numeric) == 9
    hidden = {"lead_id", "actual_converted", "predicted_probability", "predicted_class"}
    assert hidden.isdisjoint(chosen.names)


def test_the_job_ends_with_a_summary(state: Path) -> None:
    found = status(state)
    assert found is not None
    assert found.result.startswith("Trained on 150 leads. AUC: scores as supplied 0.")


def test_what_is_kept_is_what_the_leads_give(snapshot: Snapshot) -> None:
    found, expected = kept(snapshot), fit(prospects(153).head(150), FEATURES)
    for name in FRAMES:
        columns = getattr(expected, name).columns
        pd.testing.assert_frame_equal(plain(getattr(found, name)[columns]), getattr(expected, name), check_dtype=False)


def test_each_lead_with_an_outcome_has_a_score_of_each_model(snapshot: Snapshot) -> None:
    counts = kept(snapshot).scores.groupby("model")["lead_id"].nunique().to_dict()
    assert counts == {SUPPLIED: 150, Baseline.LOGISTIC: 150, Baseline.BOOSTED: 150}
    about = kept(snapshot).about
    assert (about.leads, about.known, about.silent) == (150, 150, 3)


def test_only_a_part_of_very_many_leads_is_used_always_the_same(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "MOST_LEADS", 140)
    once, again = (known(snapshot) for _ in range(2))
    assert (len(once.leads), once.known, once.silent, once.version) == (140, 150, 3, snapshot.version)
    assert once.leads["actual_converted"].notna().all()
    pd.testing.assert_frame_equal(once.leads, again.leads)


def test_a_lead_that_stands_twice_is_trained_on_once(tmp_path: Path) -> None:
    leads = pd.concat([prospects(150), prospects(150).head(20)])
    found = known(published(tmp_path, lead_scoring_results=lead_rows(leads)))
    assert (found.leads["lead_id"].to_list(), found.known) == (prospects(150)["lead_id"].to_list(), 170)


def test_reading_what_was_trained_needs_no_model_library(state: Path) -> None:
    run = [sys.executable, "-c", HEAVY, str(state)]
    told = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({}, "no data is published yet"),
        ({"campaign_performance": CAMPAIGN_ROWS}, "expected a file with lead_scoring_results, found none"),
        ({"lead_scoring_results": lead_rows(prospects(60))}, "expected at least 50 who bought and 50 who did not"),
    ],
)
def test_what_nothing_can_be_learned_from_is_refused_in_words(
    tables: dict[str, Rows], says: str, tmp_path: Path
) -> None:
    if tables:
        publish_rows(tmp_path, None, 0, **tables)
    with pytest.raises(Refused, match=says):
        train(tmp_path, unheard)
    assert list(tmp_path.glob("trained-*")) == []


def test_the_command_answers_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NOVAMART_STATE", str(tmp_path))
    assert main(["train"]) == 2
    assert capsys.readouterr().err == "no data is published yet\n"
    publish_rows(tmp_path, lead_scoring_results=lead_rows())
    assert main(["train"]) == 0
    assert capsys.readouterr().out.startswith("Trained on 150 leads. AUC: ")


def test_what_a_killed_job_left_is_cleared_away(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    (tmp_path / training.SCRATCH).mkdir()
    (tmp_path / training.SCRATCH / training.COMMAND).write_bytes(b"half")
    training.keep(tmp_path, snapshot.version, trained())
    assert kept(snapshot).about == trained().about
    assert not (tmp_path / training.SCRATCH).exists()


def test_training_again_replaces_what_was_kept(tmp_path: Path) -> None:
    snapshot = published(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    for leads in (10, 20):
        about = replace(trained().about, leads=leads)
        training.keep(tmp_path, snapshot.version, replace(trained(), about=about))
        assert kept(snapshot).about.leads == leads


def test_a_version_that_was_swept_meanwhile_keeps_nothing(tmp_path: Path) -> None:
    old = publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    for rows in (1, 2):
        publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS[:rows])
    with pytest.raises(Refused, match="newer data was published meanwhile"):
        training.keep(tmp_path, old, trained())
    assert not pointer.trained(tmp_path, old).exists()
