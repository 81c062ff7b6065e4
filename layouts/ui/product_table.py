"""The products that sell much at a thin margin, as a table card's content."""

import math
from collections.abc import Hashable, Mapping

import pandas as pd

from analytics.numbers import exact_count, percent
from analytics.product_metrics import PRODUCT_METRICS
from analytics.products import CATEGORY, KEYS, MARGIN, PRODUCT, SALES, SUBCATEGORY, Thin, arranged
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.listing import Listing
from layouts.ui.notices import empty
from layouts.ui.table import Content, Heading, Row, bar, table, written
from layouts.ui.twin import Cell, Column, twin, value_column

DIGITS = 6
TITLE = "High volume, low margin"
WORDS = {PRODUCT: "Product", CATEGORY: "Category", SUBCATEGORY: "Subcategory"}
COLUMNS = (*WORDS, *(known.name for known in PRODUCT_METRICS))


def product_file(found: Thin, listing: Listing, drawing: Drawing) -> dict[str, object]:
    """All of the products, as the twin of a file."""
    return _twin(_arranged(found, listing), drawing)


def product_table(
    found: Thin, everything: pd.DataFrame, inside: pd.DataFrame, listing: Listing, drawing: Drawing
) -> dict[str, object]:
    """A page of the products, with the totals of all of them; `everything` in view, `inside` the rows of the products.

    A ratio in the totals is one of the sums over `inside`.
    """
    subject = _thresholds(found, drawing)
    whole = _arranged(found, listing)
    if whole.empty:
        why = "No product sells more than the median at a margin below the median."
        return {"head": head(TITLE, subject), "rows": empty("None in this view", why), "twin": None}
    shown, below = listing.shown(whole, drawing.currency)
    return {
        "head": head(_title(whole, everything, drawing), subject),
        "rows": [
            table(TITLE, _headings(listing), _rows(shown, whole, inside, listing, drawing), _totals(inside, drawing)),
            below,
        ],
        "twin": _twin(shown, drawing),
    }


def _arranged(found: Thin, listing: Listing) -> pd.DataFrame:
    return arranged(found.products, listing.by, ascending=listing.ascending)


def _title(whole: pd.DataFrame, everything: pd.DataFrame, drawing: Drawing) -> str:
    sold, total = whole[SALES.name].sum(), SALES.value(everything)
    count = exact_count(len(whole), drawing.currency)
    most = (math.floor(round(100 * float(whole[MARGIN.name].max()), DIGITS)) + 1) / 100
    noun, verb = ("product", "brings") if len(whole) == 1 else ("products", "bring")
    share = percent(sold / total, 0) if total > 0 else ""
    brought = f"{share} of sales" if share else f"sales of {drawing.written(SALES, sold)}"
    return f"{count} {noun} {verb} {brought} at under {percent(most, 0)} margin"


def _thresholds(found: Thin, drawing: Drawing) -> str:
    if math.isnan(found.sales):
        return "No product in view has both sales and profit"
    sales, margin = drawing.written(SALES, found.sales), drawing.written(MARGIN, found.margin)
    return f"Sales above {sales} and margin below {margin}, the medians of the products in view"


def _headings(listing: Listing) -> list[Heading]:
    labels = {**WORDS, **{known.name: known.label for known in PRODUCT_METRICS}}
    helps = {known.name: known.help for known in PRODUCT_METRICS}
    return [listing.heading(name, labels[name], words=name in WORDS, help_=helps.get(name)) for name in COLUMNS]


def _rows(
    shown: pd.DataFrame, whole: pd.DataFrame, inside: pd.DataFrame, listing: Listing, drawing: Drawing
) -> list[Row]:
    largest = 0.0 if listing.by in WORDS else float(whole[listing.by].max())
    return [_row(row, inside, listing, largest, drawing) for row in shown.astype(object).to_dict("records")]


def _row(
    row: Mapping[Hashable, object], inside: pd.DataFrame, listing: Listing, largest: float, drawing: Drawing
) -> Row:
    own = inside[(inside[list(KEYS)] == [row[name] for name in KEYS]).all(axis=1)]
    category, subcategory = str(row[CATEGORY]), str(row[SUBCATEGORY])
    cells: list[Content] = [category, subcategory]
    cells += [written(known, _number(row[known.name]), own, drawing) for known in PRODUCT_METRICS]
    colour = drawing.channels.get(category, "")
    return Row(str(row[PRODUCT]), f"{category}, {subcategory}", cells, colour, bar(_number(row[listing.by]), largest))


def _totals(inside: pd.DataFrame, drawing: Drawing) -> list[Content]:
    figures = [written(known, known.value(inside), inside, drawing) for known in PRODUCT_METRICS]
    return ["Together", "", "", *figures]


def _twin(whole: pd.DataFrame, drawing: Drawing) -> dict[str, object]:
    units = [value_column(known.label, known.unit, drawing.currency) for known in PRODUCT_METRICS]
    values = whole[list(COLUMNS)].astype(object).where(whole[list(COLUMNS)].notna(), None)
    rows: list[list[Cell]] = values.to_numpy().tolist()
    return twin(drawing, TITLE, None, [*(Column(words) for words in WORDS.values()), *units], rows)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else math.nan
