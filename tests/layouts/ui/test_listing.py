from analytics.view import View
from layouts.ui.listing import hidden, listing, listing_choices

CHOICES = listing_choices(("name", "sales"), "sales")


def test_a_view_asks_for_the_table_and_a_link_for_another_view_of_it() -> None:
    view = View.parse("order=ascending&page=3&sort=name", CHOICES)[0]
    asked = listing(view, "/x", "tea")
    assert (asked.by, asked.ascending, asked.page, asked.text) == ("name", True, 3, "tea")
    assert asked.link(asked) == "/x?order=ascending&page=3&sort=name"
    assert hidden(view) == {"sort": "name", "order": "ascending", "page": "3"}


def test_it_is_sorted_from_the_largest_on_the_first_page_until_asked_otherwise() -> None:
    view, notices = View.parse("page=0&sort=spend&order=up", CHOICES)
    asked = listing(view, "/x")
    assert (asked.by, asked.ascending, asked.page, len(notices)) == ("sales", False, 1, 3)
    assert asked.link(asked) == "/x?"
