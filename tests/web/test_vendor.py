"""The plotly.js that pages load: which it is, what it may do, and that a browser draws with it and no other."""

import json
import re
from pathlib import Path

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page
from plotly.basedatatypes import BaseTraceType
from plotly.offline import get_plotlyjs_version

from tests.browsing import idle
from tests.serving import Server
from tools.plotly import BUNDLE, ESBUILD, LICENCES, LOCK, TRACES

LAYOUTS = Path(__file__).parents[2] / "layouts"
TREE = {"labels": ["All", "Email", "Search"], "parents": ["", "All", "All"], "values": [0, 3, 5]}
POINTS = {"x": [1, 2, 3], "y": [2, 1, 4]}
FIGURES = {
    "bar": POINTS,
    "box": POINTS,
    "heatmap": {"z": [[1, 2], [3, 4]]},
    "histogram": {"x": [1, 1, 2, 5]},
    "pie": {"labels": ["Email", "Search"], "values": [3, 5]},
    "sankey": {"node": {"label": ["Visit", "Lead"]}, "link": {"source": [0], "target": [1], "value": [4]}},
    "scatter": POINTS,
    "sunburst": TREE,
    "treemap": TREE,
    "violin": {"y": [1, 2, 2, 3]},
}
MARKS = {
    "bar": ".bars .point path",
    "box": "path.box",
    "heatmap": ".hm image",
    "histogram": ".bars .point path",
    "pie": ".slice path.surface",
    "sankey": ".sankey-link",
    "scatter": ".scatterlayer path.js-line",
    "sunburst": ".slice path.surface",
    "treemap": ".slice path.surface",
    "violin": "path.violin",
}
DRAW = """async ([type, trace]) => {
  const place = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(place, [{ type, ...trace }], { width: 400, height: 300 }, { displayModeBar: true });
  place.id = "drawn";
  return place._fullData[0].type;
}"""


@pytest.fixture
def opened(page: Page, server: Server) -> Page:
    """The overview, at rest, in a page that notes breaches of the policy and uncaught errors."""
    page.goto(server.url)
    return idle(page)


def packages() -> dict[str, dict[str, str]]:
    locked: dict[str, dict[str, str]] = json.loads(LOCK.read_text())["packages"]
    return locked


def test_it_is_of_the_version_that_draws_the_figures() -> None:
    head = BUNDLE.read_text(encoding="utf-8")[:500]
    assert re.findall(r"plotly\.js ([\d.]+) with", head) == [get_plotlyjs_version()]
    assert packages()["node_modules/plotly.js"]["version"] == get_plotlyjs_version()
    assert packages()["node_modules/esbuild"]["version"] == ESBUILD


def test_its_head_names_its_traces_and_its_licence() -> None:
    head = BUNDLE.read_text(encoding="utf-8")[:500]
    assert f"traces only: {', '.join(TRACES)}." in head
    assert "Licensed under the MIT license" in head
    assert LICENCES.name in head


def test_every_package_in_it_is_named_with_its_licence() -> None:
    told = LICENCES.read_text()
    heads = re.findall(r"^=+\n(\S+) (\S+), ([^,\n]+).*\n=+$", told, re.MULTILINE)
    locked = {(name.rpartition("node_modules/")[2], about.get("version")) for name, about in packages().items()}
    assert {(name, version) for name, version, _ in heads} <= locked
    assert {name for name, _, _ in heads} >= {"plotly.js", "@plotly/d3", "@plotly/d3-sankey", "d3-hierarchy", "culori"}
    assert {terms for _, _, terms in heads} == {"MIT", "BSD-3-Clause", "ISC", "Zlib"}
    assert told.count("Permission is hereby granted") >= 1


def test_it_needs_no_eval() -> None:
    assert re.findall(r"\beval\(|\bnew Function\b|[^.\w]Function\(\"", BUNDLE.read_text(encoding="utf-8")) == []


def test_every_trace_that_a_figure_uses_is_in_it() -> None:
    named = {name for path in LAYOUTS.rglob("*.py") for name in re.findall(r"\bgo\.([A-Z]\w*)", path.read_text())}
    used = {name.lower() for name in named if issubclass(getattr(go, name), BaseTraceType)}
    assert used >= {"bar", "scatter"}
    assert used - set(TRACES) == set()


def test_a_page_loads_it_and_never_the_one_that_dash_brings(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    idle(page)
    assert [url.partition("?")[0] for url in asked if "plotly" in url.lower() and "async-graph" not in url] == [
        f"{server.url}/assets/vendor/{BUNDLE.name}"
    ]
    assert page.evaluate("Plotly.version") == get_plotlyjs_version()


def test_it_registers_these_traces_and_no_others(opened: Page) -> None:
    assert opened.evaluate("Object.keys(Plotly.PlotSchema.get().traces).sort()") == sorted(TRACES)


@pytest.mark.parametrize("trace", TRACES)
def test_it_draws_each_trace_without_a_word_in_the_console(opened: Page, trace: str) -> None:
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    assert opened.evaluate(DRAW, [trace, FIGURES[trace]]) == trace
    assert opened.locator(f"#drawn {MARKS[trace]}").count() > 0
    assert told == []


def test_no_figure_offers_to_upload_itself(opened: Page) -> None:
    opened.evaluate(DRAW, ["bar", FIGURES["bar"]])
    titles = opened.locator("#drawn .modebar-btn").evaluate_all("all => all.map(one => one.dataset.title)")
    assert "Reset axes" in titles
    assert [title for title in titles if "Share" in title] == []
