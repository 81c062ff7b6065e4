from layouts.figures.names import Mark, Place, places


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
    assert (found[0].anywhere, found[-1].anywhere) == (True, False)


def test_names_side_by_side_do_not_touch() -> None:
    marks = [Mark("Delhi", 0.5, 1, 20), Mark("Kerala", 0.57, 1, 20), Mark("Goa", 0, 0, 7), Mark("Assam", 1, 0, 7)]
    assert [place.side for place in places(marks)][:2] != ["top center", "top center"]


def test_the_lower_a_figure_the_sooner_names_step_aside() -> None:
    marks = [Mark("Delhi", 0, 0, 7), Mark("Kerala", 0, 0.1, 7), Mark("Goa", 0, 1, 7)]
    high, low = ([place.side for place in places(marks, height)] for height in (400, 100))
    assert high != low


def test_the_first_name_is_not_hidden_for_the_sake_of_a_later_one_on_a_phone() -> None:
    first, later = Mark("Maharashtra", 0.75, 0.5, 44), Mark("Telangana", 0.57, 0.68, 14)
    around = [(0.75, 0.3), (0.9, 0.5), (0.6, 0.5), (0.57, 0.9), (0.57, 0.46), (0.47, 0.68)]
    edges = [Mark("", place, place, 7) for place in (0, 1)]
    found = places([first, later, *(Mark("", x, y, 44) for x, y in around), *edges], 200)
    assert found[:2] == [Place("top center", False), Place("middle right", False, False)]
