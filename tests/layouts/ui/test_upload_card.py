from dash import html

from layouts.ui.upload_card import brought, invitation, press, said, switched_off, upload_card
from tests.layouts.ui.parts import attribute, having, ids, parts, text


def test_the_card_has_a_zone_that_stays_hidden_until_files_are_taken() -> None:
    card = upload_card("bring")
    assert {f"bring-{part}" for part in ("field", "words", "sending", "said", "preview", "files")} < set(ids(card))
    (zone,) = having(card, "nm-dropzone")
    assert (zone.hidden, isinstance(zone, html.Label)) == (True, True)


def test_the_zone_says_what_is_taken() -> None:
    assert text(invitation((".csv", ".tsv", ".xlsx"), 1500)) == (
        "Choose files or drop them here.csv, .tsv or .xlsx, at most 1,500 MB each"
    )


def test_what_is_under_way_has_a_bar_and_what_is_over_has_none() -> None:
    sentence, bar = said("Checking: reading a.csv, 2 of 3", 1, 3)
    assert (text(sentence), attribute(bar, "value"), attribute(bar, "max")) == (
        "Checking: reading a.csv, 2 of 3",
        "1",
        "3",
    )
    assert attribute(said("Checking…", 0)[1], "value") is None
    assert [text(part) for part in said("Published.")] == ["Published."]
    assert said("") == []
    assert having(said("No room.", trouble=True), "nm-bad")


def test_where_it_is_off_the_setting_and_the_command_are_named() -> None:
    assert "NOVAMART_UPLOADS=on" in text(switched_off())
    assert "python -m data publish FOLDER" in text(switched_off())


def test_a_file_that_is_published_can_be_taken_out_once() -> None:
    files = [("a.csv", "came today"), ("b.csv", "came today")]
    shown = brought(files, ["b.csv"], allowed=True)
    buttons = [part for part in parts(shown) if isinstance(part, html.Button)]
    assert [(attribute(button, "data-upload"), attribute(button, "data-file")) for button in buttons] == [
        ("remove", "a.csv")
    ]
    assert attribute(buttons[0], "aria-label") == "Remove a.csv"
    assert "b.csvleaves with the next publication" in text(shown)
    assert not [part for part in parts(brought(files, [], allowed=False)) if isinstance(part, html.Button)]
    assert "A version before is in force" in text(brought(files, [], allowed=True, back=True))
    assert brought([], [], allowed=True, back=True) == []


def test_a_button_that_is_off_stays_where_it_is() -> None:
    assert attribute(press("Publish", "publish", off=True), "aria-disabled") == "true"
