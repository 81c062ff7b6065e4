"""Makes the plotly.js that pages load: the version plotly.py draws for, with no more traces than TRACES.

`python -m tools.plotly` writes it with its licences, and locks every package that it was made of. It needs npm.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plotly.offline import get_plotlyjs_version

TRACES = ("bar", "box", "heatmap", "histogram", "pie", "sankey", "scatter", "sunburst", "treemap", "violin")
ROOT = Path(__file__).parents[1]
BUNDLE = ROOT / "assets" / "vendor" / "plotly-novamart.min.js"
LICENCES = BUNDLE.with_name("plotly-novamart.LICENSE.txt")
LOCK = ROOT / "tools" / "plotly-lock.json"
ESBUILD = "0.28.2"
INSTALL = ("install", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved")
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--global-name=Plotly",
    "--target=es2021",
    "--define:global=window",
    "--define:define.amd=false",
    "--loader:.css=empty",  # the style of the maps, which are not in it
    "--log-level=error",
)
ENTRY = """const Plotly = require("plotly.js/lib/core");
Plotly.register([{modules}]);
Plotly.setPlotConfig({{ showSendToCloud: false, plotlyServerURL: "" }});
module.exports = Plotly;
"""
BANNER = """/**
 * plotly.js {version} with these traces only: {traces}.
 * Made by tools/plotly.py. Licensed under the MIT license; its text and those of all packages: {licences}
 */"""
TEXT = r"""(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`$]*`)"""
DESCRIPTION = re.compile(
    rf"\bdescription:\s*(?:{TEXT}(?:\s*\+\s*{TEXT})*|\[\s*(?:{TEXT}\s*,?\s*)*\]\.join\({TEXT}\))\s*(?=[,}}]),?"
)
PACKAGE = re.compile(r"(?:.*/)?node_modules/(?:@[^/]+/)?[^/]+")
RULE = "=" * 80
NO_TEXT = "The package brings no text of its licence; that of MIT stands under plotly.js.\n"
LICENCE_HEADING = re.compile(r"^#+ *licen[sc]e *$", re.IGNORECASE | re.MULTILINE)


def manifest(version: str) -> dict[str, object]:
    """The package.json that asks for plotly.js of this version and for what bundles it."""
    return {"name": BUNDLE.stem, "private": True, "dependencies": {"esbuild": ESBUILD, "plotly.js": version}}


def entry(traces: Iterable[str]) -> str:
    """The script that is bundled: plotly.js with these traces, and without a way to upload a figure."""
    return ENTRY.format(modules=", ".join(f'require("plotly.js/lib/{trace}")' for trace in traces))


def banner(version: str, traces: Iterable[str]) -> str:
    """The comment at the head of the bundle."""
    return BANNER.format(version=version, traces=", ".join(traces), licences=LICENCES.name)


def without_descriptions(source: str) -> str:
    """A script without the texts that document its attributes: a tenth of the bundle, and nothing reads them."""
    return DESCRIPTION.sub("", source)


def locked(lock: str) -> str:
    """npm's lock file with versions and digests only: no addresses of registries or sponsors."""
    found = json.loads(lock)
    for package in found["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    return json.dumps(found, indent=1) + "\n"


def packages(meta: dict[str, Any]) -> list[str]:
    """The folders of the packages that have code in the bundle, from esbuild's account of it."""
    (output,) = meta["outputs"].values()
    sources = [source for source, part in output["inputs"].items() if part["bytesInOutput"]]
    return sorted({match[0] for source in sources if (match := PACKAGE.match(source))})


def licences(folders: Iterable[Path]) -> str:
    """The licence of each package: its name, version, terms and author, then the text that it brings."""
    return "\n".join(_licence(folder) for folder in folders)


def build(folder: Path, version: str) -> None:
    """Write bundle, licences and lock, working in an empty folder; raises CalledProcessError where a step fails."""
    (folder / "package.json").write_text(json.dumps(manifest(version)))
    (folder / "entry.js").write_text(entry(TRACES))
    if LOCK.exists():
        shutil.copy(LOCK, folder / "package-lock.json")
    _run(folder, ["npm", *INSTALL])
    for script in (folder / "node_modules" / "plotly.js" / "src").rglob("*.js"):
        script.write_text(without_descriptions(script.read_text()))
    head = f"--banner:js={banner(version, TRACES)}"
    esbuild = ["node_modules/.bin/esbuild", "entry.js", *OPTIONS, head, "--metafile=meta.json", "--outfile=bundle.js"]
    _run(folder, esbuild)
    bundled = packages(json.loads((folder / "meta.json").read_text()))
    LICENCES.write_text(licences(folder / package for package in bundled))
    LOCK.write_text(locked((folder / "package-lock.json").read_text()))
    shutil.copy(folder / "bundle.js", BUNDLE)


def main() -> None:
    """Make the bundle anew; ends with 1 and a sentence where npm is missing or a step fails."""
    if shutil.which("npm") is None:
        sys.exit("npm is needed to bundle plotly.js, and there is none: install Node.js")
    with TemporaryDirectory() as folder:
        try:
            build(Path(folder), get_plotlyjs_version())
        except subprocess.CalledProcessError as error:
            sys.exit(f"{error.cmd[0]} failed:\n{error.stderr}")
    sys.stdout.write(f"{BUNDLE.relative_to(ROOT)}: {BUNDLE.stat().st_size / 1000:,.0f} kB\n")


def _licence(folder: Path) -> str:
    about = json.loads((folder / "package.json").read_text())
    author = about.get("author", "")
    name = author.get("name", "") if isinstance(author, dict) else author
    head = ", ".join(part for part in (f"{about['name']} {about['version']}", about.get("license"), name) if part)
    return f"{RULE}\n{head}\n{RULE}\n\n{next(_texts(folder), NO_TEXT)}\n"


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.name.lower().startswith(("licen", "copying")):
            yield path.read_text().strip() + "\n"
    for path in folder.glob("[Rr][Ee][Aa][Dd][Mm][Ee].md"):
        yield from (part.strip() + "\n" for part in LICENCE_HEADING.split(path.read_text())[1:])


def _run(folder: Path, command: Sequence[str]) -> None:
    subprocess.run(  # noqa: S603 - the commands are the two above
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )


if __name__ == "__main__":
    main()
