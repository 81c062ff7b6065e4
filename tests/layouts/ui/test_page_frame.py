from dataclasses import replace
from typing import Any

import pytest
from dash import dcc, html

from layouts.ui.ids import choice_id
from layouts.ui.page_frame import page_frame
from tests.layouts.ui.openings import PAGE, opening, undated
from tests.layouts.ui.parts import attribute, having, ids, parts, text


def control(query: str, key: str) -> Any:  # noqa: ANN401
    frame = page_frame(opening(query), [])
    return next(part for part in parts(frame) if getattr(part, "id", None) == choice_id(key))


def test_the_page_starts_with_what_the_browser_needs() -> None:
    frame = page_frame(opening("grain=day&region=West"), [html.P("Sections", id="mine")])
    held = [part for part in parts(frame) if isinstance(part, dcc.Store)]
    stores = {str(attribute(part, "id")): attribute(part, "data") for part in held}
    assert stores["view"] == "grain=day&region=West"
    assert stores["version"] == "v1"
    assert stores["rules"]["carried"][:3] == ["region", "audience", "device"]
    assert "mine" in ids(frame)


def test_a_pill_for_each_filter_in_order() -> None:
    frame = page_frame(opening(), [])
    faces = [attribute(part, "id")["key"] for part in having(frame, "nm-pill-face") if attribute(part, "id")]
    assert faces == ["period", "compare", "channel", "type", "basis"]
    plain = page_frame(opening(page=replace(PAGE, blends=False)), [])
    assert len(having(plain, "nm-pill")) == 4


@pytest.mark.parametrize(
    ("query", "key", "value"),
    [
        ("", "period", "last-12-months"),
        ("period=2023", "period", "2023"),
        ("from=2024-01-05&to=2024-02-03", "period", "custom"),
        ("from=2024-01-05&to=2024-02-03", "from", "2024-01-05"),
        ("from=2024-01-05&to=2024-02-03", "to", "2024-02-03"),
        ("period=2023", "from", "2023-01-04"),
        ("period=2023", "to", "2023-12-31"),
        ("", "compare", "previous"),
        ("compare=none", "compare", "none"),
        ("channel=Email", "channel", ["Email"]),
        ("", "channel", []),
        ("basis=paid", "basis", "paid"),
    ],
)
def test_each_control_has_the_value_of_the_link(query: str, key: str, value: object) -> None:
    assert control(query, key).value == value


def test_options_are_what_the_rows_hold() -> None:
    assert [option["value"] for option in control("", "channel").options] == ["Direct", "Email"]
    assert [option["value"] for option in control("", "compare").options] == ["previous", "last-year", "none"]
    presets = [option["value"] for option in control("", "period").options]
    assert presets[:2] == ["last-12-months", "last-6-months"]
    assert presets[-2:] == ["all", "custom"]


def test_dates_are_bounded_by_the_days_loaded() -> None:
    field = control("", "from")
    assert (attribute(field, "min"), attribute(field, "max")) == ("2023-01-04", "2024-12-31")


def test_only_a_long_list_can_be_searched() -> None:
    fields = having(page_frame(opening(), []), "nm-search")
    assert [field.placeholder for field in fields] == ["Search type"]


def test_what_was_ignored_of_the_link_is_said() -> None:
    frame = page_frame(opening("channel=Fax&grain=year"), [])
    assert [text(one) for one in having(frame, "nm-notice")] == [
        "“channel=Fax” in the link is not available here and was ignored.",
        "“grain=year” in the link is not available here and was ignored.",
    ]
    assert not having(page_frame(opening(), []), "nm-notice")


def test_a_hostile_value_is_text() -> None:
    frame = page_frame(opening("channel=<script>alert(1)</script>"), [])
    assert "<script>alert(1)</script>" in text(having(frame, "nm-notice"))


def test_a_control_holds_what_only_other_pages_know_so_that_it_stays_in_the_link() -> None:
    shown = opening("channel=Email")
    carrying = replace(shown, view=replace(shown.view, carried=(("channel", ("Fax",)), ("region", ("West",)))))
    (chosen,) = [one for one in parts(page_frame(carrying, [])) if getattr(one, "id", None) == choice_id("channel")]
    assert chosen.value == ["Email", "Fax"]
    assert [option["value"] for option in chosen.options] == ["Direct", "Email"]


def test_a_filter_without_members_says_that_they_are_not_reported() -> None:
    frame = page_frame(replace(opening(), values=lambda _: ()), [])
    assert text(frame).count("Not reported in this data.") == len(PAGE.filters)
    assert "Not reported" not in text(page_frame(opening(), []))


def test_what_the_table_lacks_is_not_offered_yet_may_be_filled() -> None:
    page = replace(PAGE, table="customer_data", filters=("region", "type"), blends=False)
    frame = page_frame(undated("", page), [])
    pills = {attribute(part, "id")["key"]: part for part in parts(frame) if is_pill(part)}
    assert {key: getattr(part, "hidden", False) for key, part in pills.items()} == {
        "region": False, "period": True, "compare": True, "type": True,
    }  # fmt: skip


def is_pill(part: object) -> bool:
    own = getattr(part, "id", None)
    return isinstance(own, dict) and own["type"] == "pill"
