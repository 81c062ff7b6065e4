from analytics.metrics import metric
from analytics.quarters import partial_quarters, quarter_name, quarterly, quarters, year_name
from tests.analytics.frames import period, row, rows

YEAR, FISCAL = period("2024-01-01", "2024-12-31"), period("2024-04-01", "2025-03-31")


def test_a_metric_by_region_and_quarter() -> None:
    given = rows(
        row("2024-03-31", region="West", revenue=1),
        row("2024-04-01", region="West", revenue=2),
        row("2024-06-30", region="West", revenue=3),
        row("2024-12-31", region="East", revenue=4),
    )
    table = quarterly(metric("revenue"), given, "region", YEAR)
    assert list(table.index) == ["East", "West"]
    assert table.shape == (2, 4)
    assert table.to_numpy()[1].tolist()[:2] == [1, 5]
    assert table.loc["East", 4] == 4
    assert table.isna().sum().sum() == 5
    assert quarterly(metric("revenue"), rows(), "region", YEAR).empty


def test_quarters_are_three_months_from_the_start_of_the_year() -> None:
    assert list(quarters(YEAR).values()) == [
        period("2024-01-01", "2024-03-31"),
        period("2024-04-01", "2024-06-30"),
        period("2024-07-01", "2024-09-30"),
        period("2024-10-01", "2024-12-31"),
    ]
    assert list(quarters(FISCAL).values())[2:] == [
        period("2024-10-01", "2024-12-31"),
        period("2025-01-01", "2025-03-31"),
    ]


def test_calendar_and_fiscal_years_and_quarters_are_named() -> None:
    assert [year_name(year) for year in (YEAR, FISCAL)] == ["calendar year 2024", "FY 2024-25"]
    assert [quarter_name(YEAR, 4), quarter_name(FISCAL, 1), quarter_name(FISCAL, 4)] == [
        "Q4 2024", "Q1 FY25 (Apr–Jun)", "Q4 FY25 (Jan–Mar)",
    ]  # fmt: skip


def test_a_fiscal_quarter_holds_the_rows_of_its_own_months() -> None:
    given = rows(row("2024-04-01", revenue=1), row("2025-03-31", revenue=2), row("2024-03-31", revenue=9))
    assert quarterly(metric("revenue"), given, "region", FISCAL).fillna(0).to_numpy().tolist() == [[1, 0, 0, 2]]


def test_a_quarter_partly_loaded_is_named_with_its_days() -> None:
    loaded = period("2023-01-04", "2024-05-01")
    assert partial_quarters(period("2023-01-01", "2023-12-31"), loaded) == {1: (87, 90)}
    assert partial_quarters(YEAR, loaded) == {2: (31, 91)}
    assert partial_quarters(FISCAL, loaded) == {1: (31, 91)}
    assert partial_quarters(period("2022-01-01", "2022-12-31"), loaded) == {}
