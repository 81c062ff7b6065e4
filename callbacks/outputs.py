"""Where a page's callback puts what most pages have."""

from collections.abc import Container, Iterable
from typing import Any

from dash import Output

from layouts.ui import chart_card
from layouts.ui.still import CONTENT


def page_outputs(name: str, charts: Iterable[str], local: Container[str] = ()) -> dict[str, Any]:
    """All of what the page `name` has: its answer, key figures, what stands out, its charts, some of them `local`."""
    return {**first_outputs(name, charts, local), **rest_outputs(name, (), ())}


def first_outputs(name: str, charts: Iterable[str], local: Container[str] = ()) -> dict[str, Any]:
    """What is seen first: the answer, the key figures, the first charts. Charts are hidden where no row is in view."""
    return {
        **{part: Output(f"{name}-{part}", CONTENT) for part in ("head", "cards")},
        "hidden": Output(f"{name}-charts", "hidden"),
        **chart_outputs(charts, local),
    }


def rest_outputs(name: str, charts: Iterable[str], local: Container[str] = ()) -> dict[str, Any]:
    """What stands below it: what stands out, and the other charts."""
    return {"insights": Output(f"{name}-insights", CONTENT), **chart_outputs(charts, local)}


def chart_outputs(charts: Iterable[str], local: Container[str] = ()) -> dict[str, Any]:
    """The charts of a section."""
    return {chart: chart_card.outputs(chart, local=chart in local) for chart in charts}
