from layouts.ui.amount import amount
from layouts.ui.ids import choice_id
from tests.layouts.ui.parts import parts, text


def test_a_number_from_0_under_its_name() -> None:
    shown = amount("call", "Call costs", "500")
    (field,) = [part for part in parts(shown) if getattr(part, "id", None) == choice_id("call")]
    assert (field.type, field.min, field.step, field.value) == ("number", 0, "any", "500")
    assert text(shown) == "Call costs"


def test_a_count_is_whole_and_says_what_it_is_when_empty() -> None:
    (field,) = [
        part for part in parts(amount("top", "Top", "", placeholder="best", whole=True)) if hasattr(part, "step")
    ]
    assert (field.step, field.placeholder) == (1, "best")
