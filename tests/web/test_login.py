from html.parser import HTMLParser

from web.login import page


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def one(self, tag: str, **attributes: str) -> dict[str, str | None]:
        return next(found for name, found in self.found if name == tag and attributes.items() <= found.items())


def test_it_loads_nothing_else() -> None:
    text = page("NovaMart", "/login?next=/")
    assert {"script", "img"}.isdisjoint(tag for tag, _ in Elements(text).found)
    assert "url(" not in text
    assert Elements(text).one("link")["href"] == "data:,"


def test_a_reader_hears_the_label_and_what_went_wrong() -> None:
    elements = Elements(page("NovaMart", "/login", notice="That is not the password."))
    field = elements.one("input", type="password")
    assert elements.one("label")["for"] == field["id"]
    assert field["aria-describedby"] == elements.one("p")["id"]
    assert elements.one("p")["role"] == "alert"
    assert elements.one("html")["lang"] == "en"
    assert "aria-describedby" not in Elements(page("NovaMart", "/login")).one("input", type="password")


def test_what_it_is_given_is_text_and_never_markup() -> None:
    text = page('<b>"', '/login?next="><b>', notice="<b>")
    assert "<b>" not in text
    assert Elements(text).one("form")["action"] == '/login?next="><b>'


def test_it_takes_the_colours_of_the_product() -> None:
    assert "<style>:root{--nm-ink:#000}" in page("NovaMart", "/login", variables=":root{--nm-ink:#000}")
