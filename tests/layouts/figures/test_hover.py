from layouts.figures.lines import Line, Role
from tests.layouts.figures.trended import BEFORE, MONDAYS, NOW, drawn, said


def test_hover_says_value_change_comparison_and_note() -> None:
    noted = Line(NOW.name, NOW.dates, NOW.values, notes={MONDAYS[7]: "2 of 7 days"})
    figure = drawn([noted, BEFORE])
    assert said(figure)[0] == ["<b>₹4.00 Cr</b> (+100.0 %)", "₹2.00 Cr"]
    assert said(figure)[2] == ["<b>₹5.00 Cr</b>", "n/a"]
    assert said(figure)[7] == ["<b>₹1.00 Cr</b> (−75.0 %, 2 of 7 days)", "₹4.00 Cr"]
    assert figure.data[-1].hovertemplate.startswith("Week of %{x|%-d %b %Y}<br>")
    assert {trace.hoverinfo for trace in figure.data[:-1]} == {"skip"}


def test_hover_and_peak_say_the_values_not_those_drawn() -> None:
    """The line is drawn with four digits: 4,02,48,094 as 4.025 Cr, which reads as 4.03 Cr."""
    values = [40_248_094.0, *[10_000_000.0] * (len(MONDAYS) - 1)]
    figure = drawn([Line("2024", MONDAYS, values)])
    assert said(figure)[0] == ["<b>₹4.02 Cr</b>"]
    assert any("₹4.02 Cr" in note.text.replace("\u00a0", " ") for note in figure.layout.annotations)


def test_a_change_from_nothing_or_less_is_not_told() -> None:
    old = Line("2023", MONDAYS, [-2e7] * len(MONDAYS), Role.COMPARE)
    assert said(drawn([NOW, old]))[0] == ["<b>₹4.00 Cr</b>", "−₹2.00 Cr"]


def test_a_name_from_the_data_is_neither_markup_nor_template() -> None:
    figure = drawn([Line("<b>%{y}</b>", MONDAYS, NOW.values)])
    assert "&lt;b&gt;%&#123;y}&lt;/b&gt; %{customdata[0]}" in figure.data[-1].hovertemplate
