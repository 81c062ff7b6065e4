import base64
import csv
import io
import json
import struct
from pathlib import Path

import pandas as pd
import plotly
import pytest
from playwright.sync_api import Download, Page

from layouts.figures.bars import ranking
from layouts.figures.rows import Bar
from layouts.ui.style_sheet import style_sheet
from layouts.ui.theme import Theme, tokens

ASSETS = Path(__file__).parents[2] / "assets"
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
CARD = """
<div class="nm-chart">
  <div id="sales-head"><h2>Email earns 40 % of revenue</h2><p>Revenue by channel</p>
    <div class="nm-keys"><span class="nm-key"><span class="nm-swatch nm-swatch-tick"></span>2023</span></div></div>
  <details class="nm-menu"><summary>More</summary>
    <button data-action="table" data-chart="sales"><i></i><span>Show as table</span></button>
    <button data-action="csv" data-chart="sales">CSV</button>
    <button data-action="png" data-chart="sales">PNG</button></details>
  <div class="nm-plot" style="height:288px">
    <div id="sales-figure" style="height:100%"><div class="js-plotly-plot" id="plot"></div></div></div>
  <div id="sales-table" class="nm-chart-table" hidden></div><div id="sales-note">One note.</div>
</div><div id="toasts"></div>
"""
TWIN = {
    "file": "novamart-revenue-by-channel-2024-01-01-2024-12-31",
    "columns": [
        {"name": "Channel", "kind": "text", "unit": ""},
        {"name": "Week starting", "kind": "date", "unit": ""},
        {"name": "Revenue", "kind": "currency", "unit": "INR"},
        {"name": "Clicks", "kind": "count", "unit": ""},
        {"name": "CTR", "kind": "percent", "unit": "%"},
        {"name": "ROAS", "kind": "x", "unit": "x"},
    ],
    "rows": [
        ['=HYPERLINK("http://x")', "2024-01-01", 1234567.5, 857123, 0.0543, 35.08],
        ["Café, <b>Ü</b>", "2024-09-30", -42, 3, 0.07, None],
    ],
    "about": ["All channels, 1 Jan – 31 Dec 2024", "NovaMart, data version 7"],
}


@pytest.fixture
def card(page: Page) -> Page:
    page.set_content(f"<style>{style_sheet()}</style>{CARD}")
    page.add_style_tag(path=ASSETS / "55-table.css")
    for script in ("cells", "export", "picture"):
        page.add_script_tag(path=ASSETS / f"{script}.js")
    remember(page, TWIN)
    return page


def remember(page: Page, twin: object) -> None:
    page.evaluate(
        """twin => {
          window.dash_clientside.callback_context = { inputs_list: [{ id: "sales-twin" }] };
          window.dash_clientside.twins.remember(twin);
        }""",
        twin,
    )


def press(page: Page, action: str) -> None:
    page.locator(f"[data-action={action}]").first.dispatch_event("click")


def saved(page: Page, action: str) -> tuple[Download, bytes]:
    with page.expect_download() as waiting:
        press(page, action)
    return waiting.value, Path(waiting.value.path()).read_bytes()


def cells(page: Page) -> list[list[str]]:
    rows = page.locator("#sales-table tr").all()
    return [[text.replace("\u00a0", " ") for text in row.locator("th, td").all_inner_texts()] for row in rows]


def test_columns_of_many_rows_are_read_like_rows(card: Page) -> None:
    many = {**TWIN, "cells": [{"names": ["Email"], "codes": [0, -1]}, ["2024-01-01", None], *[[1, None]] * 4]}
    del many["rows"]
    remember(card, many)
    press(card, "table")
    assert cells(card)[1:] == [["Email", "1 Jan 2024", "₹1.00", "1", "100.0 %", "1.0×"], ["n/a"] * 6]


def test_scores_and_days_are_written_with_their_decimals(card: Page) -> None:
    columns = [
        {"name": "Rating", "kind": "score", "unit": "of 5"},
        {"name": "Delivery", "kind": "days", "unit": "days"},
    ]
    remember(card, {**TWIN, "columns": columns, "rows": [[4.1, 3.14]]})
    press(card, "table")
    assert cells(card)[1:] == [["4.10", "3.1 days"]]


def test_csv_carries_plain_numbers_with_the_unit_in_the_heading_and_the_view_in_each_row(card: Page) -> None:
    download, content = saved(card, "csv")
    text = content.decode("utf-8-sig")
    head, first, second = csv.reader(io.StringIO(text, newline=""))
    about = "All channels, 1 Jan – 31 Dec 2024; NovaMart, data version 7"
    assert download.suggested_filename == "novamart-revenue-by-channel-2024-01-01-2024-12-31.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert text.count("\r\n") == 3
    assert head == ["Channel", "Week starting", "Revenue (INR)", "Clicks", "CTR (%)", "ROAS (x)", "View"]
    assert first == ['\'=HYPERLINK("http://x")', "2024-01-01", "1234567.5", "857123", "5.43", "35.08", about]
    assert second == ["Café, <b>Ü</b>", "2024-09-30", "-42", "3", "7", "", about]


def test_pandas_reads_the_csv_as_it_is(card: Page) -> None:
    frame = pd.read_csv(io.BytesIO(saved(card, "csv")[1]))
    assert len(frame) == 2
    assert frame["Revenue (INR)"].sum() == 1234525.5
    assert frame["ROAS (x)"].isna().tolist() == [False, True]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_quoted(card: Page, text: str) -> None:
    remember(card, {**TWIN, "columns": [{"name": text, "kind": "text", "unit": ""}], "rows": [[text]], "about": [text]})
    head, row = csv.reader(io.StringIO(saved(card, "csv")[1].decode("utf-8-sig"), newline=""))
    assert (head[0], row) == (f"'{text}", [f"'{text}", f"'{text}"])


def test_a_file_without_rows_still_says_its_view(card: Page) -> None:
    remember(card, {**TWIN, "rows": []})
    _, row = csv.reader(io.StringIO(saved(card, "csv")[1].decode("utf-8-sig"), newline=""))
    assert row == ["", "", "", "", "", "", "All channels, 1 Jan – 31 Dec 2024; NovaMart, data version 7"]


def test_the_table_shows_the_figures_as_read_and_takes_the_focus(card: Page) -> None:
    press(card, "table")
    assert cells(card) == [
        ["Channel", "Week starting", "Revenue", "Clicks", "CTR", "ROAS"],
        ['=HYPERLINK("http://x")', "1 Jan 2024", "₹12,34,567.50", "8,57,123", "5.4 %", "35.1×"],
        ["Café, <b>Ü</b>", "30 Sep 2024", "−₹42.00", "3", "7.0 %", "n/a"],
    ]
    assert card.locator("#sales-table caption").text_content() == "Email earns 40 % of revenue"
    assert card.locator("#sales-table :focus").get_attribute("aria-label") == "Email earns 40 % of revenue, as a table"
    assert card.locator("tbody th[scope=row]").count() == 2
    assert card.locator("td.nm-number").first.evaluate("cell => getComputedStyle(cell).textAlign") == "right"
    assert card.locator("summary + button span").text_content() == "Show as chart"


def test_the_table_follows_new_figures_and_gives_way_to_the_chart_again(card: Page) -> None:
    press(card, "table")
    remember(card, {**TWIN, "rows": TWIN["rows"][:1]})
    assert len(cells(card)) == 2
    card.locator(".nm-twin-back").click()
    assert card.locator("#sales-table").is_hidden()
    assert card.locator("summary:focus").count() == 1
    assert card.locator("summary + button span").text_content() == "Show as table"


def test_figures_of_another_currency_are_grouped_its_way(card: Page) -> None:
    columns = [{"name": "Spend", "kind": "currency", "unit": "USD"}, {"name": "Clicks", "kind": "count", "unit": ""}]
    remember(card, {**TWIN, "columns": columns, "rows": [[1234567.5, 857123]]})
    press(card, "table")
    assert cells(card)[1] == ["$1,234,567.50", "857,123"]


def test_a_chart_without_figures_says_so(card: Page) -> None:
    card.evaluate("window.nm = { toast: text => { document.getElementById('toasts').textContent = text } }")
    remember(card, None)
    press(card, "csv")
    assert card.locator("#toasts").text_content() == "There are no figures to show yet"


def test_copying_the_link_is_left_to_the_page_s_own_button(card: Page) -> None:
    card.evaluate("""() => {
      const add = (data) => Object.assign(document.body.appendChild(document.createElement("button")).dataset, data);
      add({ action: "copy-link" });
      add({ action: "link", chart: "sales" });
      document.querySelector("[data-action=copy-link]").onclick = () => { document.title = "copied"; };
    }""")
    press(card, "link")
    assert card.title() == "copied"


def test_the_picture_is_1200_wide_at_twice_the_sharpness_in_the_theme_s_colours(card: Page) -> None:
    card.add_script_tag(path=PLOTLY)
    rows = [Bar("Email", 4.0, "#0AA080", "4", 2.0), Bar("Direct", 1.0, "#686B72", "1")]
    for theme in Theme:
        card.evaluate("theme => { document.documentElement.dataset.bsTheme = theme; }", theme.value)
        figure = json.loads(ranking(rows, colours=tokens(theme)).to_json())
        card.evaluate("figure => Plotly.newPlot('plot', figure.data, figure.layout)", figure)
        download, content = saved(card, "png")
        width, height = struct.unpack(">II", content[16:24])
        corner, *title = colours_at(card, content, [(5, 5), *((x, 100) for x in range(80, 400))])
        assert download.suggested_filename == "novamart-revenue-by-channel-2024-01-01-2024-12-31.png"
        assert width == 2400
        assert height > 2 * 72 * 1.6
        assert corner == tokens(theme).surface
        assert tokens(theme).ink in title


def colours_at(page: Page, content: bytes, places: list[tuple[int, int]]) -> list[str]:
    found = page.evaluate(PIXELS, [base64.b64encode(content).decode(), places])
    return [str(colour) for colour in found]


PIXELS = """async ([content, places]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${content}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const hex = (value) => value.toString(16).padStart(2, "0").toUpperCase();
  return places.map(([x, y]) => "#" + [...pen.getImageData(x, y, 1, 1).data].slice(0, 3).map(hex).join(""));
}"""
