"""Where a page's callback puts what most pages have."""

from collections.abc import Container, Iterable
from typing import Any

from dash import Output

from layouts.ui import chart_card
from layouts.ui.still import CONTENT


def page_outputs(name: str, charts: Iterable[str], local: Container[str] = ()) -> dict[str, Any]:
    """The answer, the key figures, what stands out and the charts of the page `name`, of which some are `local`.

    All its charts are hidden where no row is in view.
    """
    return {
        **{part: Output(f"{name}-{part}", CONTENT) for part in ("head", "cards", "insights")},
        "hidden": Output(f"{name}-charts", "hidden"),
        **{chart: chart_card.outputs(chart, local=chart in local) for chart in charts},
    }
