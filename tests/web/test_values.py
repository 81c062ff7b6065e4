import math

import pytest

from web.values import plain, texts


@pytest.mark.parametrize("value", [None, True, 0, -(2**53), 2**53, 0.5, "", "é" * 4096, "\x00", "😀"])
def test_plain_is_what_a_control_sends(value: object) -> None:
    assert plain(value)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 2**53 + 1, "x" * 4097, "a\udfffb", [], {}, (), b""])
def test_anything_else_is_not(value: object) -> None:
    assert not plain(value)


@pytest.mark.parametrize("value", [None, [], ["a"], ["a", ""]])
def test_texts_are_a_list_of_them_or_nothing(value: object) -> None:
    assert texts(value)


@pytest.mark.parametrize("value", ["a", [None], [1], [["a"]], {"a": 1}, ["x" * 4097]])
def test_anything_else_is_no_texts(value: object) -> None:
    assert not texts(value)
