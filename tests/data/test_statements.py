import pytest

from data.query import ROWS, Query, Rows
from data.rollups import Relation
from data.statements import statement
from data.tables.campaigns import CAMPAIGN

FACTS = Relation("facts", frozenset({"date", "channel", "region", "spend", ROWS}), 1_000)
ROLLUP = Relation("by_channel", frozenset({"channel", "spend", ROWS}), 10)
SAMPLE = Relation("sample", frozenset(), 100, sample=True)


@pytest.mark.parametrize(("by", "relation"), [("channel", "by_channel"), ("region", "facts")])
def test_sums_are_asked_of_the_smallest_relation_that_holds_them(by: str, relation: str) -> None:
    asked = statement(Query(CAMPAIGN.name, ("spend",), (by,)), (FACTS, ROLLUP, SAMPLE))
    assert f'"{relation}"' in asked.text


def test_single_rows_are_asked_of_the_sample_where_there_is_one() -> None:
    question = Rows(CAMPAIGN.name, ("spend",))
    assert '"sample"' in statement(question, (FACTS, ROLLUP, SAMPLE)).text
    assert '"facts"' in statement(question, (FACTS, ROLLUP)).text
