from layouts.figures.matrix import height, lower, matrix
from layouts.ui.theme import LIGHT
from tests.layouts.figures.crossed import CELLS, NAMES, SCALE, cell, drawn


def test_rows_stand_from_the_top_with_a_value_on_each_cell() -> None:
    shades, _, words = drawn().data
    assert list(zip(shades.x, shades.y, shades.z, strict=True)) == [
        (0, 0, -1),
        (1, 0, 0),
        (0, 1, None),
        (0, 2, 0.5),
        (1, 2, 1),
    ]
    assert list(words.text) == ["-1", "0", "n/a", "0.5", "1"]
    assert list(drawn().layout.yaxis.ticktext) == ["Clicks", "Spend", "&lt;b&gt;"]
    assert list(drawn().layout.yaxis.range) == [2.5, -0.5]
    assert list(drawn().layout.xaxis.range) == [-0.5, 1.5]


def test_the_lower_triangle_has_each_pair_once() -> None:
    square = [[cell(10 * down + across) for across in range(3)] for down in range(3)]
    rows, columns, cells = lower(("a", "b", "c"), square)
    assert (list(rows), list(columns)) == (["b", "c"], ["a", "b"])
    assert [[found.value if found else None for found in line] for line in cells] == [[10, None], [20, 21]]


def test_it_is_as_high_as_its_rows() -> None:
    assert drawn().layout.height == height(3) > height(2)


def test_names_below_columns_are_broken_where_a_phone_has_no_room() -> None:
    cells = [[cell(1), cell(1), cell(1)]]
    shown = matrix(("A",), ("Home & Living", "Tech", "Wear"), cells, scale=SCALE, colours=LIGHT)
    assert list(shown.layout.xaxis.ticktext) == ["Home &amp;<br>Living", "Tech", "Wear"]


def test_many_columns_have_short_lines_and_no_word_is_broken() -> None:
    cells = [[cell(1)] * 10]
    shown = matrix(("A",), ("Time decay, 14 days", "Unbreakable", *"CDEFGHIJ"), cells, scale=SCALE, colours=LIGHT)
    assert list(shown.layout.xaxis.ticktext)[:2] == ["Time<br>decay,<br>14 days", "Unbreakable"]


def test_a_narrow_matrix_has_room_for_its_numbers_on_a_phone() -> None:
    wide, narrow = (
        matrix(NAMES, ("A", "B"), CELLS, scale=SCALE, colours=LIGHT, narrow=narrow) for narrow in (False, True)
    )
    assert narrow.layout.meta["least"] == 84 + 2 * 30 < wide.layout.meta["least"]
    assert narrow.layout.height < wide.layout.height
    assert (narrow.layout.xaxis.tickangle, narrow.data[-1].textfont.size) == (-45, 11)
    assert [list(figure.data[-1].text) for figure in (wide, narrow)] == [["-1", "0", "n/a", "0.5", "1"]] * 2
