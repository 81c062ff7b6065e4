from typing import Any

import pytest

from analytics.ad_metrics import ad_metric
from layouts.ui.members_table import members_table
from layouts.ui.table_card import blank, outputs
from tests.layouts.ui.adrows import NAN, ads
from tests.layouts.ui.drawn import DRAWING, Card, plain, table
from tests.layouts.ui.parts import attribute, having, parts

METRICS = tuple(ad_metric(name) for name in ("revenue", "roas", "profit"))
FACTS = ads(
    ("2024-02-01", "Mobile", 100, 50, NAN, 1, 1),
    ("2024-02-02", "Desktop", 300, 100, NAN, 1, 1),
    ("2024-02-02", None, 50, 0, NAN, 1, 1),
)


@pytest.fixture
def card() -> Card:
    return members_table(METRICS, FACTS, "device", "device", ad_metric("revenue"), DRAWING)


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
    assert said == {("n/a: spend is 0", "Spend is 0"), ("n/a: profit not reported", "Profit not reported")}
    assert "₹450.00" in [plain(cell) for cell in cells]


def test_it_has_one_heading_a_column_and_one_a_row(card: Card) -> None:
    scopes = [attribute(part, "scope") for part in parts(card["rows"]) if attribute_of(part, "scope")]
    assert (scopes.count("col"), scopes.count("row")) == (4, 4)


def test_it_fills_a_table_card_sorted_by_the_metric_shown(card: Card) -> None:
    assert outputs("x").keys() == blank().keys() == card.keys()
    (heading,) = [part for part in parts(card["rows"]) if attribute_of(part, "aria-sort")]
    assert plain(heading) == "Revenue ▾"
    assert [bar.children.style["width"] for bar in having(card["rows"], "nm-bar")] == ["100.0%", "33.3%", "16.7%"]


def attribute_of(part: Any, name: str) -> object:  # noqa: ANN401
    return attribute(part, name) if hasattr(part, "to_plotly_json") else None
