"""The tokens as CSS variables, in both themes."""

from dataclasses import asdict

from layouts.ui.theme import Theme, Tokens, tokens


def style_sheet(accent: str | None = None) -> str:
    """The CSS variables of both themes, for the page's head; paper is always light."""
    dark = _rule('[data-bs-theme="dark"]', tokens(Theme.DARK, accent))
    return f"{_rule(':root', tokens(Theme.LIGHT, accent))}@media screen{{{dark}}}"


def system_style_sheet(accent: str | None = None) -> str:
    """The CSS variables in the theme that the reader's system asks for, for a page without scripts."""
    dark = _rule(":root", tokens(Theme.DARK, accent))
    return f"{_rule(':root', tokens(Theme.LIGHT, accent))}@media (prefers-color-scheme: dark){{{dark}}}"


def _rule(selector: str, colours: Tokens) -> str:
    plain = {name: value for name, value in asdict(colours).items() if isinstance(value, str)}
    lines = "".join(f"--nm-{name.replace('_', '-')}:{value};" for name, value in plain.items())
    scales = {"category": colours.categories, "sequential": colours.sequential, "diverging": colours.diverging}
    steps = [f"--nm-{name}-{place}:{value};" for name, scale in scales.items() for place, value in enumerate(scale, 1)]
    return f"{selector}{{{lines}{''.join(steps)}}}"
