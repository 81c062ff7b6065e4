"""Going back: the version before the one in force is put in force again."""

import shutil

from data import pointer
from data.identity import STAMP, mark_of, moment_after
from data.jobs import Refused
from data.pointer import versions
from data.store import Store
from settings import Settings


def roll_back(settings: Settings) -> str:
    """Put the version before the one in force in force again, as a new version; `ensure` keeps it till files change.

    Raises NothingBefore where no version before it is kept that this release can read.
    """
    with pointer.exclusive(settings.state) as scratch:
        kept = versions(settings.state)
        if len(kept) < 2 or Store(settings.state).snapshot(kept[-2]).version != kept[-2]:
            raise NothingBefore(f"no version before the one in force is kept in {settings.state} that can be read here")
        before, present = kept[-2:]
        again = shutil.copyfile(pointer.path(settings.state, before), scratch / "again.duckdb")
        version = f"{moment_after(present):{STAMP}}-{mark_of(before)}"
        pointer.hold(settings.state, mark_of(present))
        pointer.promote(settings.state, again, version)
        return version


class NothingBefore(Refused):
    """There is no version to go back to."""
