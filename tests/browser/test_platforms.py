"""The pages of the ad platforms in a browser: how filters travel between pages, and clicks in their charts."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.conftest import Visit
from tests.browsing import idle, listening
from tests.conftest import PHONE

ANSWER = "#{}-cards .nm-kpi-value"


def link(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def sentence(page: Page) -> str:
    return page.locator("#sentence").inner_text()


def go(page: Page, name: str, to: str) -> None:
    page.locator("nav").first.get_by_text(name).click()
    page.wait_for_selector(ANSWER.format(to))
    idle(page)


def test_filters_travel_and_come_back(visit: Visit) -> None:
    page = visit("/?channel=Email&region=West&grain=day")
    go(page, "CMO dashboard", "cmo")
    assert link(page) == {"channel": ["Email"], "region": ["West"]}
    assert "region West" in sentence(page)
    assert "Not applied on this page: channel Email." in sentence(page)
    go(page, "CFO dashboard", "cfo")
    assert link(page) == {"channel": ["Email"], "region": ["West"]}
    page.go_back()
    page.wait_for_selector(ANSWER.format("cmo"))
    page.go_back()
    page.wait_for_selector(ANSWER.format("overview"))
    assert link(idle(page)) == {"channel": ["Email"], "region": ["West"], "grain": ["day"]}
    assert "channel Email, region West" in sentence(page)


def test_a_value_of_another_page_stays_beside_those_chosen_here(visit: Visit) -> None:
    page = visit("/cmo?channel=Email")
    page.locator("summary[id*=channel]").click()
    page.get_by_label("Meta", exact=True).click()
    expect(page.locator("#sentence")).to_contain_text("platform Meta")
    assert link(idle(page)) == {"channel": ["Email", "Meta"]}
    assert "Not applied on this page: channel Email." in sentence(page)


def test_a_click_on_a_bar_filters_by_what_it_is_broken_down_by(visit: Visit) -> None:
    page = visit("/cfo?by=device")
    bar = page.locator("#cfo-ranking-figure .nsewdrag").first
    bar.click(position={"x": 40, "y": 18})
    expect(page.locator("#sentence")).to_contain_text("device ")
    assert list(link(idle(page))) == ["by", "device"]
    bar.click(position={"x": 40, "y": 18})
    expect(page.locator("#sentence")).to_contain_text("devices")
    assert list(link(idle(page))) == ["by"]


def test_a_change_concerns_no_other_page_s_callbacks(visit: Visit, page: Page) -> None:
    said: list[ConsoleMessage] = []
    with listening(page, "console", lambda message: said.append(message)):
        visit("/cfo").get_by_text("Month", exact=True).click()
        page.wait_for_url("**/cfo?grain=month")
        idle(page)
    assert [message.text for message in said if message.type == "error"] == []


def test_the_table_is_written_as_a_file(visit: Visit) -> None:
    page = visit("/cmo")
    with page.expect_download() as saved:
        page.get_by_text("Download CSV", exact=True).locator("visible=true").click()
    lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Region,Impressions,Daily reach per row")
    assert lines[-1].startswith("Total,")


def test_the_table_is_sorted_and_paged_by_its_links(visit: Visit) -> None:
    page = visit("/cfo?by=campaign")
    names = page.locator("#cfo-table-rows tbody .nm-name")
    page.locator("#cfo-table-rows thead").get_by_role("link", name="Campaign").click()
    expect(page.locator("#cfo-table-rows th[aria-sort]")).to_contain_text("Campaign")
    first = names.all_inner_texts()
    assert (len(first), first) == (10, sorted(first, key=str.casefold))
    page.locator("#cfo-table-rows").get_by_role("link", name="Next").click()
    expect(names.first).not_to_have_text(first[0])
    assert link(idle(page)) == {"by": ["campaign"], "order": ["ascending"], "page": ["2"], "sort": ["member"]}
    page.go_back()
    expect(names.first).to_have_text(first[0])


def test_the_tab_of_its_group_is_marked_for_a_page_without_one(visit: Visit) -> None:
    for path, state in (("/cmo", "page"), ("/cfo", "true")):
        marked = visit(path, PHONE).locator(".nm-tab[aria-current]")
        expect(marked).to_have_text("Platforms")
        expect(marked).to_have_attribute("aria-current", state)
    for path, words in (("/", "Overview"), ("/customers", "More"), ("/attribution", "Attribution")):
        expect(visit(path, PHONE).locator(".nm-tab[aria-current]")).to_have_text(words)


def test_the_sorted_column_is_seen_beside_the_names_on_a_phone(visit: Visit) -> None:
    page = visit("/cmo", PHONE)
    box = page.locator("#cmo-table-rows .nm-table-scroll")
    column, name = box.locator("thead .nm-sorted"), box.locator("thead th").first
    expect(column).to_contain_text("CTR")
    left, right = name.bounding_box(), column.bounding_box()
    assert left
    assert right
    assert right["x"] == pytest.approx(left["x"] + left["width"], abs=1)


def test_the_bars_of_a_few_members_leave_no_room_below_them(visit: Visit) -> None:
    few, many = (high(idle(visit(f"/cfo?by={by}"))) for by in ("device", "campaign"))
    assert few == 3 * 56
    assert many == 300


def high(page: Page) -> float:
    return float(page.locator("#cfo-ranking-figure").evaluate("figure => figure.getBoundingClientRect().height"))
