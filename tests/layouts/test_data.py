from data.tables import TABLES as DECLARED
from layouts import PAGES
from layouts.data import PAGE, QUESTION, TABLES, Ids, layout
from tests.layouts.ui.openings import undated
from tests.layouts.ui.parts import having, ids, text


def test_it_is_on_the_site_map_under_setup_and_stands_on_any_table() -> None:
    assert PAGE in PAGES
    assert (PAGE.destination.path, PAGE.destination.group) == ("/data", "Setup")
    assert set(PAGE.tables) == {table.name for table in DECLARED} == set(TABLES)


def test_it_has_neither_filters_nor_dates() -> None:
    page = layout(undated("", PAGE))
    assert PAGE.pills == ()
    assert not having(page, "nm-pill")
    assert all(part.hidden for part in having(page, "nm-filters-open"))


def test_its_parts_are_in_order() -> None:
    page = layout(undated("", PAGE))
    assert [str(own) for own in ids(page) if own in list(Ids)] == [str(own) for own in Ids]
    assert QUESTION in text(page)
