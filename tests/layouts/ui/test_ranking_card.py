import pytest

from analytics.metrics import METRICS, metric
from analytics.ranking import Order
from layouts.ui.ranking_card import ranking_card
from tests.analytics.frames import facts, period, row
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, keys, note, table, title

FEBRUARY, JANUARY = period("2024-02-01", "2024-02-29"), period("2024-01-01", "2024-01-31")
REVENUE = metric("revenue")
ROWS = (
    row("2024-01-10", "Email", revenue=400, spend=100),
    row("2024-02-10", "Email", revenue=300, spend=100),
    row("2024-02-10", "Direct", revenue=100),
    row("2024-01-10", "Fax", revenue=50, spend=10),
)


def card(
    name: str = "revenue", order: Order = Order.LARGEST, chosen: tuple[str, ...] = (), compared: bool = True
) -> Card:
    given = facts(ROWS, FEBRUARY, JANUARY if compared else None)
    return ranking_card(metric(name), given, "channel", order, DRAWING, chosen)


def names(drawn: Card) -> list[object]:
    return [line[0] for line in table(drawn)[1]]


def test_the_table_by_hand() -> None:
    assert table(card()) == (
        ["Channel", "Revenue Feb 2024", "Revenue Jan 2024"],
        [["Email", 300.0, 400.0], ["Direct", 100.0, None], ["Fax", None, 50.0]],
    )
    assert table(card(compared=False)) == (
        ["Channel", "Revenue Feb 2024"],
        [["Email", 300.0], ["Direct", 100.0]],
    )


def test_a_ratio_is_one_of_sums_and_organic_has_none() -> None:
    assert table(card("roas"))[1] == [["Email", 3.0, 4.0], ["Direct", None, None], ["Fax", None, 5.0]]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.LARGEST, ["Email", "Direct", "Fax"]),
        (Order.SMALLEST, ["Direct", "Email", "Fax"]),
        (Order.NAME, ["Direct", "Email", "Fax"]),
    ],
)
def test_bars_and_table_are_sorted_alike(order: Order, expected: list[str]) -> None:
    drawn = card(order=order)
    assert names(drawn) == expected
    assert [name.partition(">")[2].partition("<")[0] for name in figure(drawn).layout.yaxis.ticktext] == expected


def test_the_bars_are_the_table_in_the_channels_colours() -> None:
    bars = figure(card(compared=False)).data[0]
    assert [float(value) for value in bars.x] == [300, 100]
    assert list(bars.marker.color) == ["rgba(17,17,17,1)", "rgba(34,34,34,1)"]


def test_the_value_and_the_change_stand_beside_the_bar() -> None:
    said = [annotation.text.replace("\u00a0", " ") for annotation in figure(card()).layout.annotations]
    assert any("₹300.00" in one for one in said)
    assert any("▼ 25 %" in one for one in said)
    assert any("n/a" in one for one in said)


def test_with_a_channel_chosen_the_others_stay_and_fade() -> None:
    ink, grey = DRAWING.colours.ink, DRAWING.colours.ink_3
    labels = dict(zip(names(card()), figure(card(chosen=("Email",))).layout.yaxis.ticktext, strict=True))
    assert ink in labels["Email"]
    assert grey in labels["Direct"]
    assert all(grey not in label for label in figure(card(compared=False)).layout.yaxis.ticktext)
    assert table(card(chosen=("Email",))) == table(card())
    assert (
        caption(card(chosen=("Email",))) == "Revenue by channel, with those not chosen; select one to filter the page"
    )


def test_a_click_on_a_bar_gives_its_name() -> None:
    clicked = [trace.customdata for trace in figure(card()).data if trace.customdata is not None]
    assert clicked
    assert {str(name) for names_ in clicked for name in _flat(names_)} <= {"Email", "Direct", "Fax"}


def _flat(values: object) -> list[object]:
    return [one[0] if isinstance(one, list | tuple) else one for one in list(values)]  # type: ignore[call-overload]


def test_what_is_too_thin_to_rank_is_grey_and_last() -> None:
    rows = (
        row("2024-02-10", "Fax", clicks=9, impressions=99),
        row("2024-02-10", "Email", clicks=1, impressions=100),
    )
    drawn = ranking_card(metric("ctr"), facts(rows, FEBRUARY), "channel", Order.LARGEST, DRAWING)
    assert names(drawn) == ["Email", "Fax"]
    assert note(drawn) == "Fewer than 100 impressions for Fax: grey, not ranked."
    assert DRAWING.colours.ink_3 in figure(drawn).layout.yaxis.ticktext[1]


def test_the_head_says_the_finding_the_measure_and_the_comparison() -> None:
    drawn = card()
    assert title(drawn).replace("\u00a0", " ") == "Email earns 75 % of revenue on 100 % of spend"
    assert caption(drawn) == "Revenue by channel; select one to filter the page"
    assert keys(drawn) == ["Jan 2024 "]
    assert keys(card(compared=False)) == []
    assert caption(card("cpa")).startswith("CPA, blended by channel")


@pytest.mark.parametrize("name", [known.name for known in METRICS])
@pytest.mark.parametrize("rows", [(), (row("2024-02-10"),), (row("2024-01-10", revenue=5, spend=1),)])
def test_no_metric_on_nothing_raises_or_shows_nan(name: str, rows: tuple[dict[str, object], ...]) -> None:
    drawn = ranking_card(metric(name), facts(rows, FEBRUARY, JANUARY), "channel", Order.LARGEST, DRAWING)
    said = " ".join([title(drawn), caption(drawn), note(drawn), str(table(drawn))]).lower()
    assert "nan" not in said
    assert "nan" not in str(figure(drawn).to_json()).lower()


def test_a_hostile_name_is_text_in_the_figure() -> None:
    rows = (row("2024-02-10", "<b>x</b>", revenue=3),)
    drawn = ranking_card(metric("revenue"), facts(rows, FEBRUARY), "channel", Order.LARGEST, DRAWING)
    assert "<b>x</b>" not in str(figure(drawn).layout.yaxis.ticktext)
    assert names(drawn) == ["<b>x</b>"]


def test_a_column_is_written_in_words_and_a_click_promised_only_where_it_filters() -> None:
    given = facts(ROWS, FEBRUARY)
    drawn = ranking_card(REVENUE, given, "channel", Order.LARGEST, DRAWING, noun="platform", filters=False)
    assert caption(drawn) == "Revenue by platform"
    assert table(drawn)[0][0] == "Platform"


def test_more_members_than_fit_are_all_in_the_table() -> None:
    given = facts([row("2024-02-10", f"Channel {place}", revenue=place + 1) for place in range(12)], FEBRUARY)
    drawn = ranking_card(REVENUE, given, "channel", Order.LARGEST, DRAWING)
    assert len(figure(drawn).data[0].x) == 8
    assert len(table(drawn)[1]) == 12
    assert note(drawn) == "The first 8 of 12; the table has all."
