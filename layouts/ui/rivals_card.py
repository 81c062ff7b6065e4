"""The supplied score against the baselines, as a table card's content."""

from collections.abc import Sequence

from dash import html

from analytics.classifier import Auc, Difference, auc, average_precision, brier
from analytics.figure import NO_BREAK
from analytics.lead_models import Baseline
from analytics.lead_rivals import Rival, Rivals
from analytics.leads import Leads
from analytics.numbers import NOT_AVAILABLE, decimal, exact_count
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.moving import cell
from layouts.ui.rivals import SUPPLIED, shade
from layouts.ui.table import Content, Heading, Row, table
from layouts.ui.twin import Cell, Column, twin

TITLE = "Supplied against baselines"
APART = "a baseline scored no lead that it was fitted to"
RANKS = {Baseline.LOGISTIC: "A plain logistic regression ranks", Baseline.BOOSTED: "Boosted trees rank"}
HEADINGS = (
    ("AUC", f"Area under the ROC curve, with DeLong's 95{NO_BREAK}% interval"),
    ("Against supplied", f"Its AUC less the supplied one, with DeLong's paired 95{NO_BREAK}% interval"),
    ("Average precision", "Precision at each score, weighted by the recall it adds"),
    ("Brier score", "Mean squared error of the score as a chance; lower is better"),
)


def rivals_card(found: Rivals, in_view: int, drawing: Drawing) -> dict[str, object]:
    """A row a model: how well it ranks and how true its chances are; `in_view` leads are on the page."""
    count = exact_count(found.supplied.total, drawing.currency)
    part = "" if found.supplied.total == in_view else f" of the {exact_count(in_view, drawing.currency)} in view"
    caption = f"{TITLE} on the same {count} leads{part}, with 95{NO_BREAK}% intervals; {APART}"
    rows = [_row(SUPPLIED, found.supplied, "supplied", "var(--nm-accent)", None)]
    rows += [
        _row(one.baseline.label, one.leads, "fitted here", shade(one.baseline, drawing.colours), one.ahead)
        for one in found.baselines
    ]
    headings = [Heading("Score", number=False), *(Heading(label, help=help_) for label, help_ in HEADINGS)]
    return {
        "head": head(finding(found), caption),
        "rows": table(TITLE, headings, rows, [f"{count} leads", "", "", "", ""]),
        "twin": _twin(found, drawing),
    }


def finding(found: Rivals) -> str:
    """What the intervals of the differences allow to be said."""
    first = max(found.baselines, key=lambda one: one.ahead.value)
    if first.ahead.sign > 0:
        return f"{RANKS[first.baseline]} better than the supplied score {_against(first, found)}"
    if first.as_good:
        return f"{RANKS[first.baseline]} as well as the supplied score {_against(first, found)}"
    if all(one.ahead.sign < 0 for one in found.baselines):
        areas = " and ".join(str(decimal(one.area.value, 3)) for one in found.baselines)
        return f"The supplied score ranks better than both baselines ({_area(found)} against {areas})"
    return "No baseline ranks better than the supplied score beyond doubt"


def _against(rival: Rival, found: Rivals) -> str:
    return f"({decimal(rival.area.value, 3)} against {_area(found)})"


def _area(found: Rivals) -> str:
    return str(decimal(auc(**found.supplied.columns).value, 3))


def _row(name: str, leads: Leads, below: str, colour: str, ahead: Difference | None) -> Row:
    error = NOT_AVAILABLE if leads.improbable else str(decimal(brier(**leads.columns).value, 3))
    difference = "" if ahead is None else _sure(ahead, sign=True)
    cells = [_sure(auc(**leads.columns)), difference, str(decimal(average_precision(**leads.columns), 3)), error]
    return Row(name, below, cells, colour=colour)


def _sure(found: Auc | Difference, *, sign: bool = False) -> Content:
    ends = found.reason or f"{_signed(found.low, sign)} to {_signed(found.high, sign)}"
    return html.Span([_signed(found.value, sign), html.Span(ends, className="nm-interval")], className="nm-estimate")


def _signed(value: float, sign: bool) -> str:
    return f"{'+' if sign and value > 0 else ''}{decimal(value, 3)}"


def _twin(found: Rivals, drawing: Drawing) -> dict[str, object]:
    names = ("AUC", "AUC, low", "AUC, high", "Against supplied", "low", "high", "Average precision", "Brier score")
    lines = [_line(SUPPLIED, found.supplied, (None, None, None))]
    lines += [_line(one.baseline.label, one.leads, _ends(one.ahead)) for one in found.baselines]
    return twin(drawing, TITLE, None, [Column("Score"), *(Column(name, "score") for name in names)], lines)


def _ends(found: Auc | Difference) -> Sequence[Cell]:
    return cell(found.value), cell(found.low), cell(found.high)


def _line(name: str, leads: Leads, ahead: Sequence[Cell]) -> list[Cell]:
    error = None if leads.improbable else cell(brier(**leads.columns).value)
    return [name, *_ends(auc(**leads.columns)), *ahead, cell(average_precision(**leads.columns)), error]
