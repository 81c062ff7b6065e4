from typing import Any

import pandas as pd
import pytest

from layouts.ui.lead_table import Calls, lead_file, lead_table
from tests.layouts.ui.drawn import DRAWING, plain, table, title
from tests.layouts.ui.parts import having, parts, text

LEADS = pd.DataFrame(
    {
        "lead_id": ["L1", "=L2"],
        "company_size": ["Small", None],
        "industry": ["Retail", "Finance"],
        "lead_source": ["Event", "Website"],
        "predicted_probability": [0.9, 0.85],
    }
)


def calls(count: int, page: int = 1) -> Calls:
    return Calls(count, page, lambda to: f"/leads?page={to}")


@pytest.mark.parametrize(("page", "first", "last"), [(1, 1, 10), (2, 11, 20), (3, 21, 21), (9, 21, 21)])
def test_a_page_holds_ten_ranks_and_one_beyond_the_last_is_the_last(page: int, first: int, last: int) -> None:
    assert (calls(21, page).first, calls(21, page).last) == (first, last)


def test_leads_in_their_order_with_what_is_not_reported_said() -> None:
    card: Any = lead_table(LEADS, calls(12), "As many as entered.", DRAWING)
    assert title(card) == "The 12 leads to call first"
    assert table(card)[1] == [
        ["L1", "Small", "Retail", "Event", 0.9],
        ["=L2", "not reported", "Finance", "Website", 0.85],
    ]
    assert "1–10 of 12" in plain(card["rows"])
    assert [part.href for part in parts(card["rows"]) if type(part).__name__ == "A"] == ["/leads?page=2"]
    assert "0.9000" in plain(card["rows"])
    assert text(having(card["rows"], "nm-below")[0]) == "Small, Retail, Event"


def test_the_file_is_the_same_rows() -> None:
    assert lead_file(LEADS, DRAWING)["rows"] == table(lead_table(LEADS, calls(2), "", DRAWING))[1]


def test_nobody_to_call_is_said() -> None:
    card = lead_table(pd.DataFrame(), calls(0), "", DRAWING)
    assert "Nobody to call" in plain(card["rows"])
