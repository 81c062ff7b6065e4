import pandas as pd

from analytics.credits import CONVERSIONS
from layouts.figures.dots import Dots
from layouts.ui.credit_rows import credit_rows
from tests.layouts.ui.credited import credited
from tests.layouts.ui.drawn import plain

SURE = {"Email": (0.55, 0.99), "Fax": (0.02, 0.45)}
SUPPLIED = pd.DataFrame({"first_touch": [60.0, 40.0]}, index=["Email", "Post"])


def rows(key: str = "first") -> list[Dots]:
    return credit_rows(credited().shared(CONVERSIONS), key, SURE, SUPPLIED)


def test_the_most_credited_come_first_with_the_ends_of_their_interval() -> None:
    assert [row.name for row in rows()] == ["Email", "Fax", "Direct"]
    assert [row.interval_text for row in rows()] == ["55.0–99.0", "2.0–45.0", ""]
    assert rows("last")[0].name == "Direct"


def test_what_is_supplied_stands_beside_the_model_of_its_name() -> None:
    assert [row.supplied for row in rows()] == [0.6, None, None]
    assert [row.supplied for row in rows("last")] == [None, None, None]


def test_hover_has_every_model() -> None:
    said = plain(rows()[0].hover)
    assert said.startswith(
        "<b>Email</b><br>First touch <b>80.0 %</b><br>Last touch <b>20.0 %</b><br>Linear <b>50.0 %</b>"
    )
    assert said.endswith("Supplied <b>60.0 %</b>")
