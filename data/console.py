"""What a command says, and its exit code."""

import json
import sys

from data.report import UNUSABLE, LoadReport


def reported(report: LoadReport, as_json: bool, version: str | None = None) -> int:
    """Say what became of the files; the exit code of their report."""
    published = {"version": version} if version else {}
    say(json.dumps(report.as_json() | published, indent=2) if as_json else str(report))
    return report.exit_code


def refused(reason: str) -> int:
    """Say why nothing was done."""
    sys.stderr.write(f"{reason}\n")
    return UNUSABLE


def say(text: str) -> None:
    """Say a line."""
    sys.stdout.write(f"{text}\n")


def in_force(version: str) -> str:
    """Which version is in force, in words."""
    return f"version {version} is in force"
