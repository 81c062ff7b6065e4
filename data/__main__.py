"""The command line: `python -m data check | publish | ensure | train | preview | accept | sample | …`."""

import json
import os
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import duckdb

import settings
from data import jobs
from data.load import load
from data.report import UNUSABLE, LoadReport
from data.uploads import origin
from settings import SettingError, Settings

MEMORY_LIMIT = "256MB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 clean, 1 with rejected rows, 2 unusable."""
    asked = _parser().parse_args(arguments)
    try:
        return COMMANDS[asked.command](asked, settings.from_environment(os.environ))
    except KeyboardInterrupt:
        return _refused("stopped")
    except (OSError, SettingError, duckdb.Error) as error:
        return _refused(str(error).splitlines()[0])


def check(asked: Namespace, chosen: Settings) -> int:
    """Say what would be loaded, without keeping anything."""
    paths = _paths(asked, chosen)
    with tempfile.TemporaryDirectory(prefix="novamart-check-") as folder:
        con = duckdb.connect(str(Path(folder) / "check.duckdb"), config={"memory_limit": MEMORY_LIMIT})
        with con:
            rejected = asked.rejected
            report = load(con, paths, date_format=chosen.date_format, currency=chosen.currency, rejected=rejected)
    return _reported(report, asked.json)


def publish(asked: Namespace, chosen: Settings) -> int:
    """Load the files and publish them as a new version."""
    from data import warehouse

    work = partial(warehouse.publish, _paths(asked, chosen), chosen)
    try:
        publication = jobs.run(asked.command, chosen.state, work, wait=True)
    except warehouse.Unpublishable as refusal:
        _reported(refusal.report, asked.json)
        return UNUSABLE
    code = _reported(publication.report, asked.json, publication.version)
    if not asked.json:
        _say(str(publication))
        if asked.paths and asked.paths != [chosen.data]:
            _say("set NOVAMART_DATA to these files, or the next start serves what it names now, else the sample")
    return code


def ensure(asked: Namespace, chosen: Settings) -> int:
    """Publish the files of the settings, or the sample, unless that is done already."""
    from data import warehouse

    def work(tell: jobs.Tell) -> str:
        return _in_force(warehouse.ensure(chosen, tell))

    try:
        present = None if jobs.claimed() else warehouse.in_force(chosen)
        _say(_in_force(present) if present else jobs.run(asked.command, chosen.state, work, wait=True))
    except warehouse.Unpublishable as refusal:
        _reported(refusal.report, False)
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
        time.sleep(chosen.watch or settings.WATCHING["on"])


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
        return _refused(str(error))
    _say(f"wrote the sample to {asked.out}")
    return 0


def versions(asked: Namespace, chosen: Settings) -> int:
    """List the published versions."""
    from data import warehouse

    found = warehouse.versions(chosen.state)
    if asked.json:
        _say(json.dumps({"versions": found, "in_force": found[-1] if found else None}, indent=2))
        return 0
    for version in found:
        _say(version)
    return 0


def rollback(asked: Namespace, chosen: Settings) -> int:
    """Put the version before the one in force in force again."""
    from data import warehouse

    try:
        version = jobs.run(asked.command, chosen.state, lambda tell: warehouse.roll_back(chosen), wait=True)
    except warehouse.NothingBefore as error:
        return _refused(str(error))
    _say(json.dumps({"version": version}) if asked.json else f"{_in_force(version)}, a copy of the one before")
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m data", description="Check, publish and list the data of the dashboard.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("check", "say what each file holds and what is wrong"), ("publish", "load and publish files")):
        command = commands.add_parser(name, help=does)
        command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file or folder; else NOVAMART_DATA")
        command.add_argument("--json", action="store_true", help="report as JSON")
        if name == "check":
            command.add_argument("--rejected", type=Path, metavar="DIR", help="keep rejected rows in this folder")
    commands.add_parser("ensure", help="publish what the settings name, or the sample, unless that is done")
    for name, does in (
        ("watch", "publish what the settings name whenever it changes"),
        ("train", "train models on the leads that are published"),
        ("preview", "check what readers brought in through the Data page"),
        ("accept", "publish what readers brought in"),
    ):
        commands.add_parser(name, help=does)
    writing = commands.add_parser("sample", help="write the built-in sample as files")
    writing.add_argument("--out", type=Path, default=Path("sample"), metavar="DIR")
    writing.add_argument("--rows", type=int, metavar="N", help="rows of the largest table")
    writing.add_argument("--seed", type=int, metavar="S")
    for name, does in (("list", "list the published versions"), ("rollback", "put the version before in force again")):
        commands.add_parser(name, help=does).add_argument("--json", action="store_true", help="answer as JSON")
    return parser


def _job(asked: Namespace, chosen: Settings, work: Callable[[jobs.Tell], str]) -> int:
    try:
        _say(jobs.run(asked.command, chosen.state, work))
    except jobs.Refused as refusal:
        return _refused(str(refusal))
    return 0


def _paths(asked: Namespace, chosen: Settings) -> list[Path]:
    if paths := asked.paths or origin(chosen):
        return list(paths)
    raise SettingError("NOVAMART_DATA", "a file or folder, or a PATH behind the command", "")


def _reported(report: LoadReport, as_json: bool, version: str | None = None) -> int:
    published = {"version": version} if version else {}
    _say(json.dumps(report.as_json() | published, indent=2) if as_json else str(report))
    return report.exit_code


def _in_force(version: str) -> str:
    return f"version {version} is in force"


def _refused(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return UNUSABLE


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


COMMANDS: Mapping[str, Callable[[Namespace, Settings], int]] = {
    "check": check,
    "publish": publish,
    "ensure": ensure,
    "watch": watch,
    "train": train,
    "preview": preview,
    "accept": accept,
    "sample": sample,
    "list": versions,
    "rollback": rollback,
}

if __name__ == "__main__":
    sys.exit(main())
