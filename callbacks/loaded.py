"""The small tables that are shown as they were loaded: funnel stages, supplied shares, a supplied matrix."""

import pandas as pd

from analytics.correlation import supplied
from analytics.funnel import STAGE, SUPPLIED, VISITORS
from callbacks.state import State
from data.query import Rows
from data.table import Table
from data.tables.campaigns import FUNNEL
from data.tables.customers import CORRELATION
from data.tables.journeys import ATTRIBUTION

MOST = 2_500


def stages(state: State) -> pd.DataFrame:
    """The funnel's stages in the order of the file; empty where none are loaded."""
    return _rows(state, FUNNEL, (STAGE, VISITORS, SUPPLIED), reported=(VISITORS,))


def shares(state: State) -> pd.DataFrame:
    """The supplied shares in percent, a row a channel and a column a model; empty where none are loaded."""
    names = tuple(column.name for column in ATTRIBUTION.columns)
    return _rows(state, ATTRIBUTION, names).set_index("channel")


def matrix(state: State) -> pd.DataFrame:
    """The supplied correlations, square; empty where none are loaded."""
    return supplied(_rows(state, CORRELATION, tuple(column.name for column in CORRELATION.columns)))


def _rows(state: State, table: Table, columns: tuple[str, ...], reported: tuple[str, ...] = ()) -> pd.DataFrame:
    if table.name not in state.snapshot.tables:
        return pd.DataFrame(columns=list(columns))
    return state.snapshot.ask(Rows(table.name, columns, most=MOST, reported=reported))
