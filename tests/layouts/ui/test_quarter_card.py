from analytics.metrics import METRICS, metric
from layouts.ui.quarter_card import quarter_card
from tests.analytics.frames import facts, period, row
from tests.layouts.ui.drawn import DRAWING, caption, figure, keys, note, table, title

YEAR = period("2024-01-01", "2024-12-31")
SELECT = "select one to filter by its region"
ROWS = (
    row("2024-02-01", region="West", revenue=30, spend=10),
    row("2024-05-01", region="West", revenue=60, spend=10),
    row("2024-05-02", region="East", revenue=10, spend=20),
)


def test_regions_are_clusters_and_quarters_bars_by_hand() -> None:
    drawn = quarter_card(metric("revenue"), facts(ROWS, YEAR), YEAR, DRAWING)
    headings, cells = table(drawn)
    assert headings == ["Region", "Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"]
    assert cells == [["East", None, 10, None, None], ["West", 30, 60, None, None]]
    assert [list(bar.y) for bar in figure(drawn).data][:2] == [[None, 30], [10, 60]]
    assert keys(drawn) == ["Q1 ₹30.00", "Q2 ₹70.00"]
    assert title(drawn) == "West earns 90 % of revenue on 50 % of spend"
    assert caption(drawn) == f"Revenue by region and quarter, calendar year 2024; {SELECT}"


def test_a_ratio_is_one_of_sums() -> None:
    drawn = quarter_card(metric("roas"), facts(ROWS, YEAR), YEAR, DRAWING)
    assert table(drawn)[1] == [["East", None, 0.5, None, None], ["West", 3, 6, None, None]]
    assert keys(drawn) == ["Q1 3.0×", "Q2 2.3×"]
    assert caption(drawn).startswith("ROAS, blended")


def test_a_quarter_partly_loaded_is_hatched_and_named() -> None:
    loaded = period("2023-01-04", "2024-05-02")
    drawn = quarter_card(metric("revenue"), facts(ROWS, YEAR, loaded=loaded), YEAR, DRAWING)
    assert note(drawn) == "Q2 2024 has 32 of 91 days: hatched."
    assert set(figure(drawn).data[1].marker.pattern.shape) == {"/"}
    assert figure(drawn).data[0].marker.pattern.shape is None


def test_a_year_without_rows_says_so_for_every_metric() -> None:
    for known in METRICS:
        drawn = quarter_card(known, facts((), YEAR), YEAR, DRAWING)
        assert title(drawn) == "No rows in 2024 with these filters"
        assert table(drawn)[1] == []


def test_a_hostile_region_is_text_in_the_figure() -> None:
    drawn = quarter_card(
        metric("revenue"), facts((row("2024-02-01", region="<b>x</b>", revenue=3),), YEAR), YEAR, DRAWING
    )
    assert "<b>x" not in str(figure(drawn).layout.xaxis.ticktext)
    assert "<b>x" not in str(figure(drawn).data[0].hovertext)


def test_a_fiscal_year_names_its_own_quarters() -> None:
    fiscal = period("2024-04-01", "2025-03-31")
    drawn = quarter_card(metric("revenue"), facts(ROWS, fiscal), fiscal, DRAWING)
    assert table(drawn)[0][1] == "Q1 FY25 (Apr–Jun)"
    assert table(drawn)[1] == [["East", 10, None, None, None], ["West", 60, None, None, None]]
    assert caption(drawn) == f"Revenue by region and quarter, FY 2024-25; {SELECT}"


def test_a_bar_filters_by_its_region_and_the_others_stay_faded() -> None:
    whole = quarter_card(metric("revenue"), facts(ROWS, YEAR), YEAR, DRAWING)
    drawn = quarter_card(metric("revenue"), facts(ROWS, YEAR), YEAR, DRAWING, ("West",))
    bars = figure(drawn).data
    assert [list(bar.customdata) for bar in bars] == [["East", "West"]] * 4
    assert [colour.endswith(",0.3)") for colour in bars[0].marker.color] == [True, False]
    assert table(drawn) == table(whole)
    assert keys(drawn) == ["Q1 ₹30.00", "Q2 ₹60.00"]
