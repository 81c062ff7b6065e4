"""The visual language's tokens: one source for the style sheet and for the figures, in both themes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from layouts.ui.accent import fitted

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
CHANNELS = ("Google Ads", "Facebook", "Instagram", "LinkedIn", "Email", "Organic Search", "Referral", "Direct")


class Theme(StrEnum):
    """The two themes."""

    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def parse(cls, text: object) -> "Theme":
        """The theme of that name, LIGHT for anything else."""
        return cls.DARK if text == cls.DARK else cls.LIGHT


@dataclass(frozen=True)
class Tokens:
    """Every colour of a theme; each plain one is the CSS variable --nm-<name>."""

    canvas: str
    surface: str
    sunken: str
    raised: str
    line: str
    grid: str
    line_strong: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    on_accent: str
    accent_soft: str
    compare: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    warn: str
    warn_soft: str
    brand: str
    categories: tuple[str, ...]
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]


LIGHT = Tokens(
    canvas="#F5F6F8",
    surface="#FFFFFF",
    sunken="#EEF0F3",
    raised="#FFFFFF",
    line="#E2E5EA",
    grid="#ECEEF1",
    line_strong="#868F9D",
    ink="#12171F",
    ink_2="#465060",
    ink_3="#5F6877",
    accent="#0B6782",
    on_accent="#FFFFFF",
    accent_soft="#E2F0F4",
    compare="#858E9C",
    good="#00735C",
    good_soft="#E0F3EE",
    bad="#B93A0B",
    bad_soft="#FCEBE4",
    warn="#875600",
    warn_soft="#FBF0DA",
    brand="#F0A02F",
    categories=("#2C8DF2", "#995700", "#D35FA6", "#6D41BC", "#0AA080", "#A18E02", "#BD5F59", "#686B72"),
    sequential=("#E4F0F4", "#A9D2DE", "#62AFC5", "#1F83A0", "#0B5A73", "#063A4C"),
    diverging=("#A63A0E", "#E08F66", "#F6D9CB", "#F3F4F6", "#C6E0E8", "#5FA6BE", "#0B5F7A"),
)
DARK = Tokens(
    canvas="#0C0F14",
    surface="#14181F",
    sunken="#1C222C",
    raised="#1F2631",
    line="#29303C",
    grid="#222934",
    line_strong="#6C7788",
    ink="#EEF1F5",
    ink_2="#B6BFCC",
    ink_3="#929CAB",
    accent="#55BAD6",
    on_accent="#05212A",
    accent_soft="#12303A",
    compare="#6F7A8A",
    good="#4FC7A6",
    good_soft="#10302A",
    bad="#FF8F66",
    bad_soft="#3A1E14",
    warn="#E9B451",
    warn_soft="#33260D",
    brand="#F5B04C",
    categories=("#64B3FF", "#FAB703", "#D73D73", "#A056DB", "#65DEB7", "#858807", "#EC8872", "#878A92"),
    sequential=("#17303A", "#1B4D5E", "#237087", "#3897B3", "#6CBFD6", "#B9E6F2"),
    diverging=("#FF9468", "#B5603C", "#5A3526", "#222934", "#1D4555", "#2F87A3", "#74CBE4"),
)


def tokens(theme: Theme, accent: str | None = None) -> Tokens:
    """The tokens of a theme; `accent` (#rrggbb) replaces its accent, moved as far as it must be to stay readable."""
    plain = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}[theme]
    if accent is None:
        return plain
    own = fitted(accent.upper(), plain.ink, plain.surface, plain.canvas)
    return replace(plain, accent=own.accent, on_accent=own.on_accent, accent_soft=own.soft)


def channel_colours(names: tuple[str, ...], theme: Theme) -> Mapping[str, str]:
    """A colour for each channel of the whole table, the same on every page and under every filter.

    Known channels keep their slot, unknown ones take the free slots in alphabetical order, the rest compare grey.
    """
    colours = tokens(theme)
    slots = dict(zip(CHANNELS, colours.categories, strict=True))
    unknown = sorted(set(names) - set(CHANNELS))
    free = [slots[channel] for channel in CHANNELS if channel not in names]
    given = dict(zip(unknown, free, strict=False))
    return {name: slots.get(name) or given.get(name, colours.compare) for name in names}


def category_colours(names: Iterable[str], colours: Tokens) -> Mapping[str, str]:
    """A colour for each of the members of the whole table, in alphabetical order; compare grey from the ninth on."""
    ordered = sorted(names)
    return {**dict.fromkeys(ordered, colours.compare), **dict(zip(ordered, colours.categories, strict=False))}


def ordered_colours(names: Sequence[str], colours: Tokens) -> Mapping[str, str]:
    """A step of the sequential scale for each of the names, in their own order: further from the surface is later."""
    steps = colours.sequential[1:]
    last = max(len(names) - 1, 1)
    return {name: steps[round(place * (len(steps) - 1) / last)] for place, name in enumerate(names)}
