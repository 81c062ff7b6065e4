"""The HTML document around the application."""

from html import escape

from layouts.ui.theme import style_sheet

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
</footer>
</body>
</html>
"""


def index_string(
    *, brand: str, accent: str | None, boot: str = "/assets/boot.js", icon: str = "/assets/favicon.svg"
) -> str:
    """Dash's index_string: the tokens of both themes, and the theme set by `boot` before the first paint."""
    return DOCUMENT.format(brand=escape(brand), style=style_sheet(accent), boot=escape(boot), icon=escape(icon))
