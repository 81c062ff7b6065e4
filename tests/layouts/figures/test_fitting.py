import plotly.graph_objects as go

from layouts.figures.fitting import both


def test_a_figure_is_drawn_for_a_phone_and_for_elsewhere() -> None:
    drawn = both(lambda narrow: go.Figure(layout={"height": 100 if narrow else 200}))
    assert {name: figure.layout.height for name, figure in drawn.items()} == {"narrow": 100, "wide": 200}
