import pytest

from data.tables.ads import AD
from layouts.ui.breakdown import AD as TABLE
from layouts.ui.breakdown import NOUNS, by_choice, column


@pytest.mark.parametrize("by", NOUNS)
def test_every_choice_has_a_column_of_the_table(by: str) -> None:
    assert AD.column(column(by)).name == column(by)
    assert AD.name == TABLE


def test_the_choice_offers_them_all() -> None:
    choice = by_choice("region")
    assert all(by in choice.options for by in NOUNS)
    assert choice.default == ("region",)


def test_an_unknown_one_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        column("date")
