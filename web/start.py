"""Whether this configuration may be served at all."""

import sys
from collections.abc import Mapping
from typing import NoReturn

from environment import from_environment
from settings import SettingError, Settings

BAD_CONFIGURATION = 78


def settings_or_exit(environment: Mapping[str, str]) -> Settings:
    """The settings, or the end of the process with one line that says why, and code 78 (EX_CONFIG)."""
    try:
        settings = from_environment(environment)
    except SettingError as error:
        stop(str(error))
    if reason := refuse(settings):
        stop(reason)
    return settings


def stop(reason: str) -> NoReturn:
    """End the process because of its configuration."""
    sys.stderr.write(f"{reason}\n")
    raise SystemExit(BAD_CONFIGURATION)


def refuse(settings: Settings) -> str | None:
    """Why this configuration must not be served, with its remedy, in one line; None if it may.

    Whoever may bring files in needs a password where others reach the server, also if it is public. Beyond loopback
    one's own data needs a password or the word that it is public, and a password needs a key that all workers share
    and that outlives a restart.
    """
    if settings.uploads and not settings.password and (settings.public or not settings.on_loopback):
        return (
            f"NOVAMART_UPLOADS would let everybody who reaches {settings.host} bring in files: set NOVAMART_PASSWORD, "
            "or leave NOVAMART_UPLOADS off."
        )
    if settings.on_loopback:
        return None
    if settings.holds_own and not (settings.password or settings.public):
        return (
            f"{_own(settings)} would be open to everybody who reaches {settings.host}: set NOVAMART_PASSWORD, "
            "or NOVAMART_PUBLIC=1 if that is meant, or leave BIND out to serve this machine only."
        )
    if settings.password and not settings.secret_key:
        return (
            "NOVAMART_PASSWORD needs NOVAMART_SECRET_KEY to sign sessions with: set it to the output of "
            "python -c 'import secrets; print(secrets.token_hex(32))'."
        )
    return None


def _own(settings: Settings) -> str:
    return "NOVAMART_DATA" if settings.data else f"What was brought in ({settings.uploaded})"
