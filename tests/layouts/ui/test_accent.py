import pytest

from layouts.ui.accent import contrast, fitted, mix

INK, SURFACE, CANVAS = "#12171F", "#FFFFFF", "#F5F6F8"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#777777", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_wcag_in_either_order(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(("share", "mixed"), [(0, "#000000"), (1, "#FF8000"), (0.5, "#804000")])
def test_a_mix_lies_between_its_two_colours(share: float, mixed: str) -> None:
    assert mix("#000000", "#FF8000", share) == mixed


def test_a_readable_accent_is_kept_and_a_pale_one_darkened() -> None:
    assert fitted("#0B6782", INK, SURFACE, CANVAS).accent == "#0B6782"
    pale = fitted("#FFE600", INK, SURFACE, CANVAS).accent
    assert pale != "#FFE600"
    assert contrast(pale, CANVAS) >= 4.5


def test_words_on_the_accent_are_black_or_white_whichever_reads_better() -> None:
    assert fitted("#0B6782", INK, SURFACE, CANVAS).on_accent == "#FFFFFF"
    assert fitted("#FFE600", "#EEF1F5", "#14181F", "#0C0F14").on_accent == "#000000"


def test_the_tint_is_an_eighth_of_the_accent_on_the_surface() -> None:
    assert fitted("#000000", INK, SURFACE, CANVAS).soft == "#E0E0E0"
