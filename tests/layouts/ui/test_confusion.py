import re

from layouts.ui.confusion import NAMES, confusion_matrix, rates
from tests.layouts.ui.parts import attribute, having, parts, text


def test_right_and_wrong_in_plain_words_each_in_its_place() -> None:
    cells = [
        part
        for part in parts(confusion_matrix())
        if type(part).__name__ == "Td" and part.to_plotly_json()["props"].get("className")
    ]
    assert [(text(cell).replace("\u00a0", " "), cell.className) for cell in cells] == [
        ("{tp}Won · {tp_share}", "nm-right"),
        ("{fn}Missed · {fn_share}", "nm-wrong"),
        ("{fp}Wasted · {fp_share}", "nm-wrong"),
        ("{tn}Spared · {tn_share}", "nm-right"),
    ]


def test_rows_and_columns_have_headings() -> None:
    heads = [(text(part), part.scope) for part in parts(confusion_matrix()) if type(part).__name__ == "Th"]
    assert heads == [("Called", "col"), ("Not called", "col"), ("Bought", "row"), ("Did not", "row")]


def test_each_rate_says_what_it_means_where_its_help_points() -> None:
    shown = rates()
    tips = {tip.id: text(tip) for tip in having(shown, "nm-tooltip")}
    for button in having(shown, "nm-help"):
        assert attribute(button, "aria-describedby") in tips
    assert [text(button) for button in having(shown, "nm-help")] == list(NAMES.values())
    assert "Computed as tp / (tp + fp). {precision_sure}" in tips["rate-precision"]


def test_every_place_for_a_text_is_named_for_what_the_threshold_tells() -> None:
    named = set(re.findall(r"\{(\w+)\}", text(confusion_matrix()) + text(rates())))
    assert {name.split("_")[0] for name in named} == {"tp", "fp", "tn", "fn", *NAMES}
