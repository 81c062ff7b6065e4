from analytics.geography import States
from analytics.geography_metrics import state_metric
from layouts.ui.tile_card import tile_card
from tests.analytics.states import NOT_REPORTED, places, state
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, plain, table, title

DELHI = state("NCT of Delhi", total_revenue=2_230_000_000.0, yoy_growth=-3.7)
GOA = state("Goa", region="West", total_revenue=1_000_000_000.0, yoy_growth=12.0)
ODISHA = state("Orissa", region="East", total_revenue=NOT_REPORTED, yoy_growth=2.0)


def card(found: States, name: str = "state_revenue") -> Card:
    return tile_card(state_metric(name), found, DRAWING)


def tile(drawn: Card, code: str) -> tuple[str, str | None, str, str]:
    """The words, member, hover and colour of a tile."""
    words, shapes = figure(drawn).data[0], figure(drawn).layout.shapes
    place = next(place for place, text in enumerate(words.text) if text == code or f"<b>{code}</b>" in text)
    return words.text[place], words.customdata[place], words.hovertext[place], shapes[place].fillcolor


def test_every_state_and_territory_has_a_tile_and_its_value_under_older_names_too() -> None:
    drawn = card(places(DELHI, GOA, ODISHA))
    assert len(figure(drawn).data[0].text) == 36
    text, member, hover, _ = tile(drawn, "DL")
    assert ("223.0" in text, member) == (True, "NCT of Delhi")
    assert "Revenue <b>₹223.00" in hover
    assert caption(drawn) == "Revenue by state, ₹ Cr; select one to filter the page"


def test_what_is_not_reported_is_an_outline_and_counted() -> None:
    drawn = card(places(DELHI, GOA, ODISHA))
    assert tile(drawn, "OD")[0] == "OD"
    assert tile(drawn, "SK")[1:3] == (None, "<b>Sikkim</b><br>Not reported")
    assert tile(drawn, "OD")[3] == tile(drawn, "SK")[3] == DRAWING.colours.surface
    assert "Not reported: 34 of 36" in plain(drawn["note"])


def test_growth_diverges_around_0_where_one_shrinks_and_the_key_says_where_colours_end() -> None:
    drawn = card(places(DELHI, GOA, ODISHA), "growth")
    note = plain(drawn["note"])
    assert "Growth −11.8 %" in note
    assert "11.8 %" in note
    assert "Colours end at the 99th percentile." in note
    assert tile(drawn, "GA")[3] == DRAWING.colours.diverging[-1]


def test_a_name_that_the_grid_does_not_know_is_listed_below_with_its_value() -> None:
    drawn = card(places(DELHI, GOA, state("Atlantis", total_revenue=1e7), state("Delhi", total_revenue=2e7)))
    assert "Not on the grid: Atlantis ₹1.00 Cr and NCT of Delhi ₹223.00 Cr." in plain(drawn["note"])


def test_states_filtered_out_are_pale_and_those_of_other_regions_cannot_be_chosen() -> None:
    whole, chosen = card(places(DELHI, GOA)), card(places(DELHI, GOA, regions=["North"]))
    assert tile(whole, "GA")[3] != tile(chosen, "GA")[3]
    assert (tile(chosen, "DL")[1], tile(chosen, "GA")[1]) == ("NCT of Delhi", None)
    one = card(places(DELHI, GOA, chosen=["Goa"]))
    assert tile(one, "DL")[1] == "NCT of Delhi"
    assert [row[0] for row in table(one)[1]] == ["Goa"]


def test_the_table_has_every_metric_and_none_where_it_is_not_reported() -> None:
    headings, rows = table(card(places(ODISHA)))
    assert headings[:3] == ["State", "Revenue", "Customers"]
    assert rows[0][:3] == ["Orissa", None, 1000]


def test_names_from_the_file_are_shown_literally() -> None:
    drawn = card(places(GOA, state("Goa<b>", region="<i>x</i>")))
    assert "Goa<b> ₹1.00 L" in plain(drawn["note"])
    assert title(card(places(state("<i>Delhi</i>", region="<i>")))) == "Which states lead in revenue?"
