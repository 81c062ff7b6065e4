"""The HTML document around the application."""

from collections.abc import Callable
from html import escape

from layouts.ui.style_sheet import style_sheet

BOOT, ICON, PLOTLY = "boot.js", "favicon.svg", "vendor/plotly-novamart.min.js"
DOCUMENT = """<!doctype html>
<html lang="en">
<head>
{{%metas%}}
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="application-name" content="{brand}">
<meta name="color-scheme" content="light dark">
<title>{{%title%}}</title>
<script src="{boot}"></script>
<style>{style}</style>
<link rel="preload" as="script" href="{plotly}">
<link rel="icon" type="image/svg+xml" href="{icon}">
{{%css%}}
</head>
<body>
<noscript>This dashboard needs JavaScript.</noscript>
{{%app_entry%}}
<footer>
{{%config%}}
{{%scripts%}}
{{%renderer%}}
<script src="{plotly}"></script>
</footer>
</body>
</html>
"""


def index_string(*, brand: str, accent: str | None, url: Callable[[str], str] = "/assets/{}".format) -> str:
    """Dash's index_string: the tokens of both themes, and the theme set by BOOT before the first paint.

    PLOTLY stands in for the larger build that Dash would load with the first figure. `url` finds an asset.
    """
    urls = {"boot": escape(url(BOOT)), "icon": escape(url(ICON)), "plotly": escape(url(PLOTLY))}
    return DOCUMENT.format(brand=escape(brand), style=style_sheet(accent), **urls)
