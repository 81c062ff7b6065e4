from callbacks.outputs import page_outputs
from layouts.ui.still import CONTENT


def test_a_page_s_parts_go_where_its_layout_has_them() -> None:
    found = page_outputs("products", ("a", "b"), local=("b",))
    assert [found[name].component_id for name in ("head", "cards", "insights", "hidden")] == [
        "products-head",
        "products-cards",
        "products-insights",
        "products-charts",
    ]
    assert {found[name].component_property for name in ("head", "cards", "insights")} == {CONTENT}
    assert found["hidden"].component_property == "hidden"


def test_a_local_chart_is_drawn_from_its_base() -> None:
    found = page_outputs("x", ("a", "b"), local=("b",))
    assert [found[name]["figure"].component_id for name in ("a", "b")] == ["a-figure", "b-base"]
