import plotly.graph_objects as go
import pytest

from analytics.metrics import METRICS, metric
from layouts.ui.calendar_card import calendar_card
from tests.analytics.frames import Row, facts, period, row
from tests.layouts.ui.drawn import DRAWING, Card, caption, plain, table, title
from tests.layouts.ui.parts import having

YEAR = period("2024-01-01", "2024-12-31")
LOADED = period("2023-01-01", "2024-01-04")
ROWS = (row("2024-01-01", revenue=70), row("2024-01-02", revenue=0), row("2024-01-04", revenue=30, spend=10))


def card(name: str = "revenue", rows: tuple[Row, ...] = ROWS) -> Card:
    return calendar_card(metric(name), facts(rows, YEAR, loaded=LOADED), DRAWING)


def figure(card: Card, rows: str = "year") -> go.Figure:
    return card["figure"][rows]


def test_each_loaded_day_of_the_year_has_its_value_by_hand() -> None:
    headings, cells = table(card())
    assert headings == ["Day", "Rows", "Revenue"]
    assert cells == [
        ["2024-01-01", "yes", 70],
        ["2024-01-02", "yes", 0],
        ["2024-01-03", "none", None],
        ["2024-01-04", "yes", 30],
    ]
    assert title(card()) == "1 of 3 days with rows makes up half of revenue, 1 Jan the most"
    assert caption(card()) == "Revenue by day, calendar year 2024"


def test_hover_tells_a_day_of_0_from_a_day_without_a_row() -> None:
    said = list(figure(card()).data[0].hovertext)
    assert said[1].startswith("<b>₹0</b><br>Tue 2 Jan 2024")
    assert said[2] == "No row that day<br>Wed 3 Jan 2024"
    assert "No row that day" in plain(having(card()["note"], "nm-key"))
    assert " to " in plain(having(card()["note"], "nm-key"))


def test_a_phone_shows_the_same_days_in_two_rows() -> None:
    drawn = calendar_card(metric("revenue"), facts(ROWS, YEAR, loaded=YEAR), DRAWING)
    year, (early, late) = figure(drawn).data[0], figure(drawn, "halves").data[:2]
    assert list(year.z) == [*early.z, *late.z]
    assert list(year.hovertext) == [*early.hovertext, *late.hovertext]
    assert figure(drawn, "halves").layout.height == 2 * figure(drawn).layout.height


def test_weeks_of_two_years_are_named_by_their_last_day() -> None:
    weeks = period("2023-01-02", "2024-01-04")
    drawn: Card = calendar_card(metric("revenue"), facts(ROWS, weeks, loaded=weeks), DRAWING)
    assert caption(drawn) == "Revenue by day, the 53 weeks to 4 Jan 2024"
    assert title(drawn).endswith("makes up half of revenue, 1 Jan 2024 the most")
    assert drawn["twin"]["file"].endswith("2023-01-02-2024-01-04")


def test_a_ratio_without_a_denominator_says_why_and_is_no_missing_row() -> None:
    said = list(figure(card("roas")).data[0].hovertext)
    assert said[0] == "n/a: spend is 0<br>Mon 1 Jan 2024"
    assert said[3].startswith("<b>3.0×</b>")
    assert "No row that day, or n/a" in plain(card("roas")["note"])


def test_the_scale_starts_at_0_and_is_cut_at_the_99th_percentile() -> None:
    rows = tuple(row(f"2024-01-{day:02}", revenue=10 if day < 4 else 1000) for day in range(1, 5))
    drawn = card(rows=rows)
    cells = figure(drawn).data[0]
    assert cells.zmin == 0
    assert cells.zmax == pytest.approx(10 + 0.97 * 990)
    assert "Colours end at the 99th percentile." in plain(drawn["note"])


@pytest.mark.parametrize("name", [known.name for known in METRICS])
@pytest.mark.parametrize("rows", [(), (row("2024-01-02"),)])
def test_no_metric_on_nothing_shows_nan(name: str, rows: tuple[Row, ...]) -> None:
    drawn = card(name, rows)
    drawings = [str(figure(drawn, each).to_json()) for each in ("year", "halves")]
    said = " ".join([title(drawn), plain(drawn["note"]), str(table(drawn)), *drawings])
    assert "nan" not in said.lower()
    assert "inf" not in said.lower().replace("info", "")
