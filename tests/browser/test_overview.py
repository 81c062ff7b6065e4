"""The Executive overview in a real Chromium, its figures against plain pandas."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import pytest
from playwright.sync_api import Browser, Download, Page, expect

from tests.browser.conftest import Visit
from tests.browsing import idle
from tests.conftest import Asked, NewPage
from tests.serving import Server, serving

ISO = Path("../shared/real/novamart/iso")
KPIS = ".nm-kpi-value"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on the real files, where they are."""
    if not ISO.exists():
        pytest.skip("no real files here")
    folder = tmp_path_factory.mktemp("real")
    with serving(folder / "state", folder / "log", NOVAMART_DATA=str(ISO)) as running:
        yield running


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    if not ISO.exists():
        pytest.skip("no real files here")
    return pd.read_csv(ISO / "campaign_performance.csv", parse_dates=["date"])


def opened(page: Page, server: Server, path: str) -> Page:
    page.goto(server.url + path)
    page.wait_for_selector(KPIS)
    return idle(page)


def kpis(page: Page) -> list[str]:
    return [text.replace("\u00a0", " ") for text in page.locator(KPIS).all_inner_texts()]


def choose(page: Page, pill: str, option: str) -> None:
    page.locator(f"summary[id*={pill}]").click()
    page.locator(".nm-drop[open]").get_by_label(option, exact=True).click()
    idle(page)
    page.keyboard.press("Escape")


def test_all_dates_show_the_figures_of_the_file(page: Page, real: Server) -> None:
    opened(page, real, "/?period=all")
    assert kpis(page) == ["₹415.18 Cr", "₹13.37 Cr", "31.1 ×", "16.62 L", "₹80.43", "5,000"]
    expect(page.locator("h1")).to_contain_text("₹31.05 of revenue for every ₹1 of ad spend")


def test_paid_only_leaves_organic_channels_out(page: Page, real: Server, rows: pd.DataFrame) -> None:
    opened(page, real, "/?basis=paid&period=all")
    spend = rows.groupby("channel")["spend"].sum()
    paid = rows[rows["channel"].isin(spend.index[spend > 0])]
    roas, cpa = paid["revenue"].sum() / paid["spend"].sum(), paid["spend"].sum() / paid["conversions"].sum()
    assert (round(roas, 2), round(cpa, 2)) == (28.31, 88.03)
    assert (kpis(page)[2], kpis(page)[4]) == ("28.3 ×", "₹88.03")
    expect(page.locator("#sentence")).to_contain_text("Direct and Organic Search left out")
    expect(page.locator(".nm-kpis")).to_contain_text("ROAS, paid")


def test_a_year_is_compared_with_the_one_before(page: Page, real: Server, rows: pd.DataFrame) -> None:
    opened(page, real, "/")
    year = rows.groupby(rows["date"].dt.year)["revenue"].sum()
    assert f"₹{year[2024] / 1e7:.2f} Cr" == kpis(page)[0]
    change = page.locator(".nm-kpi-change").first.inner_text().replace("\u00a0", " ")
    assert f"{(year[2024] / year[2023] - 1) * 100:.1f} %" in change
    assert f"from ₹{year[2023] / 1e7:.2f} Cr" in change


def test_a_filter_is_one_request_and_a_link(page: Page, asked: Asked, real: Server, rows: pd.DataFrame) -> None:
    opened(page, real, "/?period=all")
    sent = asked(page)
    choose(page, "channel", "Email")
    page.wait_for_url("**/?channel=Email&period=all")
    email = rows.loc[rows["channel"] == "Email", "revenue"].sum()
    expect(page.locator(KPIS).first).to_contain_text(f"₹{email / 1e7:.2f}")
    idle(page)
    assert len(sent) == 1


def test_back_and_forward_restore_controls_figures_and_charts(page: Page, real: Server) -> None:
    opened(page, real, "/?period=all")
    before = kpis(page)
    choose(page, "channel", "Email")
    expect(page.locator(KPIS).first).not_to_contain_text("415.18")
    idle(page)
    after = kpis(page)
    page.go_back()
    expect(page.locator(KPIS).first).to_contain_text("415.18")
    idle(page)
    assert kpis(page) == before
    assert not page.locator('input[type=checkbox][value="Email"]').is_checked()
    page.go_forward()
    expect(page.locator(KPIS).first).not_to_contain_text("415.18")
    idle(page)
    assert kpis(page) == after
    assert page.url.endswith("/?channel=Email&period=all")


def test_a_link_opens_the_same_view_elsewhere(browser: Browser, new_page: NewPage, real: Server) -> None:
    first = opened(new_page(), real, "/?period=2023")
    choose(first, "region", "West")
    expect(first.locator("#sentence")).to_contain_text("West")
    idle(first)
    second = opened(new_page(), real, first.url.removeprefix(real.url))
    assert kpis(second) == kpis(first)
    assert second.locator("h1").inner_text() == first.locator("h1").inner_text()


def test_a_click_on_a_bar_filters_and_a_second_undoes_it(page: Page, real: Server) -> None:
    opened(page, real, "/")
    bar = page.locator("#ranking-figure .bars .point path").first
    bar.click(force=True)
    page.wait_for_url("**/?channel=*")
    idle(page)
    assert page.locator("#sentence").inner_text().count("channel") == 1
    page.locator("#ranking-figure .bars .point path").first.click(force=True)
    page.wait_for_url(re.compile(r"/$"))


def test_reset_takes_everything_back(page: Page, real: Server) -> None:
    opened(page, real, "/?channel=Email&grain=month&region=South")
    page.locator("#reset").click()
    page.wait_for_url(re.compile(r"/$"))
    expect(page.locator("h1")).to_contain_text("₹35.08")
    idle(page)
    assert page.locator("input[name*=grain][value=week], input[value=week]").first.is_checked()


@pytest.mark.parametrize("value", ["' OR 1=1;--", "<script>alert(1)</script>", "Emial"])
def test_an_unknown_value_is_ignored_with_a_notice(visit: Visit, value: str) -> None:
    page = visit(f"/?{urlencode({'channel': value, 'nonsense': value})}")
    notices = page.locator(".nm-notice")
    expect(notices.filter(has_text="channel=")).to_contain_text("ignored")
    expect(notices.filter(has_text="nonsense")).to_contain_text("is not known")
    assert len(kpis(page)) == 6


def test_a_view_without_rows_says_so(visit: Visit) -> None:
    page = visit("/?from=1999-01-01&to=1999-02-01")
    expect(page.locator("main")).to_contain_text("Nothing in this view")
    page.get_by_text("Reset the filters").click()
    page.wait_for_selector(KPIS)


def test_an_unknown_path_is_a_page_with_status_404(page: Page, server: Server) -> None:
    answer = page.goto(f"{server.url}/nothing/here")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_contain_text("no such page")


def test_the_theme_survives_a_reload(page: Page, server: Server) -> None:
    opened(page, server, "/")
    page.locator(".nm-filter-bar [data-action=theme]").click()
    idle(page)
    page.reload(wait_until="commit")
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    page.wait_for_selector(KPIS)
    idle(page)
    colour = page.evaluate(
        "document.getElementById('trend-figure').querySelector('.js-plotly-plot').layout.template.layout.paper_bgcolor"
    )
    assert colour == "#14181F"


def test_the_csv_holds_the_figures_filters_and_dates(page: Page, real: Server, rows: pd.DataFrame) -> None:
    opened(page, real, "/?region=West")
    download = saved(page, "ranking", "csv")
    file = pd.read_csv(download.path(), index_col="Channel")
    west = rows[(rows["region"] == "West") & (rows["date"].dt.year == 2024)]
    expected = west.groupby("channel")["revenue"].sum()
    assert file.loc[expected.index, "Revenue 2024 (INR)"].to_dict() == pytest.approx(expected.to_dict(), abs=0.005)
    assert "region West, 1 Jan – 31 Dec 2024" in file["View"].iloc[0]
    assert "2024-01-01-2024-12-31" in download.suggested_filename


def test_the_png_is_a_picture(page: Page, real: Server) -> None:
    opened(page, real, "/")
    download = saved(page, "trend", "png")
    assert Path(download.path()).read_bytes().startswith(b"\x89PNG")
    assert download.suggested_filename.endswith(".png")


def test_the_table_shows_the_same_figures(page: Page, real: Server) -> None:
    opened(page, real, "/?grain=month")
    act(page, "trend", "table")
    table = page.locator("#trend-table table")
    expect(table).to_be_visible()
    assert table.locator("tbody tr").count() == 12


def act(page: Page, chart: str, action: str) -> None:
    page.locator(f"#{chart}-head").locator("xpath=..").locator(".nm-menu summary").click()
    page.locator(f'[data-chart="{chart}"][data-action="{action}"]').click()


def saved(page: Page, chart: str, action: str) -> Download:
    with page.expect_download() as expected:
        act(page, chart, action)
    return expected.value
