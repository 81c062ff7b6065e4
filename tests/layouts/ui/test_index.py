import re

from dash import Dash, html

from layouts.ui.index import index_string


def served(brand: str = "NovaMart", accent: str | None = None) -> str:
    app = Dash("served", index_string=index_string(brand=brand, accent=accent))
    app.layout = html.Div()
    return str(app.server.test_client().get("/").text)


def test_dash_accepts_the_document_and_fills_it() -> None:
    page = served()
    assert '<html lang="en">' in page
    assert "{%" not in page
    assert "width=device-width" in page


def test_the_theme_is_set_before_anything_is_painted() -> None:
    page = served()
    assert page.index("boot.js") < page.index("<style>") < page.index("react-entry-point")


def test_its_own_scripts_stand_in_files() -> None:
    document = index_string(brand="NovaMart", accent=None)
    scripts = [(' src="/assets/boot.js"', ""), (' src="/assets/vendor/plotly-novamart.min.js"', "")]
    assert re.findall(r"<script(.*?)>(.*?)</script>", document) == scripts


def test_the_brand_is_written_as_words() -> None:
    assert 'content="A&amp;B &quot;&lt;x&gt;"' in served('A&B "<x>')


def test_the_accent_chosen_is_in_the_style() -> None:
    assert "--nm-accent:#7A1FA2" in served(accent="#7A1FA2")
