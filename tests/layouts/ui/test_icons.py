import re
from pathlib import Path

from layouts.ui.icons import Icon, icon
from tests.layouts.ui.parts import attribute

ASSETS = Path(__file__).parents[3] / "assets"
SOURCES = Path(__file__).parents[3] / "layouts"


def test_every_icon_is_drawn_and_every_drawing_is_an_icon() -> None:
    drawn = re.findall(r"^\.nm-icon-([a-z-]+) \{", (ASSETS / "15-icons.css").read_text(), re.MULTILINE)
    assert sorted(drawn) == sorted(Icon)


def test_an_icon_is_passed_over_by_screen_readers() -> None:
    assert attribute(icon(Icon.LINK), "aria-hidden") == "true"


def test_every_class_a_part_wears_has_a_rule_or_a_script() -> None:
    rules = "".join(asset.read_text() for kind in ("css", "js") for asset in ASSETS.glob(f"*.{kind}"))
    worn = {
        name
        for source in (SOURCES / "ui").glob("*.py")
        for name in re.findall(r"(?<![\w-])nm-[a-z-]+[a-z](?![\w{-])", source.read_text())
    }
    assert worn
    assert not {name for name in worn if not re.search(rf"\.{name}(?![\w-])", rules)}
