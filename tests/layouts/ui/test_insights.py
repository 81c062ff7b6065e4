from analytics.figure import NO_BREAK
from analytics.insight import Insight
from analytics.view import View
from analytics.wording import Strong
from layouts.ui.insights import insights_card
from tests.layouts.ui.parts import having, parts, text

VIEW, _ = View.parse("", ())


def finding(good: bool | None) -> Insight:
    words = ("Email grew. ", Strong("Leave it out and revenue fell 22.3 %"), ".")
    return Insight("Largest mover", "Email", "▲ ₹47.42 Cr", good, words, "Email by month", VIEW)


def test_a_finding_reads_kind_subject_figure_sentences_link() -> None:
    card = insights_card("What changed", "Computed from 2,389 rows", [finding(True)], "/")
    assert text(having(card, "nm-insight")) == (
        f"Largest moverEmail ▲up  ₹47.42 CrEmail grew. Leave it out and revenue fell 22.3 %.Email by month{NO_BREAK}→"
    )
    assert text(having(card, "nm-figures")) == "▲up  ₹47.42 Cr"
    assert [text(part) for part in parts(card) if type(part).__name__ == "B"] == [
        "Leave it out and revenue fell 22.3 %"
    ]


def test_a_finding_is_coloured_by_whether_it_is_good() -> None:
    card = insights_card("What changed", "", [finding(True), finding(False), finding(None)], "/")
    kinds = [subject.className.split()[-1] for subject in having(card, "nm-insight-subject")]
    assert kinds == ["nm-good", "nm-bad", "nm-neutral"]


def test_a_finding_links_to_its_own_view() -> None:
    card = insights_card("What changed", "", [finding(True)], "/campaigns")
    assert [link.href for link in having(card, "nm-link")] == [f"/campaigns?{VIEW}"]


def test_without_findings_there_is_no_card() -> None:
    assert insights_card("What changed", "", [], "/") is None
