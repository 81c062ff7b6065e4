"""A number that the reader enters."""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from layouts.ui.ids import choice_id


def amount(key: str, label: str, value: str, *, placeholder: str = "", whole: bool = False) -> Component:
    """The control of a choice that is a number from 0; empty, the choice has its default, which is the placeholder."""
    field = dbc.Input(
        id=choice_id(key),
        type="number",
        min=0,
        step=1 if whole else "any",
        value=value,
        debounce=True,
        placeholder=placeholder,
        class_name="nm-input",
        autocomplete="off",
        inputmode="numeric" if whole else "decimal",
    )
    return html.Label([html.Span(label), field], className="nm-amount")
