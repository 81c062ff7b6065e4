from pathlib import Path

from callbacks.drawing import drawing
from callbacks.lead_parts import detailed, judged, trained, undetailed, unscored
from layouts.leads import Ids
from tests.callbacks.asking import words
from tests.callbacks.scoring import CURVE, FEATURES
from tests.callbacks.test_lead_reads import scored


def test_leads_and_no_leads_fill_the_same_parts_of_the_page(tmp_path: Path) -> None:
    read = scored(tmp_path)
    drawn = drawing(read.state)
    first, nothing = judged(read, drawn), unscored("why")
    assert first.keys() == nothing.keys()
    assert (first["hidden"], nothing["hidden"], nothing["cards"]) == (False, True, "why")
    rest = detailed(read, drawn)
    assert rest.keys() == undetailed().keys()
    assert (rest["detail"], undetailed()["detail"]) == (False, True)


def test_without_a_training_no_model_stands_beside_the_supplied_one(tmp_path: Path) -> None:
    read = scored(tmp_path)
    assert judged(read, drawing(read.state))["unjudged"] is True


def test_what_the_models_learned_says_what_the_leads_in_view_show(tmp_path: Path) -> None:
    read = scored(tmp_path, learning_curve=CURVE, feature_importance=FEATURES)
    parts = trained(read.state, "The leads in view have an AUC of 0.875.", drawing(read.state))
    assert [*parts] == [Ids.LEARNING, Ids.IMPORTANCE]
    assert "AUC of 0.875" in words(parts[Ids.LEARNING]["note"])
