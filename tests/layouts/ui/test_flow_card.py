from analytics.journey_flow import flow
from layouts.ui.flow_card import flow_card
from tests.layouts.ui.credited import paths
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, note, plain, table, title


def card(steps: int = 3, most: int = 5) -> Card:
    return flow_card(flow(paths(), steps, most), DRAWING, None)


def test_every_link_is_in_the_table_with_what_converts() -> None:
    headings, rows = table(card())
    assert headings == ["From", "Touch", "To", "Journeys", "Of them convert"]
    assert sorted(rows, key=str) == [
        ["Direct", 2, "Exit", 9, 0],
        ["Direct", 2, "Purchase", 8, 8],
        ["Email", 1, "Direct", 9, 6],
        ["Email", 1, "Exit", 1, 0],
        ["Email", 1, "Purchase", 2, 2],
        ["Fax", 1, "Direct", 8, 2],
    ]
    assert caption(card()) == "20 journeys from touch to touch, as wide as many"


def test_stops_have_their_channel_s_colour_and_stand_by_size() -> None:
    node = figure(card()).data[0].node
    assert list(node.label) == ["Email", "Fax", "Direct", "Purchase", "Exit"]
    assert list(node.color) == ["#111111", "#333333", "#222222", DRAWING.colours.accent, DRAWING.colours.compare]


def test_hover_says_how_many_go_and_how_many_of_them_convert() -> None:
    said = [text.replace("\u00a0", " ") for text in figure(card()).data[0].link.customdata]
    assert "<b>9</b> Email → Direct<br>66.7 % of them convert" in said
    assert "<b>1</b> Email → Exit" in said
    assert "<b>17</b> Direct, touch 2" in list(figure(card()).data[0].node.customdata)


def test_the_title_is_the_most_travelled_step_between_channels() -> None:
    assert title(card()) == "The most travelled step is from Email to Direct"
    assert title(card(most=1)) == "How do journeys run?"


def test_the_note_says_what_is_drawn_together() -> None:
    assert note(card()) == ""
    assert note(card(steps=1, most=1)) == (
        "Touches after the third are drawn together. The less frequent channels are drawn together as Others."
    )


def test_without_a_journey_it_says_so() -> None:
    drawn = flow_card(flow(paths(())), DRAWING, None)
    assert "No journey in view" in plain(drawn["note"])
    assert drawn["twin"] is None
