from dash import html

from analytics.wording import Strong
from layouts.ui.words import words
from tests.layouts.ui.parts import text


def test_strong_words_are_bold_and_the_rest_is_plain() -> None:
    shown = words(["All channels, ", Strong("2024"), "."])
    assert [type(part) for part in shown] == [str, html.B, str]
    assert text(shown) == "All channels, 2024."
    assert words([]) == []


def test_markup_in_words_stays_text() -> None:
    (bold,) = words([Strong("<i>x</i>")])
    assert text(bold) == "<i>x</i>"
