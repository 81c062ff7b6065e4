"""The two buttons that act on the page as a whole."""

from dash import html
from dash.development.base_component import Component

from layouts.ui.attributes import attributes
from layouts.ui.icons import Icon, icon


def tools() -> Component:
    """Copy link and theme switch; assets/ui.js answers their clicks."""
    return html.Div(
        [_tool("copy-link", "Copy link to this view", Icon.LINK), _tool("theme", "Switch theme", Icon.MOON, Icon.SUN)],
        className="nm-tools",
    )


def _tool(action: str, label: str, *icons: Icon) -> Component:
    return html.Button(
        [icon(name) for name in icons],
        className="nm-tool",
        type="button",
        title=label,
        **attributes(data_action=action, aria_label=label),
    )
