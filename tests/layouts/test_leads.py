from layouts.leads import PAGE, Ids, layout
from layouts.ui.ids import choice_id
from tests.layouts.ui.openings import undated
from tests.layouts.ui.parts import having, ids, parts

CHARTS = (Ids.ROC, Ids.PROFIT, Ids.RECALL, Ids.GAINS, Ids.CALIBRATION, Ids.SLICES, Ids.LEARNING, Ids.IMPORTANCE)


def control(query: str, key: str) -> object:
    shown = layout(undated(query, PAGE))
    return next(part.value for part in parts(shown) if getattr(part, "id", None) == choice_id(key))


def test_its_parts_are_those_that_callbacks_fill_each_once() -> None:
    found = [str(name) for name in ids(layout(undated("", PAGE)))]
    charts = {f"{chart}-{part}" for chart in (*CHARTS, Ids.THRESHOLD) for part in ("head", "figure", "note", "twin")}
    assert {
        str(name) for name in {*Ids} - {*CHARTS, Ids.THRESHOLD, Ids.TABLE, Ids.RIVALS, Ids.TRAINING} | charts
    } <= set(found)
    assert len(found) == len(set(found))


def test_each_choice_has_one_control_with_the_value_of_the_link() -> None:
    query = "threshold=0.68&call=250&win=900.5&capacity=40&top=12&page=2&by=size"
    query += "&bands=hidden&whiskers=hidden&weighed=boosted&sort=name"
    for key, value in (pair.split("=") for pair in query.split("&")):
        assert control(query, key) == value
    shown = undated("", PAGE)
    controls = [id_["key"] for id_ in ids(layout(shown)) if isinstance(id_, dict) and id_["type"] == "choice"]
    assert sorted(controls) == sorted(choice.key for choice in shown.view.choices)


def test_what_the_threshold_decides_is_one_card_and_asks_nothing_of_the_server() -> None:
    shown = undated("", PAGE)
    (card,) = having(layout(shown), "nm-cutoff")
    assert {Ids.OUTCOME, Ids.BEST} <= {str(name) for name in ids(card)}
    assert shown.rules["local"] == ["threshold", "bands", "whiskers", "weighed"]
