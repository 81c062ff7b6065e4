from data.answering import Source, source
from data.rollups import Relation


def test_a_sample_answers_for_the_facts_where_there_is_one() -> None:
    facts, sample = Relation("facts", frozenset(), 10), Relation("sample", frozenset(), 4, sample=True)
    assert source([facts]) == Source("facts")
    assert source([facts, sample]) == Source("sample", 2.5)
