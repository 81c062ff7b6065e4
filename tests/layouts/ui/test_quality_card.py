from layouts.ui.quality_card import Found, Report, Reported, findings, quality_card
from tests.layouts.ui.parts import attribute, having, text

WRONG = Reported(
    "wrong", "More clicks than impressions", "Look at both.", [Found("Campaigns", "2 rows of 9", "First: x", "/a")]
)
TWICE = Reported("look", "Gaps", "Look.", [Found("Campaigns", "1 gap", "y", "/b"), Found("Ads", "1 gap", "z", "/c")])


def test_a_finding_says_what_it_is_what_to_do_and_where_its_rows_are() -> None:
    card = quality_card(Report([WRONG], [], []))
    assert "1 check found something, 0 found nothing" in text(card)
    assert "Cannot be rightMore clicks than impressionsLook at both.Campaigns: 2 rows of 9First: xRows (CSV)" in text(
        card
    )
    (link,) = having(card, "nm-download")
    assert link.href == "/a"
    assert attribute(link, "aria-label") == "Rows (CSV) of “More clicks than impressions” in Campaigns"


def test_each_table_has_its_own_rows() -> None:
    assert [link.href for link in having(quality_card(Report([TWICE], [], [])), "nm-download")] == ["/b", "/c"]


def test_what_found_nothing_is_listed_with_how_much_was_looked_at_and_what_was_not_made_says_so() -> None:
    (quiet,) = having(quality_card(Report([], [("Gaps", "8 channels")], ["Sums"])), "nm-silent")
    assert text(quiet).startswith("1 check found nothing, 1 could not be madeGaps8 channelsSumsnot madeNot made: ")
    assert "Not made" not in text(quality_card(Report([], [("Gaps", "8 channels")], [])))


def test_a_clean_report_is_one() -> None:
    card = quality_card(Report([], [("Gaps", "8 channels"), ("Days", "3 days")], []))
    assert "2 checks made, nothing found" in text(card)
    assert not having(card, "nm-findings")


def test_one_finding_is_not_findings() -> None:
    assert (findings(1), findings(2)) == ("1 finding", "2 findings")
