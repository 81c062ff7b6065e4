from layouts.ui.cards import kpi_strip
from layouts.ui.lead_kpis import LABELS, lead_kpis, lift
from tests.analytics.leadrows import leads
from tests.layouts.ui.drawn import DRAWING, plain
from tests.layouts.ui.parts import having


def test_six_figures_worked_by_hand() -> None:
    kpis = lead_kpis(leads(), DRAWING)
    assert [kpi.label for kpi in kpis] == list(LABELS)
    # Brier: (0.01 + 0.04 + 0.49 + 0.16 + 0.16 + 0.49 + 0.04 + 0.01) / 8.
    assert [f"{kpi.value} {kpi.unit}".strip() for kpi in kpis] == ["8", "50.0 %", "0.812", "0.854", "0.175", "2.00 ×"]
    assert [kpi.note.replace("\u00a0", " ") for kpi in kpis][:2] == ["all report score and outcome", "4 bought"]
    assert kpis[4].note == "the base rate alone 0.250"


def test_a_tenth_of_fewer_than_ten_leads_has_no_interval() -> None:
    assert lead_kpis(leads(times=12), DRAWING)[5].note == "of 9.6 leads, too few for an interval"
    assert lead_kpis(leads(times=13), DRAWING)[5].note.endswith("(95\u00a0%)")


def test_what_cannot_be_computed_says_why() -> None:
    nobody = lead_kpis(leads((0.2, 0.4), (0, 0)), DRAWING)
    assert [(kpi.value, kpi.note) for kpi in nobody[2:4]] == [("n/a", "no lead bought")] * 2
    assert (nobody[5].value, nobody[5].note) == ("n/a", "no lead bought")
    assert lead_kpis(leads((2, 4), (0, 1)), DRAWING)[4].note == "the scores are no probabilities from 0 to 1"


def test_the_strip_shows_them() -> None:
    strip = kpi_strip(lead_kpis(leads(times=10), DRAWING))
    assert plain(having(strip, "nm-kpi-value")[0]) == "80"
    assert str(lift(1.384)) == "1.38×"
