"""What holds for the repository as a whole: rules that no single module can keep by itself."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from data.table import Table
from data.tables import TABLES
from data.tables.customers import CORRELATION
from environment import READERS

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
ASSETS = (".css", ".js", ".svg", ".png", ".LICENSE.txt")
LONGEST_MODULE = 150
URL = re.compile(r"(?:https?:)?//((?:[\w-]+\.)+[a-z]{2,}|localhost)(?=[/:\"'\s)])")
OWN_HOSTS = {"localhost", "lucide.dev", "www.w3.org"}
PIN = re.compile(r"([a-z0-9-]+)==([0-9][^\s;]*)( ; .+)?")
SETTING = re.compile(r"NOVAMART_[A-Z_]+")


def ignored() -> frozenset[str]:
    lines = (ROOT / ".gitignore").read_text().splitlines()
    return frozenset({".git", *(line.rstrip("/") for line in lines)})


def files(*suffixes: str) -> list[Path]:
    """The files of the repository that end so, all of them if nothing is said."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in ignored()]
        found += [Path(folder, name) for name in names if not suffixes or name.endswith(suffixes)]
    return sorted(found)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def modules() -> list[str]:
    """Every module that the product consists of."""
    product = PROJECT["tool"]["coverage"]["run"]["source"]
    paths = [path.relative_to(ROOT).with_suffix("") for path in files(".py")]
    return [".".join(path.parts).removesuffix(".__init__") for path in paths if path.parts[0] in product]


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in files(".py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name(path)}:{node.lineno} {node.name}", node


def typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    arguments = [argument for argument in named if argument and argument.arg not in ("self", "cls")]
    return function.returns is not None and all(argument.annotation for argument in arguments)


def pins(file: str) -> dict[str, str]:
    """Version by package; fails on a line that is not an exact pin."""
    lines = (line.strip() for line in (ROOT / file).read_text().splitlines())
    found = [(line, PIN.fullmatch(line)) for line in lines if line and not line.startswith("#")]
    assert [line for line, match in found if not match] == []
    return {match[1]: match[2] for _, match in found if match}


def out_of_step(pinned: dict[str, str], wanted: list[str]) -> list[str]:
    requirements = [Requirement(text) for text in wanted]
    return [str(r) for r in requirements if pinned.get(canonicalize_name(r.name), "none") not in r.specifier]


def test_continuous_integration_runs_the_tests() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    told = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [
        tool for tool in ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest") if tool not in told
    ] == []


def test_the_import_rules_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_every_function_is_typed() -> None:
    assert [where for where, function in functions() if not typed(function)] == []


def test_modules_of_the_product_are_short() -> None:
    product = [path for path in files(".py") if not path.is_relative_to(ROOT / "tests")]
    lengths = {name(path): len(path.read_text().splitlines()) for path in product}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_assets_are_served_so_only_what_a_browser_needs_is_there() -> None:
    served = [name(path) for path in files() if path.is_relative_to(ROOT / "assets")]
    assert [path for path in served if not path.endswith(ASSETS)] == []


def test_nothing_comes_from_another_host() -> None:
    apart = (ROOT / "assets" / "vendor", ROOT / "tests")
    own = [path for path in files() if not any(path.is_relative_to(folder) for folder in apart)]
    named = {(name(path), host) for path in own for host in URL.findall(path.read_text(errors="ignore"))}
    assert {(path, host) for path, host in named if host not in OWN_HOSTS} == set()


def test_what_is_installed_is_pinned_in_step_with_the_project() -> None:
    assert out_of_step(pins("requirements.txt"), PROJECT["project"]["dependencies"]) == []


def test_developers_have_the_same_and_the_tools() -> None:
    project = PROJECT["project"]
    pinned = pins("requirements-dev.txt")
    assert out_of_step(pinned, project["dependencies"] + project["optional-dependencies"]["dev"]) == []
    assert pins("requirements.txt").items() <= pinned.items()


def test_requirements_name_no_place() -> None:
    told = (ROOT / "requirements.txt").read_text() + (ROOT / "requirements-dev.txt").read_text()
    assert re.findall(r"--\S+|\S*/\S*", told) == []


@pytest.mark.parametrize("setting", READERS)
def test_the_readme_explains_every_setting(setting: str) -> None:
    assert f"\n| `{setting}` |" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("table", [table for table in TABLES if table is not CORRELATION], ids=lambda table: table.name)
def test_the_guide_lists_every_table_and_what_it_requires(table: Table) -> None:
    lines = (ROOT / "docs" / "own-data.md").read_text().splitlines()
    (row,) = [line for line in lines if line.startswith(f"| `{table.name}` |")]
    assert [column.name for column in table.required if f"`{column.name}`" not in row] == []


def test_documents_name_no_setting_that_is_not_there() -> None:
    told = {setting for path in files(".md") for setting in SETTING.findall(path.read_text())}
    assert told - set(READERS) == set()


def test_importing_does_nothing() -> None:
    command = [sys.executable, "-B", "-m", "tests.importing", *modules()]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("", "")
