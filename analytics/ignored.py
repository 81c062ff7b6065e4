"""What a link says that is not used, in words for its reader."""

import re
import unicodedata
from collections.abc import Iterable

SHOWN, NAMED = 40, 3
TRACKING = re.compile(
    r"(utm|hsa|mtm|pk|mc|oly|vero|__hs\w*|_hs\w*)_.*|\w*clk?id|[gw]braid|li_fat_id|igshi?d?|srsltid|mkt_tok|_ga|_gl|ref"
)


def short(text: str) -> str:
    """A text from a link, cut where it is long, with a sign for each character that nothing shows."""
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _is_control(character) else character for character in text)
    return shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"


def unavailable(key: str, value: str) -> str:
    """The notice of a value that the page does not have."""
    return f"“{key}={short(value)}” in the link is not available here and was ignored."


def unknown(keys: Iterable[str]) -> list[str]:
    """The notice of keys that the page does not have, but for those by which mail and ads follow their readers."""
    names = [short(key) for key in keys if key and not TRACKING.fullmatch(key)]
    if not names:
        return []
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    listed = ", ".join(f"“{name}”" for name in names[:NAMED])
    verbs = ("is", "was") if len(names) == 1 else ("are", "were")
    return [f"{listed}{more} in the link {verbs[0]} not known to this page and {verbs[1]} ignored."]


def _is_control(character: str) -> bool:
    return unicodedata.category(character).startswith("C")
