"""The link and the controls are one state: each change is a link, each link sets the controls, Back and Forward too."""

import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import idle
from tests.conftest import Asked, NewPage
from tests.data.writing import campaign, write
from tests.serving import Server, serving

ODD = "Pay*~ (x)!'é"
CHANNELS = ("Direct", "Email", ODD)
CONTROLS = """() => Object.fromEntries([...document.querySelectorAll('[id^="{"][id*="choice"]')].map((node) => {
  const inputs = [...node.querySelectorAll("input")];
  const value = inputs.length ? inputs.filter((one) => one.checked).map((one) => one.value).join() : node.value;
  return [JSON.parse(node.id).key, value];
}))"""
BACK_TWICE = """() => {
  const from = location.href;
  history.back();
  const first = setInterval(() => {
    if (location.href === from) return;
    clearInterval(first);
    history.back();
  });
}"""
TWO_MOVES = """() => {
  for (const link of ["/?region=West", "/"]) {
    history.replaceState({}, "", link);
    dispatchEvent(new PopStateEvent("popstate"));
  }
}"""
FUNCTIONS = {
    "link": ("follow", "toggle", "carry"),
    "ui": ("page", "filters", "failure"),
    "twins": ("remember",),
}
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on two years of a few channels, one with a name that links write in more than one way."""
    folder = tmp_path_factory.mktemp("link")
    days = [
        f"{year}-{month:02}-{day:02}"
        for year, month, day in product((2023, 2024), range(1, 13), (1, 28, 31))
        if day < 29 or month in (1, 12)
    ]
    rows = [
        {
            "date": day,
            "channel": channel,
            "region": region,
            "campaign_id": channel,
            "spend": "0" if channel == "Direct" else "9",
        }
        for day, channel, region in product(days, CHANNELS, ("North", "West"))
    ]
    write(folder / "campaigns.csv", campaign(*rows))
    with serving(folder / "state", folder / "log", NOVAMART_DATA=str(folder / "campaigns.csv")) as running:
        yield running


@pytest.fixture
def visit(new_page: NewPage, site: Server) -> Open:
    """Opens a link of the site in a profile of its own."""

    def open_(query: str = "") -> Page:
        page = new_page()
        page.goto(f"{site.url}/{query}")
        page.wait_for_selector(".nm-kpi-value, .nm-empty")
        return idle(page)

    return open_


def controls(page: Page) -> dict[str, str]:
    found = page.evaluate(CONTROLS)
    return {key: value for key, value in found.items() if key not in ("from", "to") or found["period"] == "custom"}


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def pick(page: Page, pill: str, option: str) -> None:
    if not page.locator(f"details[open] summary[id*={pill}]").count():
        page.locator(f"summary[id*={pill}]").click()
    page.locator(".nm-drop[open]").get_by_label(option, exact=True).click()
    idle(page)


def sentence(page: Page) -> str:
    return page.locator("#sentence").inner_text()


CHANGES: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("channel=Email", lambda page: pick(page, "channel", "Email")),
    ("channel=Email&channel=Pay*%7E+%28x%29%21%27%C3%A9", lambda page: pick(page, "channel", ODD)),
    ("region=West", lambda page: pick(page, "region", "West")),
    ("period=2023", lambda page: pick(page, "period", "2023")),
    ("compare=none", lambda page: pick(page, "compare", "Nothing")),
    ("basis=paid", lambda page: pick(page, "basis", "Paid channels only")),
    ("grain=month", lambda page: page.get_by_text("Month", exact=True).click()),
    ("split=channel", lambda page: void(page.get_by_label("Split").select_option("channel"))),
    ("metric=cpa", lambda page: void(page.get_by_label("Metric").select_option("cpa"))),
    ("sort=name", lambda page: void(page.get_by_label("Sort").select_option("name"))),
)


def void(_: object) -> None:
    """Nothing: what a choice gives back is of no use."""


def test_every_change_is_one_request_and_a_link_that_opens_the_same_page_elsewhere(visit: Open, asked: Asked) -> None:
    page = visit()
    sent, steps = asked(page), [controls(page)]
    for pair, change in CHANGES:
        sent.clear()
        change(page)
        page.wait_for_function("part => location.search.includes(part)", arg=pair)
        idle(page)
        assert len(sent) == 1, pair
        steps.append(controls(page))
    link, said, shown = query(page), sentence(page), page.locator("main").inner_text()
    assert link == "&".join(sorted(link.split("&")))
    fresh = visit(f"?{link}")
    again = asked(fresh)
    fresh.wait_for_timeout(300)
    assert (controls(fresh), sentence(fresh), query(fresh), again) == (steps[-1], said, link, [])
    assert fresh.locator("main").inner_text() == shown
    for number in range(len(CHANGES) - 1, -1, -1):
        sent.clear()
        page.go_back()
        page.wait_for_timeout(50)
        idle(page)
        assert (controls(page), len(sent)) == (steps[number], 1), CHANGES[number][0]
    assert query(page) == ""
    for number in range(1, len(steps)):
        page.go_forward()
        page.wait_for_timeout(50)
        idle(page)
        assert controls(page) == steps[number]
    assert (sentence(page), page.locator("main").inner_text()) == (said, shown)


def test_going_back_twice_at_once_leaves_neither_a_mixture_nor_a_dead_page(visit: Open) -> None:
    page = visit()
    first = controls(page)
    pick(page, "channel", "Email")
    pick(page, "region", "West")
    page.keyboard.press("Escape")
    page.evaluate(BACK_TWICE)
    page.wait_for_url(re.compile(r"/$"))
    page.wait_for_timeout(300)
    assert controls(idle(page)) == first
    pick(page, "region", "North")
    page.wait_for_url("**/?region=North")
    expect(page.locator("#sentence")).to_contain_text("North")


def test_two_links_applied_at_once_end_at_the_second(visit: Open) -> None:
    page = visit("?channel=Email")
    page.evaluate(TWO_MOVES)
    page.wait_for_timeout(300)
    found = controls(idle(page))
    assert (found["channel"], found["region"], query(page)) == ("", "", "")
    expect(page.locator("#sentence")).to_contain_text("All channels, regions")
    pick(page, "region", "North")
    page.wait_for_url("**/?region=North")


@pytest.mark.parametrize("link", ["?channel=Pay*%7E+%28x%29%21%27%C3%A9", "?channel=Fax&grain=year", "?grain=week"])
def test_opening_a_link_is_two_requests_and_one_step_in_the_history(
    new_page: NewPage, site: Server, asked: Asked, link: str
) -> None:
    page = new_page()
    sent = asked(page)
    page.goto(f"{site.url}/{link}")
    page.wait_for_selector(".nm-kpi-value")
    page.wait_for_timeout(300)
    idle(page)
    assert len(sent) == 2
    assert page.evaluate("history.length") == 2
    assert query(page) == (link[1:] if "Pay" in link else "")


def test_dates_are_typed(visit: Open, asked: Asked) -> None:
    page = visit()
    sent = asked(page)
    pick(page, "period", "Other dates")
    page.wait_for_url("**/?from=2024-01-01&to=2024-12-31")
    start, end = page.get_by_label("From"), page.get_by_label("To", exact=True)
    assert (start.input_value(), end.input_value()) == ("2024-01-01", "2024-12-31")
    sent.clear()
    start.fill("2024-03-01")
    start.press("Enter")
    page.wait_for_url("**/?from=2024-03-01&to=2024-12-31")
    idle(page)
    end.fill("2024-02-01")
    end.press("Enter")
    idle(page)
    assert (query(page), len(sent)) == ("from=2024-03-01&to=2024-12-31", 1)
    end.fill("2024-04-15")
    end.press("Enter")
    page.wait_for_url("**/?from=2024-03-01&to=2024-04-15")
    idle(page)
    assert len(sent) == 2
    expect(page.locator("#sentence")).to_contain_text("1 Mar – 15 Apr 2024")
    assert controls(visit(f"?{query(page)}")) == controls(page)
    page.go_back()
    page.wait_for_url("**/?from=2024-03-01&to=2024-12-31")
    idle(page)
    assert end.input_value() == "2024-12-31"
    page.get_by_role("button", name="Clear Dates").click()
    page.wait_for_url(re.compile(r"/$"))
    expect(page.locator("#sentence")).to_contain_text("1 Jan – 31 Dec 2024")
    assert controls(idle(page))["period"] == "last-12-months"


def test_clear_and_reset_take_filters_back(visit: Open) -> None:
    page = visit("?basis=paid&channel=Email&grain=day&period=2023&region=West")
    for name, left in (
        ("Channel", "basis=paid&grain=day&period=2023&region=West"),
        ("Spend", "grain=day&period=2023&region=West"),
        ("Dates", "grain=day&region=West"),
    ):
        page.get_by_role("button", name=f"Clear {name}").click()
        page.wait_for_url(f"**/?{left}")
        idle(page)
    page.locator("#reset").click()
    page.wait_for_url(re.compile(r"/$"))
    expect(page.locator("#sentence")).to_contain_text("All channels, regions and campaign types")
    assert controls(idle(page)) == controls(visit())
    page.go_back()
    page.wait_for_url("**/?grain=day&region=West")
    expect(page.locator("#sentence")).to_contain_text("West")


def test_a_link_inside_the_page_sets_its_controls_and_back_undoes_it(visit: Open) -> None:
    page = visit("?from=1999-01-01&to=1999-02-01")
    before = controls(page)
    page.get_by_text("Reset the filters").click()
    page.wait_for_selector(".nm-kpi-value")
    assert (query(page), controls(idle(page))["period"]) == ("", "last-12-months")
    page.go_back()
    expect(page.locator("main")).to_contain_text("Nothing in this view")
    assert controls(idle(page)) == before


def test_an_insight_opens_the_view_that_shows_it(page: Page, server: Server, asked: Asked, new_page: NewPage) -> None:
    page.goto(server.url)
    page.wait_for_selector(".nm-insight a")
    sent = asked(idle(page))
    page.locator(".nm-insight a[href*='?']").first.click()
    page.wait_for_url("**/?*")
    page.wait_for_timeout(50)
    shown = controls(idle(page))
    assert len(sent) == 1
    fresh = new_page()
    fresh.goto(page.url)
    fresh.wait_for_selector(".nm-kpi-value")
    assert controls(idle(fresh)) == shown
    page.go_back()
    page.wait_for_url(re.compile(r"/$"))
    page.wait_for_timeout(50)
    assert controls(idle(page)) != shown


def test_what_was_ignored_of_a_link_does_not_come_back(visit: Open) -> None:
    page = visit("?channel=Fax&grain=year")
    assert (controls(page)["channel"], controls(page)["grain"]) == ("", "week")
    pick(page, "region", "West")
    page.wait_for_url("**/?region=West")
    page.go_back()
    page.wait_for_timeout(50)
    assert (controls(idle(page))["channel"], controls(page)["grain"]) == ("", "week")
    pick(page, "channel", "Email")
    page.wait_for_url("**/?channel=Email")


def test_the_theme_is_one_request_and_no_link(visit: Open, asked: Asked) -> None:
    page = visit("?channel=Email")
    sent = asked(page)
    paper = "document.querySelector('#trend-figure .js-plotly-plot')._fullLayout.paper_bgcolor"
    before = page.evaluate(paper)
    page.get_by_role("button", name="Switch theme").first.click()
    page.wait_for_function(f"before => {paper} !== before", arg=before)
    idle(page)
    assert (len(sent), query(page)) == (1, "channel=Email")


def test_a_filter_is_set_with_the_keyboard_alone(visit: Open) -> None:
    page = visit()
    for _ in range(40):
        page.keyboard.press("Tab")
        if "channel" in page.evaluate("document.activeElement.id"):
            break
    expect(page.locator("summary[id*=channel]")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("checkbox", name="Direct")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/?channel=Email")
    expect(page.get_by_role("checkbox", name="Email")).to_be_focused()
    idle(page)
    page.keyboard.press("Escape")
    expect(page.locator("summary[id*=channel]")).to_be_focused()
    expect(page.locator("details[open]")).to_have_count(0)


def test_every_function_that_callbacks_name_is_there(visit: Open) -> None:
    page = visit()
    assert (
        page.evaluate(
            "spaces => Object.entries(spaces).flatMap(([space, names]) => "
            "names.filter((name) => typeof dash_clientside[space]?.[name] !== 'function'))",
            FUNCTIONS,
        )
        == []
    )
