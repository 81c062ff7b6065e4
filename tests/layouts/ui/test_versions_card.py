from dash import html

from layouts.ui.versions_card import Version, versions_card
from tests.layouts.ui.parts import attribute, parts, text

NOW = Version("5 Jan 2024, 10:00 UTC", "abcdef12", "31 Dec 2023", "1,234", "2")
BEFORE = Version("4 Jan 2024, 10:00 UTC", "12abcdef", "30 Dec 2023", "1,200", "1")


def test_the_first_is_in_force_and_the_way_back_says_what_ensues() -> None:
    card = versions_card([NOW, BEFORE], allowed=True, busy=False)
    assert text(card).count("in force") == 2
    assert "The version loaded 4 Jan 2024, 10:00 UTC is served again." in text(card)
    (button,) = [part for part in parts(card) if isinstance(part, html.Button)]
    assert (attribute(button, "data-upload"), attribute(button, "aria-disabled")) == ("back", "false")


def test_a_single_version_has_no_way_back() -> None:
    assert "Go back" not in text(versions_card([NOW], allowed=True, busy=False))


def test_a_reader_who_may_not_is_told_the_command() -> None:
    card = versions_card([NOW, BEFORE], allowed=False, busy=False)
    assert "python -m data rollback" in text(card)
    assert not [part for part in parts(card) if isinstance(part, html.Button)]


def test_while_a_job_runs_the_button_rests() -> None:
    (button,) = [p for p in parts(versions_card([NOW, BEFORE], allowed=True, busy=True)) if isinstance(p, html.Button)]
    assert attribute(button, "aria-disabled") == "true"
