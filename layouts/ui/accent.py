"""The accent of a brand: made readable on both themes, with what stands on it and behind it."""

from dataclasses import dataclass

WHITE, BLACK = "#FFFFFF", "#000000"
READABLE = 4.5
STEP = 0.04
SOFT = 0.12


@dataclass(frozen=True)
class Accent:
    """The accent itself, the colour of words on it, and its tint behind words."""

    accent: str
    on_accent: str
    soft: str


def fitted(wanted: str, ink: str, surface: str, canvas: str) -> Accent:
    """`wanted` moved towards `ink` only as far as it must be to read at 4.5:1 on `surface` and `canvas` (WCAG 2.2)."""
    mixes = (mix(wanted, ink, step * STEP) for step in range(round(1 / STEP) + 1))
    grounds = (surface, canvas)
    accent = next((mixed for mixed in mixes if min(contrast(mixed, ground) for ground in grounds) >= READABLE), ink)
    on_accent = max((WHITE, BLACK), key=lambda ground: contrast(accent, ground))
    return Accent(accent, on_accent, mix(surface, accent, SOFT))


def contrast(one: str, other: str) -> float:
    """The contrast of two #rrggbb colours, 1 to 21: (L1 + 0.05) / (L2 + 0.05) with relative luminances (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` of `other`, channel by channel."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
