import pandas as pd
import pytest

from layouts.ui.funnel_card import funnel_card, offered
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, note, table, title

ROWS = pd.DataFrame(
    {"stage": ["Seen", "Asked", "Bought"], "visitors": [1000, 300, 60], "conversion_rate": [100, 30.0, 21.0]}
)


def card(rate: str = "start", rows: pd.DataFrame = ROWS) -> Card:
    return funnel_card(rows, rate, DRAWING)


def rates(drawn: Card) -> list[str]:
    return [note.text.replace("\u00a0", " ") for note in figure(drawn).layout.annotations if note.text.endswith("%")]


def test_rates_are_of_the_start_of_the_stage_before_or_of_a_stage() -> None:
    assert rates(card()) == ["100.0 %", "30.0 %", "6.0 %"]
    assert rates(card("previous")) == ["30.0 %", "20.0 %"]
    assert rates(card("Asked")) == ["100.0 %", "20.0 %"]
    assert [caption(card(rate)) for rate in ("start", "previous", "Asked")] == [
        "People, share of Seen", "People, share of the stage before", "People, share of Asked",
    ]  # fmt: skip


def test_stages_before_the_one_chosen_fade() -> None:
    colours = list(figure(card("Asked")).data[0].marker.color)
    assert colours[0] != colours[1] == colours[2]


def test_the_title_names_the_largest_drop_and_only_it_is_bad() -> None:
    assert title(card()).replace("\u00a0", " ") == "The largest drop is the last: 80 % never get past Asked"
    losses = [note for note in figure(card()).layout.annotations if "leave" in note.text]
    assert [note.text.replace("\u00a0", " ") for note in losses] == [
        "▼ 70.0 % leave",
        "<b>▼ 80.0 % leave, the largest drop</b>",
    ]
    assert [note.font.color for note in losses] == [DRAWING.colours.ink_3, DRAWING.colours.bad]


def test_hover_has_the_wilson_interval_by_hand() -> None:
    """60 of 300: 0.2 with an interval of 0.1587 to 0.2489."""
    said = figure(card()).data[0].hovertext[2].replace("\u00a0", " ").split("<br>")
    assert said[:2] == ["<b>60</b> Bought", "20.0 % of the stage before (95 %: 15.87 % to 24.89 %)"]
    assert said[2:] == ["6.0 % of Seen", "240 leave before"]
    assert "of Asked" not in figure(card("Asked")).data[0].hovertext[0]


def test_the_note_has_what_comes_through_and_rates_that_disagree() -> None:
    assert (
        note(card())
        == "6.0 % of those at Seen come to Bought. The file's own rate disagrees with its counts at Bought."
    )
    assert note(card("Asked")).startswith("6.0 % of those at Seen come to Bought.")


def test_the_table_has_every_rate() -> None:
    headings, rows = table(card())
    assert headings == ["Stage", "People", "Share of the start", "Share of the stage before", "Lost before"]
    assert rows[0] == ["Seen", 1000, 1, None, None]
    assert rows[2] == pytest.approx(["Bought", 60, 0.06, 0.2, 0.8])


def test_shares_of_a_stage_that_is_chosen_are_called_so_in_the_table() -> None:
    """Of the 300 who asked, 1,000 were seen and 60 bought."""
    headings, rows = table(card("Asked"))
    assert headings[2] == "Share of Asked"
    assert [row[2] for row in rows] == pytest.approx([1000 / 300, 1, 0.2])


def test_a_funnel_that_widens_says_so_and_one_stage_is_one() -> None:
    wide = card(rows=pd.DataFrame({"stage": ["A", "B"], "visitors": [100, 150]}))
    assert any(
        "▲ 50.0 % more than before" in note.text.replace("\u00a0", " ") for note in figure(wide).layout.annotations
    )
    assert title(card(rows=ROWS.head(1))) == "Where do people drop out?"
    assert note(card(rows=ROWS.head(1))) == ""


def test_shares_may_be_of_each_stage_but_the_last() -> None:
    assert offered("start", ["Seen", "Asked", "Bought"]) == {
        "start": "Seen",
        "previous": "Stage before",
        "Asked": "Asked",
    }
    assert offered("Asked") == {"start": "The start", "previous": "Stage before", "Asked": "Asked"}
