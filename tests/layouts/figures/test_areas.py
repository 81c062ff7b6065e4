from datetime import date, timedelta

from analytics.numbers import Unit
from layouts.figures.areas import piled
from layouts.figures.parts import Part
from layouts.ui.theme import LIGHT


def test_areas_pile_up_in_the_order_given_and_hover_says_each() -> None:
    days = [date(2024, 1, 1) + timedelta(days=place) for place in range(3)]
    parts = [Part("Email", "#111111", [1, 2, 4]), Part("<Fax>", "#222222", [0, 0, 1])]
    figure = piled(parts, days, colours=LIGHT, unit=Unit.COUNT, currency="INR")
    *areas, said = figure.data
    assert [area.name for area in areas] == ["Email", "<Fax>"]
    assert {area.stackgroup for area in areas} == {"whole"}
    assert list(areas[0].y) == [1, 2, 4]
    assert areas[0].fillcolor.startswith("rgba(17,17,17")
    assert "&lt;Fax&gt;" in said.hovertemplate
    assert [list(row) for row in said.customdata] == [
        ["<b>0</b>", "<b>1</b>"],
        ["<b>0</b>", "<b>2</b>"],
        ["<b>1</b>", "<b>4</b>"],
    ]
