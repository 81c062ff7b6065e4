import pandas as pd
import pytest

from analytics.campaigns import named
from layouts.ui.campaign_table import COLUMNS, campaign_file, campaign_table
from layouts.ui.listing import PAGE_ROWS, Listing
from tests.analytics.frames import MEASURES, period
from tests.layouts.ui.drawn import DRAWING, Card, plain, table, title
from tests.layouts.ui.parts import attribute, having, parts, text

JANUARY = period("2024-01-01", "2024-01-31")


def rows(count: int = 25) -> pd.DataFrame:
    """Campaigns 00, 01, …: the first brings 1, the second 2, and spends that again, …"""
    ids = [f"{place:02}" for place in range(count)]
    numbers = [float(place + 1) for place in range(count)]
    keys = {"campaign_id": ids, "campaign_name": [f"Name {id_}" for id_ in ids], "campaign_type": "Brand"}
    frame = pd.DataFrame({**keys, "channel": "Email", "region": "West", **dict.fromkeys(MEASURES, 0.0)})
    return named(frame.assign(revenue=numbers, spend=[number - 1 for number in numbers]))


def listed(
    by: str = "revenue", ascending: bool = False, page: int = 1, sought: str = "", given: pd.DataFrame | None = None
) -> Card:
    asked = listing(by, ascending, page, sought)
    return campaign_table(rows() if given is None else given, asked, JANUARY, DRAWING)


def listing(by: str = "revenue", ascending: bool = False, page: int = 1, sought: str = "") -> Listing:
    return Listing(by, ascending, page, sought, lambda to: f"{to.by} {to.ascending} {to.page} {to.text}")


def names(card: Card) -> list[str]:
    return [text(part) for part in having(card["rows"], "nm-name")]


def links(card: Card) -> list[str]:
    return [part.href for part in parts(card["rows"]) if type(part).__name__ == "A"]


def test_only_a_page_of_the_rows_is_drawn_and_travels() -> None:
    card = listed()
    assert names(card) == [f"Name {place:02}" for place in range(24, 14, -1)]
    assert table(card)[0][:4] == ["Campaign", "Channel", "Type", "Revenue"]
    assert [row[0] for row in table(card)[1]] == names(card)
    assert table(card)[1][0][:5] == ["Name 24", "Email", "Brand", 25, 24]
    assert "1–10 of 25" in plain(card["rows"])


def test_the_file_holds_all_that_is_sought_as_it_is_sorted() -> None:
    whole = table({"twin": campaign_file(rows(), listing(page=2), JANUARY, DRAWING)})[1]
    assert [row[0] for row in whole] == [f"Name {place:02}" for place in range(24, -1, -1)]
    found = table({"twin": campaign_file(rows(), listing("spend", True, sought="name 1"), JANUARY, DRAWING)})[1]
    assert [row[0] for row in found] == [f"Name {place}" for place in range(10, 20)]


def test_a_phone_reads_channel_and_regions_below_a_name() -> None:
    given = pd.concat([rows(1), *(rows(3).assign(region=name) for name in ("East", "North"))])
    below = [text(part) for part in having(listed("campaign_name", ascending=True, given=given)["rows"], "nm-below")]
    assert below == ["Email, 3 regions", "Email, East, North", "Email, East, North"]


def test_the_last_page_holds_the_rest_and_one_beyond_shows_it_too() -> None:
    assert names(listed(page=3)) == names(listed(page=900)) == [f"Name {place:02}" for place in range(4, -1, -1)]
    assert links(listed(page=3))[-1] == "revenue False 2 "
    assert links(listed())[-1] == "revenue False 2 "


def test_the_totals_are_of_all_campaigns_found_and_ratios_of_sums() -> None:
    (foot,) = [part for part in parts(listed(page=2)["rows"]) if type(part).__name__ == "Tfoot"]
    assert plain(foot).startswith("All 25 campaigns₹325.00₹300.001.1×")
    (foot,) = [part for part in parts(listed(sought="name 2")["rows"]) if type(part).__name__ == "Tfoot"]
    assert plain(foot).startswith("All 5 campaigns₹115.00₹110.001.0×")


def test_a_heading_sorts_numbers_from_the_largest_words_from_a_and_the_other_way_the_second_time() -> None:
    found = dict(zip(COLUMNS, links(listed(page=2, sought="name")), strict=False))
    assert found["revenue"] == "revenue True 1 name"
    assert found["spend"] == "spend False 1 name"
    assert found["channel"] == "channel True 1 name"
    assert names(listed("campaign_name", ascending=True))[0] == "Name 00"


def test_a_value_that_is_not_there_is_na_last_and_empty_in_the_file() -> None:
    card = listed("roas", ascending=True, page=3)
    assert names(card)[-1] == "Name 00"
    assert {attribute(part, "title") for part in parts(card["rows"]) if text(part) == "n/a: spend is 0"} == {
        None,
        "Spend is 0",
    }
    assert "none" in [text(part) for part in having(card["rows"], "nm-number")]
    assert table(card)[1][-1][4:6] == [0, None]


def test_the_title_counts_those_that_carry_half() -> None:
    assert title(listed()) == "8 of 25 campaigns make up half of revenue"
    assert title(listed("roas")) == "8 of 25 campaigns make up half of revenue"
    assert title(listed("spend")) == "8 of 25 campaigns make up half of ad spend"


def test_nothing_found_says_what_was_sought() -> None:
    card = listed(sought="<b>zzz</b>")
    assert "No campaign, channel or type in view holds “<b>zzz</b>”." in plain(card["rows"])
    assert card["twin"] is None


@pytest.mark.parametrize("by", COLUMNS)
def test_every_column_sorts_and_nothing_shows_nan(by: str) -> None:
    card = listed(by, given=rows(1))
    assert len(names(card)) == 1
    assert "nan" not in plain(card["rows"]).lower().replace(" ", "").replace("finance", "")
    assert PAGE_ROWS == 10
