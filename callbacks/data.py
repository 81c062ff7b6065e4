"""Fills the data page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dash import Dash, Output

from analytics.numbers import day, exact_count
from analytics.wording import Strong, Words
from callbacks.data_overlaps import overlap_cards
from callbacks.data_parts import files, loaded, report, rows_loaded
from callbacks.data_rows import register_rows
from callbacks.shared import register_page
from callbacks.state import Context, State
