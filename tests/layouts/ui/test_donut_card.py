import pandas as pd
import pytest

from analytics.comparison import Facts
from analytics.geography_metrics import state_metric
from analytics.metrics import metric
from layouts.ui.donut_card import donut_card
from tests.analytics.frames import facts, period, row
from tests.analytics.states import Row, ranked, state
from tests.analytics.states import facts as state_facts
from tests.layouts.ui.drawn import COLOURS, DRAWING, Card, caption, figure, keys, note, table, title

REVENUE = state_metric("state_revenue")
JANUARY = period("2024-01-01", "2024-01-31")


def card(*rows: Row, chosen: tuple[str, ...] = ()) -> Card:
    return donut_card(REVENUE, state_facts(*rows), "state", DRAWING, chosen)


def test_five_lead_in_colours_and_each_of_the_rest_has_a_grey_slice_by_hand() -> None:
    drawn = card(*ranked(7))
    # 10, 9, 8, 7, 6 and 5 + 4 of 49 lakh.
    assert keys(drawn) == ["A 20.4 %", "B 18.4 %", "C 16.3 %", "D 14.3 %", "E 12.2 %", "2 others 18.4 %"]
    ring = figure(drawn).data[0]
    assert list(ring["values"]) == [1e6, 9e5, 8e5, 7e5, 6e5, 5e5, 4e5]
    assert list(ring.customdata) == list("ABCDEFG")
    assert len(set(ring.marker.colors)) == 6
    assert ring.marker.colors[5] == ring.marker.colors[6]
    assert title(drawn) == "3 of 7 states make up half of revenue"
    assert caption(drawn) == "Share of revenue by state, %"


def test_one_beyond_the_five_is_named_in_the_key() -> None:
    assert keys(card(*ranked(6)))[-1] == "F 11.1 %"


def test_one_chosen_beyond_the_five_has_the_accent_and_a_key() -> None:
    drawn = card(*ranked(8), chosen=("G",))
    ring = figure(drawn).data[0]
    assert ring.marker.colors[6] == DRAWING.colours.accent
    assert keys(drawn)[-2:] == ["G 7.7 %", "2 others 15.4 %"]


def test_one_chosen_that_is_too_small_to_be_seen_is_named_all_the_same() -> None:
    drawn = card(*ranked(5), state("Goa", total_revenue=1000.0), chosen=("Goa",))
    assert keys(drawn)[-1].startswith("Goa ")


def test_slices_too_small_to_be_seen_are_one() -> None:
    tiny = [state(name, total_revenue=1000.0) for name in ("Goa", "Sikkim")]
    ring = figure(card(*ranked(6), *tiny)).data[0]
    assert list(ring.customdata[5:]) == ["F", None]
    assert ring["values"][-1] == 2000
    assert "2 together" in ring.hovertext[-1]


def test_the_table_has_every_member_and_the_shares_make_a_whole() -> None:
    headings, rows = table(card(*ranked(6)))
    assert headings == ["State", "Revenue", "Share"]
    assert len(rows) == 6
    assert sum(float(str(share)) for _, _, share in rows) == pytest.approx(1)


def test_a_member_filtered_out_fades_and_the_rest_with_it_unless_it_holds_one() -> None:
    rows = (*ranked(6), state("Goa", total_revenue=1000.0))
    assert caption(card(*rows, chosen=("A",))) == "Share of revenue by state, with those not chosen, %"
    plain, first, last = (figure(card(*rows, chosen=chosen)).data[0] for chosen in ((), ("A",), ("Goa",)))
    same = [one == other for one, other in zip(plain.marker.colors, first.marker.colors, strict=True)]
    assert same == [True, *[False] * 6]
    assert plain.marker.colors[-1] == last.marker.colors[-1]


def test_members_with_a_colour_keep_it_and_dates_are_in_the_file_s_name() -> None:
    rows = facts([row("2024-01-01", revenue=30), row("2024-01-02", "Direct", revenue=10)], JANUARY)
    drawn: Card = donut_card(metric("revenue"), rows, "channel", DRAWING)
    assert list(figure(drawn).data[0].marker.colors) == [COLOURS["Email"], COLOURS["Direct"]]
    assert drawn["twin"]["file"].endswith("2024-01-01-2024-01-31")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((state("A", total_revenue=-1.0), state("B")), "No shares: a part is negative."),
        ((state("A", total_revenue=0.0),), "No shares: revenue is 0."),
        ((state("A", total_revenue=float("nan")),), "No shares: revenue not reported."),
    ],
)
def test_without_a_whole_there_are_no_shares_and_it_says_why(rows: tuple[Row, ...], why: str) -> None:
    assert note(card(*rows)) == why
    assert not figure(card(*rows)).data[0]["values"]


def test_no_rows_draw_without_an_error() -> None:
    none: pd.DataFrame = state_facts(state("A")).now.iloc[:0]
    assert note(donut_card(REVENUE, Facts.undated(none), "state", DRAWING)) == "No shares: no rows in this view."
