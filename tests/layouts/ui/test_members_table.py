from typing import Any

import pytest

from analytics.ad_metrics import ad_metric
from layouts.ui.listing import Listing
from layouts.ui.members_table import Members, members_file, members_table
from layouts.ui.table_card import blank, outputs
from tests.layouts.ui.adrows import NAN, ads
from tests.layouts.ui.drawn import DRAWING, Card, caption, plain, table
from tests.layouts.ui.parts import attribute, having, parts, text

METRICS = tuple(ad_metric(name) for name in ("revenue", "roas", "profit"))
FACTS = ads(
    ("2024-02-01", "Mobile", 100, 50, NAN, 1, 1),
    ("2024-02-02", "Desktop", 300, 100, NAN, 1, 1),
    ("2024-02-02", None, 50, 0, NAN, 1, 1),
)


@pytest.fixture
def card() -> Card:
    return members_table(Members(METRICS, FACTS, "device", "device"), listing(), DRAWING)


def listing(by: str = "revenue", ascending: bool = False, page: int = 1) -> Listing:
    return Listing(by, ascending, page, "", lambda to: f"{to.by} {'up' if to.ascending else 'down'} {to.page}")


def names(card: Card) -> list[str]:
    return [text(part) for part in having(card["rows"], "nm-name")]


def links(card: Card) -> list[str]:
    return [part.href for part in parts(card["rows"]) if type(part).__name__ == "A"]


def many(asked: Listing) -> Card:
    """25 devices: 00 brings 1, 01 brings 2, …; each spends 1."""
    facts = ads(*(("2024-02-01", f"{place:02}", place + 1, 1, NAN, 1, 1) for place in range(25)))
    return members_table(Members(METRICS, facts, "device", "device"), asked, DRAWING)


def test_the_totals_row_is_computed_from_all_rows(card: Card) -> None:
    assert table(card) == (
        ["Device", "Revenue", "ROAS, blended", "Profit, as reported"],
        [
            ["Desktop", 300.0, 3.0, None],
            ["Mobile", 100.0, 2.0, None],
            ["Not reported", 50.0, None, None],
            ["Total", 450.0, 3.0, None],
        ],
    )


def test_it_reads_as_the_figures_do_and_says_why_one_is_missing(card: Card) -> None:
    cells = having(card["rows"], "nm-number")
    spans = [part for cell in cells for part in parts(cell) if attribute_of(part, "title")]
    assert plain(card["rows"]).startswith("Every figure by deviceDevice")
    said = {(plain(cell), attribute(cell, "title")) for cell in spans if "n/a" in plain(cell)}
    assert said == {("n/a: spend is 0", "Spend is 0")}
    assert "₹450.00" in [plain(cell) for cell in cells]


def test_it_has_one_heading_a_column_and_one_a_row(card: Card) -> None:
    scopes = [attribute(part, "scope") for part in parts(card["rows"]) if attribute_of(part, "scope")]
    assert (scopes.count("col"), scopes.count("row")) == (3, 4)


def test_what_nobody_reports_is_named_instead_of_a_column_of_nothing(card: Card) -> None:
    heads = [plain(part) for part in parts(card["rows"]) if attribute_of(part, "scope") == "col"]
    assert heads == ["Device", "Revenue ▾", "ROAS, blended"]
    assert caption(card).endswith("above it. Not reported: Profit, as reported")
    sorted_by = members_table(Members(METRICS, FACTS, "device", "device"), listing("profit"), DRAWING)
    assert "Profit, as reported ▾" in plain(sorted_by["rows"])
    assert "n/a: profit not reported" in plain(sorted_by["rows"])


def test_it_fills_a_table_card_sorted_by_the_metric_shown(card: Card) -> None:
    assert outputs("x").keys() == blank().keys() == card.keys()
    (heading,) = [part for part in parts(card["rows"]) if attribute_of(part, "aria-sort")]
    assert plain(heading) == "Revenue ▾"
    assert [bar.children.style["width"] for bar in having(card["rows"], "nm-bar")] == ["100.0%", "33.3%", "16.7%"]


def test_of_many_members_a_page_is_drawn_and_travels_with_the_totals_of_all() -> None:
    card = many(listing(page=3))
    assert names(card) == ["04", "03", "02", "01", "00"]
    assert [row[0] for row in table(card)[1]] == [*names(card), "Total"]
    assert table(card)[1][-1] == ["Total", 325.0, 13.0, None]
    assert "21–25 of 25" in plain(card["rows"])
    assert next(bar.children.style["width"] for bar in having(card["rows"], "nm-bar")) == "20.0%"


def test_all_members_fit_on_one_page_without_a_word_about_pages(card: Card) -> None:
    assert not having(card["rows"], "nm-listing-foot")


def test_a_heading_sorts_and_the_name_does_from_a() -> None:
    assert links(many(listing(page=2))) == [
        "member up 1",
        "revenue up 1",
        "roas down 1",
        "revenue down 1",
        "revenue down 3",
    ]
    assert names(many(listing("member", ascending=True)))[:2] == ["00", "01"]
    assert names(many(listing("member")))[:2] == ["24", "23"]
    assert names(many(listing("revenue", ascending=True)))[0] == "00"
    assert not having(many(listing("member"))["rows"], "nm-bar")


def test_members_without_a_value_come_last_and_equals_by_name() -> None:
    assert names(many(listing("profit")))[:3] == ["00", "01", "02"]
    assert (
        names(members_table(Members(METRICS, FACTS, "device", "device"), listing("roas", True), DRAWING))[-1]
        == "Not reported"
    )


def test_the_file_holds_every_member_as_they_are_sorted() -> None:
    facts = ads(*(("2024-02-01", f"{place:02}", place + 1, 1, NAN, 1, 1) for place in range(25)))
    lines = table({"twin": members_file(Members(METRICS, facts, "device", "device"), listing(page=2), DRAWING)})[1]
    assert [line[0] for line in lines] == [*(f"{place:02}" for place in range(24, -1, -1)), "Total"]


def attribute_of(part: Any, name: str) -> object:  # noqa: ANN401
    return attribute(part, name) if hasattr(part, "to_plotly_json") else None
