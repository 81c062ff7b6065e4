from collections.abc import Callable

import pytest

from data import dataset_values
from data.problem import Unusable

Reader = Callable[[str, object], object]


@pytest.mark.parametrize(
    ("reader", "said", "read"),
    [
        (dataset_values.text, " Shop ", "Shop"),
        (dataset_values.texts, {"spend": "Kosten "}, {"spend": "Kosten"}),
        (dataset_values.several, "Purchase", ("purchase",)),
        (dataset_values.several, ["Purchase", "Lead"], ("purchase", "lead")),
        (dataset_values.one_of(".", ","), ",", ","),
        (dataset_values.currency, "INR", "INR"),
        (dataset_values.month, 12, 12),
        (dataset_values.share, 1, 1.0),
    ],
)
def test_a_value_is_read(reader: Reader, said: object, read: object) -> None:
    assert reader("name", said) == read


@pytest.mark.parametrize(
    ("reader", "said", "expected"),
    [
        (dataset_values.text, " ", "a text"),
        (dataset_values.texts, "Kosten", "a table of texts"),
        (dataset_values.several, ["Purchase", 1], "a text"),
        (dataset_values.one_of(".", ","), ";", "one of ., ,"),
        (dataset_values.currency, "inr", "a currency code such as INR"),
        (dataset_values.month, 0, "a month from 1 to 12"),
        (dataset_values.share, 1.01, "a share from 0 to 1"),
        (dataset_values.share, True, "a share from 0 to 1"),
        (dataset_values.zone, "Moon/Base", "a time zone such as Asia/Kolkata"),
    ],
)
def test_what_is_none_is_refused_with_its_name_and_what_was_expected(
    reader: Reader, said: object, expected: str
) -> None:
    with pytest.raises(Unusable) as refusal:
        reader("source.name", said)
    assert (refusal.value.problem.column, refusal.value.problem.expected) == ("source.name", expected)


def test_a_text_inside_a_table_is_refused_by_its_place() -> None:
    with pytest.raises(Unusable, match=r"columns\.spend"):
        dataset_values.texts("columns", {"spend": 1})


def test_a_name_that_nothing_is_called_is_refused_with_those_that_are() -> None:
    dataset_values.refuse_unknown("source.", {"files": "*"}, {"files", "name"})
    with pytest.raises(Unusable, match=r"source\.shape: expected one of files, name"):
        dataset_values.refuse_unknown("source.", {"shape": "x"}, {"files", "name"})
