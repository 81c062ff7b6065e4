from layouts.ui.files_card import File, files_card
from tests.layouts.ui.parts import text

PLAIN = File("a.csv", "Google Ads report", "Rows: 3 read", [], [])


def test_a_file_says_what_became_of_its_rows_and_why() -> None:
    read = File("b.csv", "Meta Ads report", "Rows: 3 read", ["dates: day first"], ["line 2: expected x, found y"], 7)
    card = text(files_card([read, PLAIN], ""))
    assert "b.csvMeta Ads reportRows: 3 read" in card
    assert "Decideddates: day firstProblemsline 2: expected x, found y… and 7 more" in card
    assert card.endswith("a.csvGoogle Ads reportRows: 3 read")


def test_what_is_not_listed_is_counted() -> None:
    assert text(files_card([PLAIN], "12 more files")).endswith("12 more files")
