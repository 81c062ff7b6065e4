"""What the sections of the attribution page answer, and what their cards say."""

from typing import Any

import pandas as pd

from tests.callbacks.asking import Answer, Client

HEAD = "attribution"
CREDIT = "credit"


def all_of(client: Client, query: str = "") -> Answer:
    """The page, but for its intervals."""
    answer = client.ask(query, page=HEAD)
    assert not answer.failed
    return answer


def credit(client: Client, query: str = "") -> Answer:
    """The section of credits and their intervals."""
    answer = client.ask(query, page=CREDIT)
    assert not answer.failed
    return answer


def shown(answer: Answer, chart: str) -> str:
    """Everything that a chart's card says."""
    return f"{answer.words(f'{chart}-head')} {answer.words(f'{chart}-note')}"


def table(answer: Answer, chart: str) -> pd.DataFrame:
    """What the twin of a chart holds, by its first column."""
    twin: Any = answer.part(f"{chart}-twin", "data")
    frame = pd.DataFrame(twin["rows"], columns=[column["name"] for column in twin["columns"]])
    return frame.set_index(frame.columns[0])


def column(answer: Answer, chart: str, name: str) -> dict[str, float]:
    """One column of that."""
    return {str(key): float(value) for key, value in table(answer, chart)[name].items()}
