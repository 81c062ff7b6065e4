from dash import html
from dash.development.base_component import Component

from analytics.wording import Strong
from layouts.ui.page_head import page_head
from tests.layouts.ui.parts import parts, text

QUESTION = "Is marketing paying for itself, and where?"


def heading(head: Component) -> str:
    return text(next(part for part in parts(head) if isinstance(part, html.H1)))


def test_the_answer_is_the_heading_with_its_figure_in_accent() -> None:
    head = page_head(QUESTION, (Strong("₹35.08"), " of revenue for every ₹1."))
    assert heading(head) == "₹35.08 of revenue for every ₹1."
    assert [text(part) for part in parts(head) if isinstance(part, html.Em)] == ["₹35.08"]
    assert text(head).startswith(QUESTION)


def test_without_an_answer_the_question_is_the_heading() -> None:
    assert heading(page_head(QUESTION, ())) == text(page_head(QUESTION, ())) == QUESTION
