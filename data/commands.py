"""What each command of the command line does; its answer is the exit code."""

import tempfile
import time
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from data import jobs
from data.console import in_force, refused, reported, say
from data.load import load
from data.report import UNUSABLE
from data.uploads import origin
from environment import WATCHING
from settings import SettingError, Settings

MEMORY_LIMIT = "256MB"


def check(asked: Namespace, chosen: Settings) -> int:
    """Say what would be loaded, without keeping anything."""
    paths = _paths(asked, chosen)
    with tempfile.TemporaryDirectory(prefix="novamart-check-") as folder:
        con = duckdb.connect(str(Path(folder) / "check.duckdb"), config={"memory_limit": MEMORY_LIMIT})
        with con:
            rejected = asked.rejected
            report = load(con, paths, date_format=chosen.date_format, currency=chosen.currency, rejected=rejected)
    return reported(report, asked.json)


def publish(asked: Namespace, chosen: Settings) -> int:
    """Load the files and publish them as a new version."""
    from data import warehouse

    work = partial(warehouse.publish, _paths(asked, chosen), chosen)
    try:
        publication = jobs.run(asked.command, chosen.state, work, wait=True)
    except warehouse.Unpublishable as refusal:
        reported(refusal.report, asked.json)
        return UNUSABLE
    code = reported(publication.report, asked.json, publication.version)
    if not asked.json:
        say(str(publication))
        if asked.paths and asked.paths != [chosen.data]:
            say("set NOVAMART_DATA to these files, or the next start serves what it names now, else the sample")
    return code


def ensure(asked: Namespace, chosen: Settings) -> int:
    """Publish the files of the settings, or the sample, unless that is done already."""
    from data import warehouse

    def work(tell: jobs.Tell) -> str:
        return in_force(warehouse.ensure(chosen, tell))

    try:
        present = None if jobs.claimed() else warehouse.in_force(chosen)
        say(in_force(present) if present else jobs.run(asked.command, chosen.state, work, wait=True))
    except warehouse.Unpublishable as refusal:
        reported(refusal.report, False)
        return UNUSABLE
    return 0


def watch(asked: Namespace, chosen: Settings) -> int:
    """Publish the files of the settings whenever they have changed, until it is stopped."""
    from data.watching import Watch

    if chosen.data is None:
        raise SettingError("NOVAMART_DATA", "a file or folder to watch", "")
    watching = Watch(chosen)
    while True:
        watching.look()
        time.sleep(chosen.watch or WATCHING["on"])


def train(asked: Namespace, chosen: Settings) -> int:
    """Train models on the leads of the version in force."""
    from data import training

    return _job(asked, chosen, partial(training.train, chosen.state))


def preview(asked: Namespace, chosen: Settings) -> int:
    """Check what readers brought in, as the Data page shows it."""
    from data import intake

    return _job(asked, chosen, partial(intake.preview, chosen))


def accept(asked: Namespace, chosen: Settings) -> int:
    """Publish what readers brought in."""
    from data import intake

    return _job(asked, chosen, partial(intake.accept, chosen))


def sample(asked: Namespace, chosen: Settings) -> int:
    """Write the built-in sample as files."""
    from data import sample as built_in

    options = {"rows": asked.rows} | ({"seed": asked.seed} if asked.seed is not None else {})
    try:
        built_in.write(asked.out, **options)
    except ValueError as error:
        return refused(str(error))
    say(f"wrote the sample to {asked.out}")
    return 0


def _job(asked: Namespace, chosen: Settings, work: Callable[[jobs.Tell], str]) -> int:
    try:
        say(jobs.run(asked.command, chosen.state, work))
    except jobs.Refused as refusal:
        return refused(str(refusal))
    return 0


def _paths(asked: Namespace, chosen: Settings) -> list[Path]:
    if paths := asked.paths or origin(chosen):
        return list(paths)
    raise SettingError("NOVAMART_DATA", "a file or folder, or a PATH behind the command", "")
