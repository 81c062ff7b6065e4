"""What importing modules does: `python -m tests.importing MODULE…` prints a line for each thing it should not do."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

EFFECTS = frozenset(
    {
        "open",
        "os.listdir",
        "os.mkdir",
        "os.putenv",
        "os.scandir",
        "os.system",
        "socket.__new__",
        "subprocess.Popen",
        "_thread.start_new_thread",
    }
)


def main(modules: list[str], root: Path) -> None:
    """Import the modules and print the files, connections, processes, threads and registrations they brought about."""
    found: list[str] = []
    sys.addaudithook(lambda event, arguments: _note(event, arguments, root, found))
    _forbid_connections()
    for module in modules:
        importlib.import_module(module)
    sys.stdout.writelines(f"{line}\n" for line in [*found, *_registered()])


def _note(event: str, arguments: tuple[Any, ...], root: Path, found: list[str]) -> None:
    if event in EFFECTS and (ours := _our_frame(sys._getframe(1), root)):
        found.append(f"{ours}: {event} {arguments[:1]}")


def _our_frame(frame: FrameType | None, root: Path) -> str | None:
    """The line under `root` that brought it about, if there is one before the next import."""
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(root) and ".venv" not in path.parts and path != Path(__file__):
            return f"{path.relative_to(root)}:{frame.f_lineno}"
        frame = frame.f_back
    return None


def _forbid_connections() -> None:
    import duckdb

    def refuse(*arguments: object, **options: object) -> None:
        raise RuntimeError("an import opened a database")

    duckdb.connect = refuse  # type: ignore[assignment]


def _registered() -> Iterator[str]:
    import dash

    yield from (f"registers a callback: {callback['output']}" for callback in dash._callback.GLOBAL_CALLBACK_LIST)


if __name__ == "__main__":
    main(sys.argv[1:], Path.cwd())
