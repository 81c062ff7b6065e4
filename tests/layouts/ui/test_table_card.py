from layouts.ui.ids import choice_id
from layouts.ui.table_card import blank, csv_button, foot, outputs, search, table_card, whole_button
from tests.layouts.ui.parts import attribute, having, ids, parts, text

HIDDEN = {"sort": "roas", "page": "2"}
CARD = table_card("listing", "Campaigns", search("find", "spring", "Campaigns"), hidden=HIDDEN, kind="nm-x")


def test_its_parts_are_those_that_a_callback_fills() -> None:
    assert {str(output.component_id) for output in outputs("listing").values()} <= {str(id_) for id_ in ids(CARD)}
    assert set(blank()) == set(outputs("listing"))
    assert "Reading the rows…" in text(CARD)


def test_the_choices_of_its_links_are_hidden_controls_with_the_values_of_the_link() -> None:
    controls = {
        part.id["key"]: (part.type, part.value) for part in parts(CARD) if isinstance(getattr(part, "id", None), dict)
    }
    assert controls == {"find": ("search", "spring"), "sort": ("hidden", "roas"), "page": ("hidden", "2")}
    assert choice_id("find") in ids(CARD)


def test_the_foot_counts_and_leads_to_the_other_pages() -> None:
    shown = foot(11, 20, "27", [("← Previous", 1), ("Next →", 3)], lambda page: f"/c?page={page}")
    assert text(shown).startswith("11–20 of 27")
    assert [part.href for part in parts(shown) if type(part).__name__ == "A"] == ["/c?page=1", "/c?page=3"]
    assert text(foot(1, 1, "1", [], str)) == "1 of 1"


def test_a_table_that_is_whole_writes_its_twin_and_another_asks_for_the_rest() -> None:
    (own,) = having(csv_button("listing"), "nm-download")
    assert (attribute(own, "data-action"), attribute(own, "data-chart")) == ("csv", "listing")
    assert ids(whole_button("listing")) == ["listing-csv", "listing-whole"]
    assert [attribute(part, "data-action") for part in having(whole_button("listing"), "nm-download")] == [None]
    assert len(having(CARD, "nm-x")) == 1
