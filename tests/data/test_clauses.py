import duckdb
import pytest

from data.clauses import literal, quoted, select, select_from


@pytest.mark.parametrize("text", ["plain", "it's", "'; DROP TABLE x; --", '"', ""])
def test_literals_and_names_hold_any_text(text: str) -> None:
    with duckdb.connect() as con:
        found = con.execute(f"SELECT {literal(text)} AS {quoted(text or 'x')}")
        assert found.description is not None
        assert (found.fetchall(), found.description[0][0]) == ([(text,)], text or "x")


def test_selects_nest() -> None:
    numbers = select_from(["range AS n", "2 * range AS m"], "range(4)")
    with duckdb.connect() as con:
        assert con.execute(select(["sum(m)"], numbers, "WHERE n > 1")).fetchall() == [(10,)]
