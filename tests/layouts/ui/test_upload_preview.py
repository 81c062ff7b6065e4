from dash import html

from layouts.ui.upload_preview import SHOWN, Understood, preview
from tests.layouts.ui.parts import attribute, having, parts, text

FILE = Understood(
    "shop.csv",
    "Read as Google Ads report",
    facts=[("Days", "1–3 Jan 2024")],
    totals=[("Clicks", "1,234"), ("Revenue", None)],
    decisions=["dates: year first"],
)


def drawn(*files: Understood, publishable: bool = True) -> list[object]:
    return list(preview(files, "Ready to publish", [], ["Taken out: a.csv."], publishable=publishable))


def publish_button(shown: list[object]) -> html.Button:
    buttons = (part for part in parts(shown) if isinstance(part, html.Button))
    return next(button for button in buttons if attribute(button, "data-upload") == "publish")


def test_a_file_shows_its_facts_its_totals_and_how_it_was_read() -> None:
    words = text(drawn(FILE))
    for part in (
        "Ready to publish",
        "Taken out: a.csv.",
        "shop.csv",
        "Days1–3 Jan 2024",
        "Clicks1,234",
        "dates: year first",
    ):
        assert part in words
    assert "What is wrong in it" not in words


def test_what_is_not_reported_says_so_and_is_no_figure() -> None:
    (absent,) = having(drawn(FILE), "nm-absent")
    assert text(absent) == "not reported"


def test_only_what_may_be_published_has_a_button_that_works() -> None:
    assert attribute(publish_button(drawn(FILE)), "aria-disabled") == "false"
    assert attribute(publish_button(drawn(FILE, publishable=False)), "aria-disabled") == "true"


def test_of_many_problems_some_are_shown_and_all_their_rows_can_be_had() -> None:
    many = [f"line {number}" for number in range(SHOWN + 5)]
    shown = drawn(Understood("a.csv", "", problems=many, rejected="/uploads/rejected?name=a"))
    assert text(shown).count("line ") == SHOWN
    assert "and 5 more" in text(shown)
    assert "/uploads/rejected?name=a" in [attribute(part, "href") for part in parts(shown) if isinstance(part, html.A)]
    assert "more" not in text(drawn(Understood("a.csv", "", problems=many[:SHOWN])))


def test_a_file_that_is_not_recognised_says_why_and_offers_a_form() -> None:
    shown = drawn(Understood("a.csv", "Not recognised", obstacle="No headings.", form='{"tables": []}'))
    (place,) = having(shown, "nm-mapping")
    assert (attribute(place, "data-file"), attribute(place, "data-form")) == ("a.csv", '{"tables": []}')
    assert text(having(shown, "nm-bad")) == "No headings."
    assert not having(drawn(FILE), "nm-mapping")
