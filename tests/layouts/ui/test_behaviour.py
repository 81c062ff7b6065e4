"""What the scripts and style sheets do, seen in a browser on a page of nothing but parts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from dash import ALL, ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Response
from playwright.sync_api import Page, Route, expect
from werkzeug.serving import make_server

from layouts.ui import ids
from layouts.ui.cards import Kpi, kpi_strip
from layouts.ui.chart_card import segmented, select
from layouts.ui.filter_bar import choices, filter_bar, pill, pill_text
from layouts.ui.icons import Icon
from layouts.ui.index import index_string
from layouts.ui.notices import notice
from layouts.ui.page_head import page_head
from layouts.ui.shell import Destination, freshness, shell
from layouts.ui.still import CONTENT
from tests.browsing import dress, idle, violations
from tests.conftest import DESKTOP, PHONE

ASSETS = Path(__file__).parents[3] / "assets"
CHANNELS = ("Email", "Direct", "Referral")
KEYS = ("channel", "compare", *(f"device {number}" for number in range(9)))
PAGES = (
    Destination("/", "Executive overview", "Overview", Icon.HOUSE, tab=True),
    Destination("/data", "Data", "Data", Icon.DATABASE, "Setup"),
)
Open = Callable[..., Page]


def layout() -> html.Div:
    compare = choices(key="compare", options={"previous": "Previous", "none": "Nothing"}, value="none", multiple=False)
    pills = [
        pill(
            key=key, label=key.title(), control=choices(key=key, options=CHANNELS, value=[], multiple=True), search=True
        )
        for key in KEYS
    ]
    pills[1] = pill(key="compare", label="Compare", control=compare)
    grain = segmented("grain", {"day": "Day", "week": "Week"}, "week")
    content = html.Div(
        [
            filter_bar(pills),
            notice("Channel Fax was ignored."),
            page_head("Is marketing paying?", ()),
            kpi_strip([Kpi("Revenue", "The sum of revenue.", "₹213.06", "Cr")]),
            html.Div([grain, select("split", "Split", {"a": "A"}, "a")]),
        ]
    )
    framed = shell(brand="NovaMart", logo=None, destinations=PAGES, content=content)
    return html.Div([dcc.Location(id="location"), framed])


def application() -> Dash:
    app = Dash(
        "parts",
        assets_folder=str(ASSETS),
        assets_ignore=r"boot\.js|link\.js|version\.js|vendor/.*",
        index_string=index_string(brand="NovaMart", accent=None),
    )
    app.layout = layout()
    functions = (
        ("page", Output(ids.Ids.PAGE, "children"), Input("location", "pathname")),
        ("filters", Output(ids.Ids.FILTERS, "children"), Input(ids.pill_id(ALL), CONTENT)),
    )
    for name, output, given in functions:
        app.clientside_callback(ClientsideFunction("ui", name), output, given)
    app.clientside_callback(ClientsideFunction("ui", "failure"), Input(ids.Ids.FAILURE, "data"))

    @app.callback(
        Output(ids.pill_id("channel"), CONTENT),
        Output(ids.Ids.FRESHNESS, CONTENT),
        Input(ids.choice_id("channel"), "value"),
    )
    def update(chosen: list[str]) -> tuple[object, object]:
        face = pill_text("Channel", ", ".join(chosen) or "All", in_force=bool(chosen))
        return face, freshness("ok", "Data to 31 Dec 2024", ["5,858 rows"])

    app.server.add_url_rule("/login", view_func=lambda: Response("Sign in"), endpoint="login")
    return app


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, application().server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}/"
    server.shutdown()


@pytest.fixture
def open_page(page: Page, address: str) -> Open:
    def visit(size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
        dress(page, size, dark)
        page.goto(address)
        expect(page.locator(".nm-freshness b")).to_have_count(1)
        return idle(page)

    return visit


def theme(page: Page) -> object:
    return page.evaluate("document.documentElement.dataset.bsTheme")


@pytest.mark.parametrize("dark", [False, True])
def test_the_theme_is_the_system_s_until_one_is_chosen_which_is_then_kept(open_page: Open, dark: bool) -> None:
    page, themes = open_page(dark=dark), ("dark", "light") if dark else ("light", "dark")
    assert theme(page) == themes[0]
    page.get_by_role("button", name="Switch theme").click()
    assert theme(page) == themes[1]
    idle(page).reload()
    assert theme(page) == themes[1]


def test_one_panel_is_open_at_a_time_and_escape_gives_the_focus_back(open_page: Open) -> None:
    page, panels = open_page(), "details[open]"
    page.locator("summary", has_text="Channel").click()
    page.locator("summary", has_text="Compare").click()
    expect(page.locator(panels)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(panels)).to_have_count(0)
    expect(page.locator("summary", has_text="Compare")).to_be_focused()


def test_a_panel_stays_while_it_is_used_and_closes_when_left(open_page: Open) -> None:
    page = open_page()
    page.locator("summary", has_text="Channel").click()
    page.get_by_text("Email", exact=True).first.click()
    idle(page)
    expect(page.locator("details[open]")).to_have_count(1)
    page.get_by_role("heading", level=1).click()
    expect(page.locator("details[open]")).to_have_count(0)


def test_one_answer_of_few_closes_its_panel_when_clicked_but_not_when_stepped_to(open_page: Open) -> None:
    page = open_page()
    page.locator("summary", has_text="Compare").click()
    page.get_by_role("radio", name="Nothing").focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="Previous")).to_be_checked()
    expect(page.locator("details[open]")).to_have_count(1)
    page.get_by_text("Nothing", exact=True).click()
    expect(page.locator("details[open]")).to_have_count(0)


def test_options_are_searched_and_stepped_through(open_page: Open) -> None:
    page = open_page()
    summary = page.locator("summary", has_text="Channel")
    summary.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("re")
    options = page.locator("details[open] .form-check:visible")
    expect(options).to_have_text(["Direct", "Referral"])
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("checkbox", name="Direct")).to_be_focused()


def test_a_filter_in_force_can_be_cleared_and_is_counted(open_page: Open) -> None:
    page = open_page()
    clear = page.get_by_role("button", name="Clear Channel")
    expect(clear).to_be_hidden()
    page.locator("summary", has_text="Channel").click()
    page.get_by_text("Email", exact=True).first.click()
    expect(clear).to_be_visible()
    expect(page.locator(f"#{ids.Ids.FILTERS}")).to_have_text(" · 1")


def test_pills_that_do_not_fit_stand_behind_a_button_that_counts_them(open_page: Open) -> None:
    page = open_page((1024, 700))
    more = page.get_by_role("button", name=re.compile(r"^\d+ more$"))
    hidden = len(KEYS) - page.locator(".nm-pill:visible").count()
    expect(more).to_have_text(f"{hidden} more")
    more.click()
    expect(page.locator(".nm-pill:visible")).to_have_count(len(KEYS))
    page.get_by_role("button", name="Fewer").click()
    expect(page.locator(".nm-pill:visible")).to_have_count(len(KEYS) - hidden)


def test_on_a_phone_the_filters_are_a_sheet(open_page: Open) -> None:
    page = open_page(PHONE)
    page.get_by_role("button", name="Filters").click()
    page.locator("summary", has_text="Channel").click()
    page.get_by_text("Email", exact=True).first.click()
    page.locator(".nm-filters > .nm-sheet-head").get_by_role("button", name="Done").click()
    expect(page.get_by_role("button", name="Filters · 1")).to_have_attribute("aria-expanded", "false")


def test_on_a_phone_a_panel_lies_within_the_screen(open_page: Open) -> None:
    page = open_page(PHONE)
    page.locator("summary", has_text="Compare").click()
    page.wait_for_timeout(250)
    box = page.locator("details[open] .nm-panel").bounding_box()
    assert box
    assert box["x"] == 0
    assert (box["width"], box["y"] + box["height"]) == PHONE


def test_on_a_phone_more_shows_the_other_pages_and_how_fresh_the_data_is(open_page: Open) -> None:
    page = open_page(PHONE)
    more = page.get_by_role("button", name="More", exact=True)
    expect(page.get_by_text("Data to 31 Dec 2024")).to_be_hidden()
    more.click()
    expect(page.get_by_text("Data to 31 Dec 2024")).to_be_visible()
    expect(page.get_by_role("link", name="Data", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(page.get_by_text("Data to 31 Dec 2024")).to_be_hidden()


def test_the_page_one_is_on_is_marked_and_named(open_page: Open) -> None:
    page = open_page(PHONE)
    expect(page.locator(".nm-tab[aria-current=page]")).to_have_text("Overview")
    expect(page.locator(f"#{ids.Ids.PAGE}")).to_have_text("Overview")


def test_help_opens_on_focus_and_on_hover_and_escape_puts_it_away(open_page: Open) -> None:
    page = open_page()
    label, help_ = page.get_by_role("button", name="Revenue", exact=True), page.get_by_role("tooltip")
    label.focus()
    expect(help_).to_be_visible()
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.get_by_role("heading", level=1).click()
    label.hover()
    expect(help_).to_be_visible()


def test_a_notice_is_dismissed(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_text("Channel Fax was ignored.")).to_be_hidden()


def test_the_link_is_copied_and_says_so(open_page: Open) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.locator(".nm-toast")).to_have_text("Link to this view copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_failure_told_by_the_server_shows_its_reference(open_page: Open) -> None:
    page = open_page()
    page.evaluate("dash_clientside.set_props('failure', {data: {reference: '7F3A'}})")
    expect(page.locator(".nm-toast")).to_contain_text("Report no. 7F3A")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda route: route.fulfill(status=500, headers={"X-Request-ID": "9C1D"}, body="no"), "report no. 9C1D"),
        (lambda route: route.fulfill(status=429, body="slow down"), "the server answered 429"),
        (lambda route: route.abort(), "the server could not be reached"),
    ],
)
def test_an_update_that_fails_is_never_silent(open_page: Open, answer: Callable[[Route], None], words: str) -> None:
    page = open_page()
    page.route("**/_dash-update-component*", answer)
    page.evaluate("""dash_clientside.set_props({type: "choice", key: "channel"}, {value: ["Email"]})""")
    expect(page.locator(".nm-toast")).to_contain_text(words)


def test_an_update_without_a_session_leads_to_the_login_and_back(open_page: Open) -> None:
    page = open_page()
    page.route(
        "**/_dash-update-component*", lambda route: route.fulfill(status=401, content_type="text/plain", body="sign in")
    )
    page.evaluate("""dash_clientside.set_props({type: "choice", key: "channel"}, {value: ["Email"]})""")
    page.wait_for_url("**/login?next=%2F")


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (DESKTOP, True), ((1024, 700), False), (PHONE, True)])
def test_nothing_is_found_by_an_accessibility_checker(open_page: Open, size: tuple[int, int], dark: bool) -> None:
    page = open_page(size, dark)
    page.locator("summary", has_text="Channel").click()
    page.wait_for_timeout(250)
    assert violations(page) == []


def test_on_paper_there_are_no_controls_and_the_theme_is_light(open_page: Open) -> None:
    page = open_page(dark=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.nm-card')).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("button:visible:not(.nm-help)").count() == 0
    expect(page.get_by_text("Data to 31 Dec 2024")).to_be_visible()
