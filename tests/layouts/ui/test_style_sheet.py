import re

from layouts.ui.style_sheet import style_sheet
from layouts.ui.theme import Theme, Tokens, tokens


def test_the_style_sheet_holds_every_token_in_both_themes_and_prints_in_the_light_one() -> None:
    sheet = style_sheet()
    dark = re.search(r'@media screen\{\[data-bs-theme="dark"\]\{(.*?)\}', sheet)
    assert dark
    assert f"--nm-surface:{tokens(Theme.LIGHT).surface};" in sheet.split("@media")[0]
    names = {name.replace("_", "-") for name in Tokens.__dataclass_fields__} - {"categories", "sequential", "diverging"}
    names |= {"category-8", "sequential-6", "diverging-7"}
    assert {name for name in names if f"--nm-{name}:" not in dark[1]} == set()
