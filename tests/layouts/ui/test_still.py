import json

import pytest
from dash import dcc, html
from plotly.io.json import to_json_plotly

from layouts.ui.attributes import attributes
from layouts.ui.still import Still


def test_it_is_sent_as_what_the_script_draws() -> None:
    still = Still([html.B("5"), dcc.Link("Go", href="/")], id="a", tag="p", **attributes(aria_live="polite"))
    sent = json.loads(to_json_plotly(still))
    assert (sent["namespace"], sent["type"]) == ("novamart", "Still")
    assert set(sent["props"]) == {"content", "id", "tag", "aria-live"}
    assert [part["type"] for part in sent["props"]["content"]] == ["B", "Link"]


def test_it_takes_nothing_that_the_script_would_not_draw() -> None:
    with pytest.raises(TypeError, match="onclick"):
        Still("words", onclick="alert()")
