"""The commands that list the published versions and put one back in force."""

import json
from argparse import Namespace

from data import jobs, pointer
from data.console import in_force, refused, say
from settings import Settings


def versions(asked: Namespace, chosen: Settings) -> int:
    """List the published versions."""
    found = pointer.versions(chosen.state)
    if asked.json:
        say(json.dumps({"versions": found, "in_force": found[-1] if found else None}, indent=2))
        return 0
    for version in found:
        say(version)
    return 0


def rollback(asked: Namespace, chosen: Settings) -> int:
    """Put the version before the one in force in force again."""
    from data.rollback import NothingBefore, roll_back

    try:
        version = jobs.run(asked.command, chosen.state, lambda tell: roll_back(chosen), wait=True)
    except NothingBefore as error:
        return refused(str(error))
    say(json.dumps({"version": version}) if asked.json else f"{in_force(version)}, a copy of the one before")
    return 0
