from dataclasses import replace

from dash import html

from layouts.ui.icons import Icon
from layouts.ui.ids import Ids, Place, nav_id
from layouts.ui.shell import Destination, freshness, shell
from layouts.ui.theme import Theme
from tests.layouts.ui.parts import attribute, having, ids, parts, text

PAGES = (
    Destination("/", "Executive overview", "Overview", Icon.HOUSE, tab=True),
    Destination("/customers", "Customer insights", "Customers", Icon.USERS, "Audience"),
    Destination("/leads", "Lead scoring", "Leads", Icon.TARGET, "Audience", tab=True),
)
SHELL = shell(brand="NovaMart", logo=None, destinations=PAGES, content=html.P("The page"), theme=Theme.DARK)


def test_each_page_is_in_the_side_bar_under_its_group() -> None:
    (pages,) = [part for part in parts(SHELL) if attribute(part, "aria-label") == "Pages"]
    assert [text(group) for group in pages.children] == [
        "Executive overview",
        "AudienceCustomer insightsLead scoring",
    ]


def test_a_page_with_a_tab_is_among_the_bottom_tabs_by_its_short_name() -> None:
    (tabs,) = having(SHELL, "nm-tabs")
    assert [text(tab) for tab in having(tabs, "nm-tab")] == ["Overview", "Leads", "More"]
    assert nav_id("/leads", Place.TABS) in ids(SHELL)


def test_a_tab_that_its_group_shares_is_known_as_such() -> None:
    shared = [replace(page, shared=page.tab and bool(page.group)) for page in PAGES]
    own = shell(brand="NovaMart", logo=None, destinations=shared, content=html.P())
    assert [text(tab) for tab in having(own, "nm-tab-shared")] == ["Leads"]
    assert not having(SHELL, "nm-tab-shared")


def test_no_id_occurs_twice() -> None:
    assert len(ids(SHELL)) == len({str(key) for key in ids(SHELL)})


def test_the_main_region_is_where_the_skip_link_leads() -> None:
    (skip,) = having(SHELL, "nm-skip")
    (main,) = [part for part in parts(SHELL) if isinstance(part, html.Main)]
    assert skip.href == f"#{attribute(main, 'id')}"
    assert text(main) == "The page"


def test_the_shell_carries_the_stores_that_every_page_shares() -> None:
    stores = {part.id: getattr(part, "data", None) for part in parts(SHELL) if type(part).__name__ == "Store"}
    assert stores == {Ids.THEME: Theme.DARK, Ids.FAILURE: None}


def test_a_logo_replaces_the_star() -> None:
    own = shell(brand="Acme", logo="/assets/acme.svg", destinations=PAGES, content=html.P())
    assert {image.src for image in having(own, "nm-logo")} == {"/assets/acme.svg"}
    assert having(SHELL, "nm-star")
    assert not having(own, "nm-star")


def test_freshness_shows_its_state_and_every_line() -> None:
    stale = freshness("warn", "Data to 31 Dec 2024", ["5,858 rows", "2 failed checks"])
    assert text(stale) == "Data to 31 Dec 20245,858 rows2 failed checks"
    assert having(stale, "nm-dot-warn")


def test_the_freshness_leads_to_the_page_on_the_data() -> None:
    (foot,) = having(SHELL, "nm-foot")
    assert (foot.href, foot.id) == ("/data", nav_id("/data", Place.FOOT))
    assert not having(shell(brand="NovaMart", logo=None, destinations=PAGES, content=html.P(), reads=False), "nm-foot")


def test_more_opens_the_side_bar() -> None:
    (more,) = [part for part in having(SHELL, "nm-tab") if text(part) == "More"]
    assert attribute(more, "aria-controls") == attribute(more, "data-opens") == Ids.SIDE
