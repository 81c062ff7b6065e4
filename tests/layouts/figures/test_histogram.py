from layouts.figures.histogram import APART, TOGETHER, Group, histogram
from layouts.ui.theme import LIGHT

GROUPS = (
    Group("", "#111111", [18, 19, 40], [3.0, 2.0, 1.0], TOGETHER),
    Group("Loyal", "#222222", [18, 40], [1.0, 1.0], APART),
)


def test_counts_of_years_are_summed_by_the_browser_into_bars_of_its_width() -> None:
    trace = histogram(GROUPS, colours=LIGHT, start=18, unit="customers").data[0]
    assert (trace.type, trace.histfunc, trace.autobinx) == ("histogram", "sum", False)
    assert (list(trace.x), list(trace.y)) == ([18, 19, 40], [3, 2, 1])
    assert (trace.xbins.start, trace.xbins.end, trace.xbins.size) == (18, 41, 1)


def test_groups_stand_on_each_other_and_the_browser_tells_them_by_their_meta() -> None:
    shown = histogram(GROUPS, colours=LIGHT, start=18, unit="customers")
    assert shown.layout.barmode == "stack"
    assert [trace.meta for trace in shown.data] == [TOGETHER, APART]
    assert shown.data[1].hovertemplate.startswith("Loyal<br><b>")


def test_without_anybody_there_is_an_empty_frame() -> None:
    empty = histogram((Group("", "#111111", [], [], TOGETHER),), colours=LIGHT, start=0, unit="customers")
    assert empty.data[0].x == ()
