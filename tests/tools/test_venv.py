import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "venv.sh"
NEW_ENOUGH = "*version_info*) exit 0 ;; "
TOO_OLD = "*version_info*) exit 1 ;; "
NO_VENV = "*ensurepip*) exit 1 ;; "


def python(folder: Path, name: str, version: str, answers: str) -> None:
    """A stand-in for a Python: its version, how it answers `-c`, and a `-m venv` that copies it."""
    path = folder / name
    path.write_text(
        f'#!/bin/sh\ncase "$*" in --version) echo Python {version} ;; {answers} '
        '*venv*.venv) rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;; '
        f'*) echo "{name} $*" >> called ;; esac\n'
    )
    path.chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for tool in ("rm", "mkdir", "cp"):
        (tmp_path / tool).symlink_to(
            next(path for path in (Path("/bin", tool), Path("/usr/bin", tool)) if path.exists())
        )
    return tmp_path


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(SCRIPT), "requirements.txt"]
    return subprocess.run(
        command, cwd=folder, env={"PATH": str(folder), **environment}, capture_output=True, text=True, check=False
    )


def test_it_installs_into_an_environment_of_its_own(folder: Path) -> None:
    python(folder, "python3", "3.11.2", NEW_ENOUGH)
    assert run(folder).returncode == 0
    assert (folder / "called").read_text().splitlines()[-1].endswith("-r requirements.txt")


def test_a_newer_python_is_taken_where_python3_is_too_old(folder: Path) -> None:
    python(folder, "python3", "3.10.12", TOO_OLD)
    python(folder, "python3.12", "3.12.1", NEW_ENOUGH)
    told = run(folder)
    assert (told.returncode, "Making .venv with Python 3.12.1" in told.stderr) == (0, True)


def test_only_an_old_python_is_there(folder: Path) -> None:
    python(folder, "python3", "3.10.12", TOO_OLD)
    told = run(folder)
    assert told.returncode == 1
    assert "Python 3.11 or newer is needed, found only Python 3.10.12." in told.stderr
    assert not (folder / ".venv").exists()


def test_no_python_is_there(folder: Path) -> None:
    told = run(folder)
    assert (told.returncode, "found none" in told.stderr) == (1, True)


def test_the_venv_module_is_missing(folder: Path) -> None:
    python(folder, "python3.11", "3.11.2", NEW_ENOUGH + NO_VENV)
    told = run(folder)
    assert told.returncode == 1
    assert "sudo apt-get install python3.11-venv" in told.stderr


def test_the_python_asked_for_is_the_one_used(folder: Path) -> None:
    python(folder, "python3", "3.11.2", NEW_ENOUGH)
    python(folder, "mine", "3.13.0", NEW_ENOUGH)
    assert "Making .venv with Python 3.13.0" in run(folder, PYTHON="mine").stderr


def test_an_environment_that_works_is_kept(folder: Path) -> None:
    (folder / ".venv/bin").mkdir(parents=True)
    python(folder / ".venv/bin", "python", "3.11.2", NEW_ENOUGH)
    told = run(folder)
    assert (told.returncode, "Making" in told.stderr) == (0, False)


def test_an_environment_that_lost_its_python_is_made_again(folder: Path) -> None:
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/python").symlink_to(folder / "gone")
    python(folder, "python3", "3.11.2", NEW_ENOUGH)
    assert "Making .venv with Python 3.11.2" in run(folder).stderr
