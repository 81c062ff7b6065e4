from datetime import date

from dash.development.base_component import Component

from layouts.ui.filter_bar import choices, filter_bar, period_control, pill, pill_text
from layouts.ui.icons import Icon
from layouts.ui.ids import Ids, choice_id, clear_id, pill_id
from tests.layouts.ui.parts import attribute, having, ids, parts, text


def channel() -> Component:
    control = choices(key="channel", options=["Email", "Direct"], value=["Email"], multiple=True)
    return pill(key="channel", label="Channel", control=control, search=True)


def test_a_pill_has_a_face_a_control_and_a_way_to_clear_it() -> None:
    assert [key for key in ids(channel()) if isinstance(key, dict)] == [
        pill_id("channel"),
        choice_id("channel"),
        clear_id("channel"),
    ]
    (clear,) = having(channel(), "nm-clear")
    assert attribute(clear, "aria-label") == "Clear Channel"


def test_only_a_filter_with_many_options_is_searched() -> None:
    short = pill(key="type", label="Type", control=choices(key="type", options=["A"], value=[], multiple=True))
    assert [len(having(shown, "nm-search")) for shown in (channel(), short)] == [1, 0]


def test_a_face_says_whether_its_filter_is_in_force() -> None:
    free, bound = (pill_text("Channel", "All", in_force=force) for force in (False, True))
    assert text(free) == text(bound) == "Channel All"
    assert [attribute(face, "data-in-force") for face in (free, bound)] == [None, ""]


def test_a_symbol_stands_beside_the_face_where_callbacks_do_not_reach_it() -> None:
    dated = pill(key="period", label="Dates", control=Component(), symbol=Icon.CALENDAR)
    (face,) = having(dated, "nm-pill-face")
    assert having(dated, "nm-icon-calendar")
    assert not having(face, "nm-icon-calendar")


def test_options_keep_their_labels_and_the_values_chosen() -> None:
    many = choices(key="channel", options=["Email", "Direct"], value=["Email"], multiple=True)
    one = choices(key="compare", options={"previous": "Previous period"}, value="previous", multiple=False)
    assert (attribute(many, "options")[0], attribute(many, "value")) == (
        {"label": "Email", "value": "Email"},
        ["Email"],
    )
    assert (attribute(one, "options"), attribute(one, "value")) == (
        [{"label": "Previous period", "value": "previous"}],
        "previous",
    )


def test_a_period_can_be_any_two_days_within_the_data() -> None:
    low, high = date(2023, 1, 4), date(2024, 12, 31)
    control = period_control({"all": "All dates"}, "all", date(2024, 1, 1), high, low, high)
    known = {part.id["key"]: part for part in parts(control) if getattr(part, "id", None)}
    assert [option["value"] for option in known["period"].options] == ["all", "custom"]
    assert (known["from"].value, known["to"].value) == ("2024-01-01", "2024-12-31")
    assert (known["from"].min, known["to"].max) == ("2023-01-04", "2024-12-31")


def test_without_dated_rows_the_days_are_left_open() -> None:
    control = period_control({}, "custom", None, None, None, None)
    days = [part for part in parts(control) if getattr(part, "type", None) == "date"]
    assert [attribute(day, "min") for day in days] == [None, None]


def test_the_bar_holds_the_pills_the_sentence_and_the_tools() -> None:
    bar = filter_bar([channel()])
    assert pill_id("channel") in ids(bar)
    assert {Ids.SENTENCE, Ids.FILTERS} <= {key for key in ids(bar) if isinstance(key, str)}
    assert [attribute(tool, "data-action") for tool in having(bar, "nm-tools")[0].children] == ["copy-link", "theme"]


def test_what_opens_a_sheet_names_it() -> None:
    bar = filter_bar([channel()])
    openers = [part for part in parts(bar) if attribute(part, "data-opens")]
    assert openers
    assert all(attribute(opener, "aria-controls") in ids(bar) for opener in openers)
