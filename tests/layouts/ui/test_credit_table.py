from typing import Any

from layouts.ui.credit_table import credit_table
from tests.layouts.ui.credited import credited
from tests.layouts.ui.drawn import DRAWING, table

SURE = {"Email": (0.55, 0.99)}


def drawn() -> dict[str, Any]:
    given = credit_table(credited(), ["Email", "Fax"], "First touch", SURE, DRAWING, None, "Share")
    return {"twin": given}


def test_it_has_every_model_and_the_interval_of_the_one_looked_at() -> None:
    headings, rows = table(drawn())
    assert headings[:4] == ["Channel", "First touch, share", "First touch, conversions", "First touch, value"]
    assert headings[-2:] == ["First touch, lower end", "First touch, upper end"]
    assert rows[0] == ["Email", 0.8, 8, 700, 0.2, 2, 100, 0.5, 5, 400, 0.55, 0.99]
    assert rows[1][-2:] == [None, None]


def test_without_intervals_it_has_no_columns_for_them() -> None:
    given: Any = credit_table(credited("last"), ["Direct"], "Last touch", {}, DRAWING, None, "Share")
    assert [column["name"] for column in given["columns"]][1:] == [
        "Last touch, share", "Last touch, conversions", "Last touch, value",
    ]  # fmt: skip
    assert given["columns"][3]["unit"] == "INR"
