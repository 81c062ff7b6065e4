from layouts.figures.names import Mark, places


def test_a_name_alone_stands_above_its_mark() -> None:
    assert [place.side for place in places([Mark("Email", 1, 1, 20)])] == ["top center"]
    assert places([]) == []


def test_names_step_aside_for_each_other_and_for_marks() -> None:
    states = (("Delhi", 77.1, 28.7), ("Haryana", 76.1, 29.1), ("Gujarat", 71.2, 12.3), ("Assam", 92.9, 26.2))
    found = places([Mark(name, x, y, 30) for name, x, y in states])
    assert found[0].side != found[1].side
    assert all(place.everywhere for place in found)


def test_a_name_at_the_edge_does_not_leave_the_plot() -> None:
    left, right = (place.side for place in places([Mark("M" * 12, 0, 0, 20), Mark("M" * 12, 1, 0, 20)]))
    assert (left, right) == ("middle right", "middle left")


def test_where_all_are_in_one_place_only_what_fits_is_for_phones_too() -> None:
    found = places([Mark(f"State {number}", 1, 1, 20) for number in range(8)])
    assert found[0].everywhere
    assert not all(place.everywhere for place in found)
