from layouts.figures.lines import Line
from tests.layouts.figures.trended import BEFORE, MONDAYS, NOW, drawn, said


def test_hover_says_value_change_comparison_and_note() -> None:
    noted = Line(NOW.name, NOW.dates, NOW.values, notes={MONDAYS[7]: "2 of 7 days"})
    figure = drawn([noted, BEFORE])
    assert said(figure)[0] == ["<b>₹4.00 Cr</b> (+100.0 %)", "₹2.00 Cr"]
    assert said(figure)[2] == ["<b>₹5.00 Cr</b>", "n/a"]
    assert said(figure)[7] == ["<b>₹1.00 Cr</b> (−75.0 %, 2 of 7 days)", "₹4.00 Cr"]
    assert figure.data[-1].hovertemplate.startswith("Week of %{x|%-d %b %Y}<br>")
    assert {trace.hoverinfo for trace in figure.data[:-1]} == {"skip"}


def test_a_name_from_the_data_is_neither_markup_nor_template() -> None:
    figure = drawn([Line("<b>%{y}</b>", MONDAYS, NOW.values)])
    assert "&lt;b&gt;%&#123;y}&lt;/b&gt; %{customdata[0]}" in figure.data[-1].hovertemplate
