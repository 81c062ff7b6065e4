"""The members of a dimension with every metric of a page, as a table with its totals row."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
from dash import Output, dcc, html
from dash.development.base_component import Component

from analytics.comparison import Facts
from analytics.metrics import Metric
from analytics.wording import period_name
from layouts.ui.attributes import attributes
from layouts.ui.chart_card import ACTIONS, head
from layouts.ui.drawing import Drawing
from layouts.ui.icons import Icon, icon
from layouts.ui.twin import Cell, Column, twin, value_column

MEMBER = "member"
UNREPORTED, TOTAL = "Not reported", "Total"


def table_card(name: str, label: str) -> Component:
    """The card of the table `name`, with `label` as its title until the rows are read."""
    csv = html.Button(
        [icon(Icon.DOWNLOAD), html.Span(ACTIONS["csv"])],
        type="button",
        className="nm-link nm-members-csv",
        **attributes(data_action="csv", data_chart=name),
    )
    return html.Section(
        className="nm-card nm-members",
        children=[
            html.Div(html.Div(head(label, "Reading the rows…"), className="nm-waiting"), id=f"{name}-head"),
            csv,
            html.Div(id=f"{name}-body", className="nm-members-scroll", tabIndex="0", role="region",
                     **attributes(aria_labelledby=f"{name}-head")),
            dcc.Store(id=f"{name}-twin"),
        ],
        **attributes(aria_label=label),
    )  # fmt: skip


def outputs(name: str) -> dict[str, Output]:
    """What a callback gives the card."""
    return {
        "head": Output(f"{name}-head", "children"),
        "body": Output(f"{name}-body", "children"),
        "twin": Output(f"{name}-twin", "data"),
    }


def blank() -> dict[str, Any]:
    """What those outputs are on a page without rows, where the card is hidden."""
    return {"head": [], "body": None, "twin": None}


def members_table(
    metrics: Sequence[Metric], facts: Facts, dimension: str, noun: str, order: Metric, drawing: Drawing
) -> dict[str, Any]:
    """A row a member, the largest `order` first, and the totals: a ratio there is one of sums over all the rows."""
    rows = _named(facts.now, dimension)
    values = pd.DataFrame({known.name: known.by(rows, [MEMBER]) for known in (order, *metrics)})
    values = values.sort_values(order.name, ascending=False, na_position="last")
    names = [str(name) for name in values.index]
    cells = values[[known.name for known in metrics]].to_numpy(float).tolist()
    total = [known.value(rows) for known in metrics]
    title = f"Every figure by {noun}"
    caption = f"{period_name(facts.period)}; the total is computed from all rows, not from the rows above it"
    columns = [
        Column(noun.capitalize()),
        *(value_column(drawing.named(one), one.unit, drawing.currency) for one in metrics),
    ]
    lines = [[name, *map(_cell, line)] for name, line in zip([*names, TOTAL], [*cells, total], strict=True)]
    return {
        "head": head(title, caption),
        "body": _table(title, noun, metrics, rows, lines, drawing),
        "twin": twin(drawing, title, facts.period, columns, lines),
    }


def _named(rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    return rows.assign(**{MEMBER: rows[dimension].astype(object).where(rows[dimension].notna(), UNREPORTED)})


def _table(
    title: str,
    noun: str,
    metrics: Sequence[Metric],
    rows: pd.DataFrame,
    lines: Sequence[Sequence[Cell]],
    drawing: Drawing,
) -> Component:
    heads = [html.Th(noun.capitalize(), scope="col")]
    heads += [html.Th(drawing.named(known), scope="col", className="nm-number", title=known.help) for known in metrics]
    *members, total = lines
    body = [_row(line, metrics, rows[rows[MEMBER] == line[0]], drawing) for line in members]
    return html.Table(
        className="nm-twin",
        children=[
            html.Caption(title),
            html.Thead(html.Tr(heads)),
            html.Tbody(body),
            html.Tfoot(_row(total, metrics, rows, drawing)),
        ],
    )


def _row(line: Sequence[Cell], metrics: Sequence[Metric], rows: pd.DataFrame, drawing: Drawing) -> Component:
    name, *values = line
    cells = [_figure(known, value, rows, drawing) for known, value in zip(metrics, values, strict=True)]
    return html.Tr([html.Th(name, scope="row"), *cells])


def _figure(known: Metric, value: Any, rows: pd.DataFrame, drawing: Drawing) -> Component:  # noqa: ANN401
    if value is None:
        why = known.reason(rows)
        return html.Td(["n/a", html.Span(f": {why}", className="nm-sr")], className="nm-number", title=why.capitalize())
    return html.Td(str(drawing.written(known, value)), className="nm-number")


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
