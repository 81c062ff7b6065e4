import pytest

from analytics.comparison import Facts
from analytics.product_metrics import product_metric
from layouts.figures.rows import ROW
from layouts.ui.category_card import category_card
from tests.analytics.shelves import product, shelf
from tests.layouts.ui.drawn import DRAWING, figure, note

ROWS = shelf(product("Tech", "", "", 60, 6), product("Wear", "", "", 40, 12))


@pytest.mark.parametrize(("height", "drawn"), [(230, 230), (10, 2 * ROW)])
def test_its_bars_share_out_the_height_it_is_given(height: int, drawn: int) -> None:
    shown = figure(category_card(product_metric("sales"), Facts.undated(ROWS), DRAWING, height=height))
    assert shown.layout.height == drawn
    assert shown.layout.yaxis.range == (1.5, -0.5)
    assert (1 - shown.layout.bargap) * drawn / 2 == pytest.approx(22)


def test_a_rate_that_is_weighted_says_by_what() -> None:
    rows = ROWS.assign(stars=[400.0, 450.0], rated_reviews=[100.0, 100.0])
    rated = category_card(product_metric("rating"), Facts.undated(rows), DRAWING, height=200)
    assert note(rated) == "Weighted by count of reviews."
    assert note(category_card(product_metric("sales"), Facts.undated(ROWS), DRAWING, height=200)) == ""
