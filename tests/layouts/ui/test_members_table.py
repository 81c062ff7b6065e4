from typing import Any

import pytest

from analytics.ad_metrics import ad_metric
from layouts.ui.members_table import blank, members_table, outputs, table_card
from tests.layouts.ui.adrows import NAN, ads
from tests.layouts.ui.drawn import DRAWING, Card, plain, table
from tests.layouts.ui.parts import attribute, having, ids, parts

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
    cells = having(card["body"], "nm-number")
    assert plain(card["body"]).startswith("Every figure by deviceDevice")
    said = {(plain(cell), attribute(cell, "title")) for cell in cells if "n/a" in plain(cell)}
    assert said == {("n/a: spend is 0", "Spend is 0"), ("n/a: profit not reported", "Profit not reported")}
    assert "₹450.00" in [plain(cell) for cell in cells]


def test_it_has_one_heading_a_column_and_one_a_row(card: Card) -> None:
    scopes = [attribute(part, "scope") for part in parts(card["body"]) if attribute_of(part, "scope")]
    assert (scopes.count("col"), scopes.count("row")) == (4, 4)


def test_the_card_has_what_callbacks_fill_and_a_download() -> None:
    shown = table_card("x-table", "Every figure")
    assert {f"x-table-{part}" for part in ("head", "body", "twin")} <= set(ids(shown))
    assert (
        outputs("x-table").keys()
        == blank().keys()
        == members_table(METRICS, FACTS, "device", "device", ad_metric("roas"), DRAWING).keys()
    )
    (button,) = having(shown, "nm-members-csv")
    assert (attribute(button, "data-action"), attribute(button, "data-chart")) == ("csv", "x-table")


def attribute_of(part: Any, name: str) -> object:  # noqa: ANN401
    return attribute(part, name) if hasattr(part, "to_plotly_json") else None
