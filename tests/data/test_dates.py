from collections.abc import Sequence

import duckdb
import pytest

from data.dates import DateFormat, decide
from data.problem import Unusable

DAY_FIRST, MONTH_FIRST = DateFormat("dmy", "/"), DateFormat("mdy", "/")


def decided(days: Sequence[str | None], setting: str | None = None) -> DateFormat:
    with duckdb.connect() as con:
        cells = "SELECT unnest(range(len($days))) + 2 AS line, unnest($days) AS cell"
        return decide(con, cells, {"days": days}, "Date", setting)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-01-02"], DateFormat("ymd", "-")),
        (["2024/1/2"], DateFormat("ymd", "/")),
        (["01/02/2024", "13/02/2024"], DAY_FIRST),
        (["01/02/2024", "02/13/2024"], MONTH_FIRST),
        (["01/02/24", "31/12/23"], DateFormat("dmy", "/", century=False)),
        (["1.2.2024", "13.2.2024"], DateFormat("dmy", ".")),
        (["01-13-24"], DateFormat("mdy", "-", century=False)),
        (["31/01/2024 10:00"], DAY_FIRST),
        (["01.02.2024"], DateFormat("dmy", ".")),
        ([f"{day:02}/07/2024" for day in range(1, 13)], DAY_FIRST),
        ([f"07/{day:02}/2024" for day in range(1, 13)], MONTH_FIRST),
        ([f"7/{day}/24" for day in range(3, 9)], DateFormat("mdy", "/", century=False)),
        (["05/05/2024"], DAY_FIRST),
        ([None, None], DateFormat("ymd", "-")),
        (["soon", "45000"], DateFormat("ymd", "-")),
    ],
)
def test_values_decide(days: Sequence[str | None], expected: DateFormat) -> None:
    assert decided(days) == expected


def test_the_most_frequent_shape_counts() -> None:
    assert decided(["2024-01-02", "13/02/2024", "14/02/2024"]) == DAY_FIRST
    assert decided(["13/02/24", "14/02/2024", "15/02/2024"]) == DAY_FIRST


def test_a_date_that_exists_neither_way_decides_nothing() -> None:
    assert decided(["01/02/2024", "99/02/2024", "01/02/2024", "13/13/2024", "02/13/2024"]) == MONTH_FIRST


@pytest.mark.parametrize(("setting", "expected"), [("dmy", DAY_FIRST), ("mdy", MONTH_FIRST)])
def test_the_setting_decides_where_values_do_not(setting: str, expected: DateFormat) -> None:
    assert decided(["01/02/2024"], setting) == expected
    assert decided(["01/13/2024", "13/01/2024"], setting) == expected


def test_values_outweigh_the_setting() -> None:
    assert decided(["13/02/2024"], "mdy") == DAY_FIRST
    assert decided(["2024-01-02"], "dmy") == DateFormat("ymd", "-")


def test_a_short_year_may_come_first_by_setting_only() -> None:
    assert decided(["24/01/02"], "ymd") == DateFormat("ymd", "/", century=False)


@pytest.mark.parametrize("setting", [None, "ymd"])
def test_undecided_asks_for_the_setting(setting: str | None) -> None:
    with pytest.raises(Unusable) as refused:
        decided([None, "01/02/2024", "03/04/2024"], setting)
    problem = refused.value.problem
    assert (problem.line, problem.column) == (3, "Date")
    assert "NOVAMART_DATE_FORMAT=dmy" in problem.expected
    assert "01/02/2024" in problem.found


def test_a_few_days_apart_decide_nothing() -> None:
    with pytest.raises(Unusable):
        decided(["01/07/2024", "02/07/2024", "03/07/2024"])
    with pytest.raises(Unusable):
        decided([f"{month:02}/01/2024" for month in range(1, 12, 2)])


def test_contradiction_names_both_values() -> None:
    with pytest.raises(Unusable, match="both 13/01/2024 and 01/14/2024"):
        decided(["13/01/2024", "01/14/2024"])


def test_a_format_explains_itself() -> None:
    assert str(DAY_FIRST) == "day first, as in 31/12/2024"
    assert str(DateFormat("mdy", "-", century=False)) == "month first, as in 12-31-24"
