from dash import html

from layouts.ui.loaded_card import HEADINGS, Loaded, loaded_card
from tests.layouts.ui.parts import parts, text

CAMPAIGNS = Loaded("Campaigns", "5,858", "4 Jan 2023", "31 Dec 2024", "INR", "a campaign's day", "a.csv")


def test_a_table_has_a_line_with_a_cell_for_each_heading_and_the_total_below() -> None:
    lines = [part for part in parts(loaded_card([CAMPAIGNS], "5,858", "")) if isinstance(part, html.Tr)]
    assert [len(line.children) for line in lines] == [len(HEADINGS)] * 3
    shown = [text(cell) for cell in lines[1].children]
    assert shown == ["Campaignsa.csv", "a.csv", "a campaign's day", "5,858", "4 Jan 2023", "31 Dec 2024", "INR"]
    assert text(lines[2]) == "All tables5,858"
