from pathlib import Path

import pytest

from data.query import ROWS, Distribution, Query
from data.snapshot import Snapshot
from data.store import Store
from data.tables.customers import CUSTOMER
from tests.benchmarks import customers


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """2,000 made customers."""
    state: Path = tmp_path_factory.mktemp("state")
    customers.publish(2_000, state)
    return Store(state).snapshot()


def test_made_customers_are_published(snapshot: Snapshot) -> None:
    assert snapshot.ask(Query(CUSTOMER.name, (ROWS,)))[ROWS].tolist() == [2_000]
    assert len(snapshot.values(CUSTOMER.name, "customer_segment")) == 4


@pytest.mark.parametrize("question", customers.QUESTIONS.values(), ids=customers.QUESTIONS)
def test_every_question_of_the_bench_has_an_answer(snapshot: Snapshot, question: Distribution) -> None:
    assert not snapshot.ask(question).empty
