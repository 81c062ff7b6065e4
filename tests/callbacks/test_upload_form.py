import json

import pytest

from callbacks.upload_form import form, source
from data.dataset import mapped
from data.declared import MAPPABLE
from data.problem import Unusable

HEADINGS = ("Tag", "Kosten & mehr", "")


def test_the_form_knows_every_table_its_columns_and_the_headings() -> None:
    said = json.loads(form(HEADINGS))
    assert [table["name"] for table in said["tables"]] == [table.name for table in MAPPABLE]
    assert all(table["label"] and table["columns"] for table in said["tables"])
    assert said["headings"] == list(HEADINGS)


def test_an_answer_is_a_source_with_the_headings_as_the_file_writes_them() -> None:
    given = "table=ad_performance&column.date=0&column.spend=1&currency=+EUR+&decimal=%2C&platform=&unknown=1"
    said = source("shop.csv", given, HEADINGS)
    assert said == {
        "files": "shop.csv",
        "table": "ad_performance",
        "currency": "EUR",
        "decimal": ",",
        "columns": {"date": "Tag", "spend": "Kosten & mehr"},
    }
    assert mapped(said).currency == "EUR"


@pytest.mark.parametrize("place", ["3", "-1", "x", "0.0", "²", "1e9"])
def test_a_place_without_a_heading_is_refused(place: str) -> None:
    with pytest.raises(Unusable, match="date: expected one of the headings"):
        source("shop.csv", f"column.date={place}", HEADINGS)


@pytest.mark.parametrize("given", ["", "&&==", "%FF%00", "column.=0", "a" * 4000])
def test_anything_else_is_read_without_an_error(given: str) -> None:
    assert source("shop.csv", given, HEADINGS)["files"] == "shop.csv"
