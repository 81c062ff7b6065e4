import re
from pathlib import Path

from plotly.offline import get_plotlyjs_version

VENDOR = Path(__file__).parents[2] / "assets" / "vendor"


def test_the_smaller_plotly_is_of_the_version_that_draws_the_figures() -> None:
    head = (VENDOR / "plotly-cartesian.min.js").read_text(encoding="utf-8")[:500]
    assert re.findall(r"\(cartesian - minified\) v([\d.]+)", head) == [get_plotlyjs_version()]
    assert "Licensed under the MIT license" in head
    assert "Permission is hereby granted" in (VENDOR / "plotly-cartesian.LICENSE.txt").read_text()
