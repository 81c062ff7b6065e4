from layouts.figures.underneath import depth, in_lines, slanted

NAMES = ("Home & Living", "Unbreakable", "ROAS")


def test_names_stand_in_lines_where_columns_are_wide() -> None:
    axis = in_lines((*NAMES, *"ABCDEF"))
    assert axis["ticktext"] == ["Home &amp;<br>Living", "Unbreakable", "ROAS", *"ABCDEF"]
    assert (axis["tickangle"], axis["tickfont"]) == (0, {"size": 11})


def test_names_are_slanted_and_whole_where_columns_are_narrow() -> None:
    axis = slanted(NAMES)
    assert (axis["ticktext"], axis["tickvals"]) == (["Home &amp; Living", "Unbreakable", "ROAS"], [0, 1, 2])
    assert axis["tickangle"] == -45


def test_a_very_long_slanted_name_is_cut() -> None:
    assert slanted(["Conversions of returning customers"])["ticktext"] == ["Conversions of retu…"]


def test_slanted_names_reach_as_far_down_as_the_longest_of_them() -> None:
    assert depth(["ROAS"]) < depth(NAMES) == depth(NAMES[:1])
    assert depth(["x" * 40]) == depth(["x" * 90])
