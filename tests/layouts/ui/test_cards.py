import pytest

from layouts.ui.cards import NO_BREAK, Kpi, kpi_strip, waiting_strip, with_arrow
from tests.layouts.ui.parts import attribute, having, parts, text

REVENUE = Kpi("Revenue", "The sum of revenue.", "₹213.06", "Cr", "5.4 %", "up", "good", "₹202.12 Cr", spark=[1, 2])


def test_a_figure_reads_with_its_unit_its_change_and_what_it_was() -> None:
    (cell,) = having(kpi_strip([REVENUE]), "nm-kpi")
    assert text(having(cell, "nm-kpi-value")) == f"₹213.06{NO_BREAK}Cr"
    assert text(having(cell, "nm-kpi-change")) == "▲up 5.4 % from ₹202.12 Cr"


@pytest.mark.parametrize(("verdict", "sign"), [("good", "▲"), ("bad", "▲"), ("neutral", "▲")])
def test_a_change_carries_its_verdict_and_always_a_sign(verdict: str, sign: str) -> None:
    strip = kpi_strip([Kpi("CPA", "", "₹70.83", change="1 %", arrow="up", verdict=verdict)])  # type: ignore[arg-type]
    assert text(having(strip, f"nm-{verdict}")).startswith(sign)


def test_without_a_change_the_card_says_why() -> None:
    strip = kpi_strip([Kpi("Customers", "As loaded.", "5,000", note="No dates in the file")])
    assert text(having(strip, "nm-kpi-change")) == "No dates in the file"
    assert not having(strip, "nm-arrow")


def test_each_label_is_described_by_its_own_help() -> None:
    strip = kpi_strip([REVENUE, Kpi("CPA", "Spend per conversion.", "₹70.83")])
    described = {attribute(label, "aria-describedby"): text(label) for label in having(strip, "nm-help")}
    helps = {help_.id: text(help_) for help_ in having(strip, "nm-tooltip")}
    assert {described[key]: helps[key] for key in helps} == {
        "Revenue": "The sum of revenue.",
        "CPA": "Spend per conversion.",
    }
    assert all(help_.role == "tooltip" for help_ in having(strip, "nm-tooltip"))


def test_parts_are_drawn_to_scale_and_the_two_largest_named() -> None:
    strip = kpi_strip([Kpi("Customers", "", "5,000", parts=[("Regular", 2000), ("Budget", 1250), ("New", 1750)])])
    bars = [part.style["flexGrow"] for part in parts(having(strip, "nm-parts")) if getattr(part, "style", None)]
    assert bars == [2000, 1250, 1750]
    assert f"40{NO_BREAK}% Regular, 25{NO_BREAK}% Budget" in text(strip)
    assert not having(strip, "nm-spark")


def test_parts_that_sum_to_nothing_do_not_divide_by_it() -> None:
    strip = kpi_strip([Kpi("Customers", "", "0", parts=[("Regular", 0)])])
    assert f"0{NO_BREAK}% Regular" in text(strip)


@pytest.mark.parametrize(
    ("figure", "words"), [("▲ ₹47.42 Cr", "▲up  ₹47.42 Cr"), ("▼ 68 %", "▼down  68 %"), ("7.6×", "7.6×")]
)
def test_an_arrow_is_read_out_as_a_word(figure: str, words: str) -> None:
    assert text(with_arrow(figure)) == words


def test_the_strip_keeps_its_labels_while_the_rows_are_read() -> None:
    waiting = waiting_strip(["Revenue", "CPA"])
    assert [text(label) for label in having(waiting, "nm-kpi-label")] == ["Revenue", "CPA"]
    assert attribute(waiting, "aria-busy") == "true"
