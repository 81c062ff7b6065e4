from dash import html

from layouts.ui.notices import empty, failure, failure_page, loading_page, not_found, notice, toasts
from tests.layouts.ui.parts import attribute, having, ids, parts, text


def actions(root: object) -> list[str]:
    return [attribute(part, "data-action") for part in parts(root) if attribute(part, "data-action")]  # type: ignore[arg-type]


def test_a_notice_can_be_dismissed_and_another_one_is_not_mistaken_for_it() -> None:
    first, second = notice("Channel Fax was ignored."), notice("Region Moon was ignored.")
    assert text(first) == "Channel Fax was ignored."
    assert actions(first) == ["dismiss"]
    assert attribute(first, "key") != attribute(second, "key")


def test_an_empty_card_says_what_is_missing_why_and_what_to_do() -> None:
    shown = empty("Touch times are missing", "Time decay needs touched_at.", html.A("See the file format"))
    assert text(shown) == "Touch times are missingTime decay needs touched_at.See the file format"
    assert text(empty("Nothing", "No rows.")) == "NothingNo rows."


def test_a_failed_card_offers_another_try_and_a_report_number() -> None:
    shown = failure("This chart could not be drawn", "It took longer than 10 s.", "7F3A")
    assert "Report no. 7F3A" in text(shown)
    assert actions(shown) == ["reload"]


def test_a_page_waiting_for_rows_is_marked_as_such() -> None:
    assert attribute(loading_page(), "data-waiting") == ""
    assert attribute(failure_page("7F3A"), "data-waiting") is None


def test_a_page_waiting_for_rows_says_what_stands_in_their_way() -> None:
    assert "a.csv: no rows" in text(loading_page(trouble="a.csv: no rows"))


def test_a_failed_page_carries_its_report_number_and_another_try() -> None:
    assert "7F3A" in text(failure_page("7F3A"))
    assert actions(failure_page("7F3A")) == ["reload"]


def test_a_page_that_is_not_there_names_its_path_and_leads_back() -> None:
    assert "Nothing is at /nowhere." in text(not_found("/nowhere"))
    assert [link.href for link in having(not_found("/nowhere"), "nm-link")] == ["/"]


def test_toasts_are_read_out() -> None:
    assert ids(toasts()) == ["toasts"]
    assert attribute(toasts(), "aria-live") == "polite"
