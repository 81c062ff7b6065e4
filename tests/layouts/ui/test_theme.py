from itertools import product

import pytest

from layouts.ui.theme import (
    CHANNELS,
    LIGHT,
    Theme,
    category_colours,
    channel_colours,
    ordered_colours,
    tokens,
)

READABLE, VISIBLE = 4.5, 3.0
ACCENTS = (None, "#0B6782", "#E91E63", "#FFE600", "#101010", "#FFFFFF")


def luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_text_is_readable_on_what_it_stands_on(theme: Theme) -> None:
    colours = tokens(theme)
    inks = (colours.ink, colours.ink_2, colours.ink_3, colours.good, colours.bad)
    assert all(contrast(ink, ground) >= READABLE for ink, ground in product(inks, (colours.canvas, colours.surface)))


@pytest.mark.parametrize(("theme", "accent"), list(product(Theme, ACCENTS)))
def test_any_accent_is_readable_and_can_be_written_on(theme: Theme, accent: str | None) -> None:
    colours = tokens(theme, accent)
    assert contrast(colours.accent, colours.surface) >= READABLE
    assert contrast(colours.accent, colours.canvas) >= READABLE
    assert contrast(colours.on_accent, colours.accent) >= READABLE
    assert contrast(colours.ink, colours.accent_soft) >= READABLE


def test_an_accent_that_is_readable_is_kept_as_given() -> None:
    assert tokens(Theme.LIGHT, "#7A1FA2").accent == "#7A1FA2"


@pytest.mark.parametrize("theme", Theme)
def test_channels_stand_out_from_the_surface(theme: Theme) -> None:
    colours = tokens(theme)
    assert all(contrast(colour, colours.surface) >= VISIBLE for colour in colours.categories)


def test_a_channel_keeps_its_colour_whatever_else_is_there() -> None:
    every, few = channel_colours(CHANNELS, Theme.LIGHT), channel_colours(("Email", "Fax"), Theme.LIGHT)
    assert every["Email"] == few["Email"] == "#0AA080"
    assert few["Fax"] == every["Google Ads"]


def test_channels_beyond_the_eighth_are_grey() -> None:
    colours = channel_colours((*CHANNELS, "Zine"), Theme.DARK)
    assert colours["Zine"] == tokens(Theme.DARK).compare


@pytest.mark.parametrize(("text", "theme"), [("dark", Theme.DARK), ("light", Theme.LIGHT), ("<x>", Theme.LIGHT)])
def test_an_unknown_theme_is_the_light_one(text: str, theme: Theme) -> None:
    assert Theme.parse(text) is theme


def test_categories_take_the_colours_from_the_start_in_alphabetical_order() -> None:
    names = [f"Type {letter}" for letter in "IABCDEFGH"]
    given = category_colours(names, LIGHT)
    assert [given[name] for name in sorted(names)] == [*LIGHT.categories, LIGHT.compare]


def test_ordered_things_are_steps_of_the_scale() -> None:
    assert list(ordered_colours(["a", "b", "c"], LIGHT).values()) == ["#A9D2DE", "#1F83A0", "#063A4C"]
    assert list(ordered_colours(["a"], LIGHT).values()) == ["#A9D2DE"]
    assert len(set(ordered_colours([str(place) for place in range(9)], LIGHT).values())) == 5
