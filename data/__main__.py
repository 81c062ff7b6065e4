"""The command line: `python -m data check | publish | ensure | train | preview | accept | sample | …`."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import duckdb

from data.commands import accept, check, ensure, preview, publish, sample, train, watch
from data.console import refused
from data.version_commands import rollback, versions
from environment import from_environment
from settings import SettingError, Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 clean, 1 with rejected rows, 2 unusable."""
    asked = _parser().parse_args(arguments)
    try:
        return COMMANDS[asked.command](asked, from_environment(os.environ))
    except KeyboardInterrupt:
        return refused("stopped")
    except (OSError, SettingError, duckdb.Error) as error:
        return refused(str(error).splitlines()[0])


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
