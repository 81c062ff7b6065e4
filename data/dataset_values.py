"""What stands in a dataset.toml, value by value; each reader raises Unusable for what it does not take."""

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from data import currencies
from data.problem import Problem, Unusable


def refuse_unknown(prefix: str, said: Mapping[str, Any], known: Mapping[str, Any] | set[str]) -> None:
    """Refuse names that nothing here is called."""
    for name in said:
        if name not in known:
            raise wrong(f"{prefix}{name}", f"one of {', '.join(sorted(known))}", name)


def text(name: str, said: object) -> str:
    """A text that is not blank."""
    if not isinstance(said, str) or not said.strip():
        raise wrong(name, "a text", said)
    return said.strip()


def texts(name: str, said: object) -> Mapping[str, str]:
    """A table of texts."""
    if not isinstance(said, dict):
        raise wrong(name, "a table of texts", said)
    return {key: text(f"{name}.{key}", value) for key, value in said.items()}


def several(name: str, said: object) -> tuple[str, ...]:
    """One text or a list of them, in small letters."""
    listed = said if isinstance(said, list) else [said]
    return tuple(text(name, each).casefold() for each in listed)


def one_of(*allowed: str) -> Callable[[str, object], str]:
    """A reader of one of these words."""

    def read(name: str, said: object) -> str:
        if said not in allowed:
            raise wrong(name, "one of " + ", ".join(allowed), said)
        return str(said)

    return read


def currency(name: str, said: object) -> str:
    """The code of a currency."""
    if not isinstance(said, str) or currencies.code(said) != said:
        raise wrong(name, "a currency code such as INR", said)
    return said


def month(name: str, said: object) -> int:
    """A month by its number."""
    if not isinstance(said, int) or not 1 <= said <= 12:
        raise wrong(name, "a month from 1 to 12", said)
    return said


def share(name: str, said: object) -> float:
    """A share from 0 to 1."""
    if not isinstance(said, int | float) or isinstance(said, bool) or not 0 <= said <= 1:
        raise wrong(name, "a share from 0 to 1", said)
    return float(said)


def zone(name: str, said: object) -> ZoneInfo:
    """A time zone by its name."""
    try:
        return ZoneInfo(text(name, said))
    except (ValueError, OSError, KeyError):
        raise wrong(name, "a time zone such as Asia/Kolkata", said) from None


def wrong(name: str, expected: str, found: object) -> Unusable:
    """What is refused: the name that says it, what was expected and what was found."""
    return Unusable(Problem(None, name, expected, repr(found)))
