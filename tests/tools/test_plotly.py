import json
from pathlib import Path

import pytest

from tools import plotly


def package(folder: Path, name: str, **about: object) -> Path:
    path = folder / name
    path.mkdir()
    (path / "package.json").write_text(json.dumps({"name": name, "version": "1.2.3", **about}))
    return path


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("{dflt: 1, description: 'Sets it.'}", "{dflt: 1, }"),
        ("{description: 'The trace\\'s colour, or none.', dflt: 1}", "{ dflt: 1}"),
        ("{description: 'Sets ' + \"it\" + '.', dflt: 1}", "{ dflt: 1}"),
        ("{description: [\n 'Sets [it],',\n 'or not',\n].join(' '),\n dflt: 1}", "{\n dflt: 1}"),
    ],
)
def test_texts_about_attributes_are_left_out(source: str, left: str) -> None:
    assert plotly.without_descriptions(source) == left


@pytest.mark.parametrize("source", ["{description: about('x')}", "{description: 'a' + b}", "{subdescription: 'a'}"])
def test_what_is_computed_stays(source: str) -> None:
    assert plotly.without_descriptions(source) == source


def test_the_script_registers_each_trace() -> None:
    script = plotly.entry(["bar", "pie"])
    assert 'register([require("plotly.js/lib/bar"), require("plotly.js/lib/pie")])' in script


def test_the_packages_are_those_with_code_in_the_bundle() -> None:
    inputs = {
        "entry.js": 90,
        "node_modules/d3-array/src/a.js": 5,
        "node_modules/d3-array/src/b.js": 5,
        "node_modules/@plotly/d3/node_modules/d3-array/index.js": 7,
        "node_modules/maplibre-gl/dist/maplibre-gl.css": 0,
    }
    parts = {source: {"bytesInOutput": size} for source, size in inputs.items()}
    bundled = plotly.packages({"outputs": {"bundle.js": {"inputs": parts}}})
    assert bundled == ["node_modules/@plotly/d3/node_modules/d3-array", "node_modules/d3-array"]


def test_a_licence_is_the_file_that_the_package_brings(tmp_path: Path) -> None:
    folder = package(tmp_path, "d3", license="ISC", author={"name": "Ada", "email": "ada@example.org"})
    (folder / "LICENSE.md").write_text("Do as you like.\n")
    (folder / "README.md").write_text("# d3\n## License\nSee LICENSE.md")
    told = plotly.licences([folder])
    assert "\nd3 1.2.3, ISC, Ada\n" in told
    assert told.endswith("\n\nDo as you like.\n\n")


def test_a_licence_may_stand_in_the_readme_or_only_be_named(tmp_path: Path) -> None:
    told = package(tmp_path, "told", license="MIT", author="Ada")
    (told / "readme.md").write_text("# told\n\n## License\n\nMIT, without warranty.\n")
    named = package(tmp_path, "named", license="MIT")
    text = plotly.licences([told, named])
    assert "\ntold 1.2.3, MIT, Ada\n" in text
    assert "\nMIT, without warranty.\n" in text
    assert text.split("named 1.2.3, MIT\n")[1].endswith(plotly.NO_TEXT + "\n")


def test_the_lock_holds_versions_and_digests_and_no_address() -> None:
    lock = {
        "packages": {
            "node_modules/d3": {"version": "1.2.3", "integrity": "sha512-x", "resolved": "https://a.example/d3.tgz"},
            "node_modules/turf": {"version": "7.0.0", "funding": {"url": "https://b.example"}},
        }
    }
    kept = {
        "node_modules/d3": {"version": "1.2.3", "integrity": "sha512-x"},
        "node_modules/turf": {"version": "7.0.0"},
    }
    assert json.loads(plotly.locked(json.dumps(lock))) == {"packages": kept}


def test_without_npm_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="npm is needed"):
        plotly.main()


def test_a_step_that_fails_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "npm").write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    before = plotly.BUNDLE.read_bytes()
    with pytest.raises(SystemExit, match="npm failed:\nno network"):
        plotly.main()
    assert plotly.BUNDLE.read_bytes() == before
