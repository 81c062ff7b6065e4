import pytest

from data.dataset import DataSet, Mapped
from data.said import Said

SETTING, FOLDER, SOURCE = "dmy", "mdy", "ymd"


@pytest.mark.parametrize(
    ("said", "order"),
    [
        (Said(), None),
        (Said(date_format=SETTING), SETTING),
        (Said(DataSet(date_format=FOLDER), date_format=SETTING), FOLDER),
        (Said(DataSet(date_format=FOLDER), Mapped("*", date_format=SOURCE), SETTING), SOURCE),
        (Said(DataSet(date_format=FOLDER), Mapped("*"), SETTING), FOLDER),
    ],
)
def test_what_is_said_of_one_source_goes_before_its_folder_and_that_before_the_setting(
    said: Said, order: str | None
) -> None:
    assert said.order == order


def test_a_source_s_decimal_mark_goes_before_its_folder_s() -> None:
    folder = DataSet(decimal=".")
    assert [Said(folder).decimal, Said(folder, Mapped("*", decimal=",")).decimal, Said().decimal] == [".", ",", None]
