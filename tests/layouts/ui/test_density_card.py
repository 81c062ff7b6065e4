import pandas as pd

from analytics.spread import TrendLine
from layouts.ui.cloud_axes import Axes
from layouts.ui.density_card import density_card
from tests.layouts.ui.drawn import DRAWING, figure, note, table
from tests.layouts.ui.people import EXACT

AXES = Axes("income", "lifetime_value", "Income", "Lifetime value", (0, 100_000), (0, 5_000))
LINE = TrendLine(3, 0.01, 1_000, 0.47)


def test_cells_count_who_lies_in_them_and_leave_out_what_lies_beyond() -> None:
    cells = [(0.0, 0.0, 7.0), (20_000.0, 500.0, 2.0), (200_000.0, 0.0, 1.0)]
    bins = pd.DataFrame(cells, columns=["income", "lifetime_value", "rows"])
    card = density_card(bins, AXES, (10_000, 500), LINE, 0, DRAWING, EXACT)
    heat = figure(card).data[0]
    assert [list(row) for row in heat.z] == [[7, None, None], [None, None, 2]]
    assert heat.hovertext[1][2] == "<b>2</b> customers<br>Income ₹20,000 to ₹30,000<br>Lifetime value ₹500 to ₹1,000"
    assert "1 beyond the axes" in note(card)
    assert table(card)[1] == [[0, 0, 7], [20_000, 500, 2], [200_000, 0, 1]]


def test_no_cells_draw_an_empty_frame() -> None:
    none = pd.DataFrame({"income": [], "lifetime_value": [], "rows": []}, dtype=float)
    assert len(figure(density_card(none, AXES, (1, 1), LINE, 0, DRAWING, EXACT)).data) == 2
