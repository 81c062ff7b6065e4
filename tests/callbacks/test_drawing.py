from pathlib import Path

from callbacks.drawing import drawing
from layouts.ui.theme import DARK, LIGHT, Theme, channel_colours
from tests.callbacks.opening import on_rows, opened
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows


def test_colours_are_of_the_theme_and_the_accent_of_the_settings(tmp_path: Path) -> None:
    publish_rows(tmp_path, campaign_performance=CAMPAIGN_ROWS)
    assert drawing(opened(tmp_path)).colours == LIGHT
    assert drawing(opened(tmp_path, theme="dark")).colours == DARK
    assert drawing(opened(tmp_path, accent="#7A1FA2")).colours.accent == "#7A1FA2"


def test_a_channel_keeps_its_colour_under_every_filter(tmp_path: Path) -> None:
    drawn = drawing(on_rows(tmp_path, "channel=Direct"))
    assert drawn.channels == channel_colours(("Direct", "Email"), Theme.LIGHT)


def test_it_carries_what_a_download_says(tmp_path: Path) -> None:
    state = on_rows(tmp_path, "channel=Email&from=2024-02-01&to=2024-02-29")
    drawn = drawing(state)
    said = "All regions and campaign types, channel Email, 1–29 Feb 2024, compared with 1–31 Jan 2024."
    assert drawn.about == (said, f"NovaMart, data version {state.edition}")
    assert (drawn.brand, drawn.currency, drawn.basis) == ("NovaMart", "INR", "blended")


def test_the_basis_is_the_view_s(tmp_path: Path) -> None:
    assert drawing(on_rows(tmp_path, "basis=paid")).basis == "paid"
