from data.matches import Field, Match
from data.recognise import recognise
from data.tables.campaigns import CAMPAIGN
from tests.data.writing import campaign

HEADINGS = campaign({}).splitlines()[0].split(",")


def test_a_field_is_found_by_the_name_of_its_column_and_knows_its_place_and_heading() -> None:
    match = Match(CAMPAIGN, (Field(CAMPAIGN.column("spend"), "Ad Spend", 3),))
    found = match.field("spend")
    assert found is not None
    assert (found.heading, found.index) == ("Ad Spend", 3)
    assert match.field("revenue") is None


def test_every_required_column_of_a_recognised_file_has_its_field() -> None:
    match = recognise(HEADINGS)
    fields = [match.field(column.name) for column in CAMPAIGN.required]
    assert [HEADINGS[found.index] if found else None for found in fields] == [each.name for each in CAMPAIGN.required]
    assert (match.table, match.unknown, match.form, match.across) == (CAMPAIGN, (), None, ())
