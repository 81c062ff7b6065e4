from layouts.ui.state_words import states_twin, told
from tests.analytics.states import NOT_REPORTED, places, state
from tests.layouts.ui.drawn import DRAWING


def test_hover_has_region_and_every_metric_with_names_shown_literally() -> None:
    said = told(places(state("<Goa>", region="<West>", yoy_growth=-3.7)), DRAWING)["<Goa>"].replace("\u00a0", " ")
    assert said.startswith("<b>&lt;Goa&gt;</b>, &lt;West&gt;<br>Revenue <b>₹1.00 L</b>")
    assert "Growth <b>−3.7 %</b>" in said
    assert "Delivery time <b>3.0 days</b>" in said


def test_what_is_not_reported_is_not_available_and_an_empty_cell() -> None:
    silent = places(state("Goa", store_count=NOT_REPORTED))
    assert "Stores <b>n/a</b>" in told(silent, DRAWING)["Goa"]
    twin = states_twin(silent, "States", DRAWING)
    assert twin["columns"][4]["name"] == "Stores"  # type: ignore[index]
    assert twin["rows"][0][4] is None  # type: ignore[index]


def test_the_table_is_of_the_states_in_view_and_carries_no_dates() -> None:
    twin = states_twin(places(state("Goa"), state("Delhi"), chosen=["Goa"]), "States by revenue", DRAWING)
    assert [row[0] for row in twin["rows"]] == ["Goa"]  # type: ignore[attr-defined]
    assert twin["file"] == "novamart-states-by-revenue"
