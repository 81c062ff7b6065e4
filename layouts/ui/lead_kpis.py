"""The figures of a lead model for the KPI strip."""

from analytics.classifier import ScoresError, auc, average_precision, brier, gains
from analytics.figure import NO_BREAK, TIMES, Figure
from analytics.intervals import wilson
from analytics.lead_metrics import lead_metric
from analytics.leads import Leads
from analytics.numbers import NOT_AVAILABLE, Unit, decimal, exact_count, format_value, percent
from analytics.slices import FEWEST
from layouts.ui.cards import Kpi
from layouts.ui.drawing import Drawing

LABELS = ("Leads", "Base rate", "AUC", "Average precision", "Brier score", "Lift of the best tenth")
TENTH = [0.1]


def lead_kpis(leads: Leads, drawing: Drawing) -> list[Kpi]:
    """Six figures, each with its interval or what it is to be compared with; n/a says why."""
    return [
        _leads(leads, drawing),
        _base_rate(leads, drawing),
        _auc(leads),
        _precision(leads),
        _brier(leads),
        _lift(leads),
    ]


def _leads(leads: Leads, drawing: Drawing) -> Kpi:
    silent = f"{exact_count(leads.silent, drawing.currency)} more report no score or outcome"
    note = silent if leads.silent else "all report score and outcome"
    return Kpi(LABELS[0], lead_metric("leads").help, exact_count(leads.total, drawing.currency), note=note)


def _base_rate(leads: Leads, drawing: Drawing) -> Kpi:
    known = lead_metric("base_rate")
    low, high = wilson(leads.buyers, leads.total)
    help_ = f"{known.help} Computed as {known.formula}; 95{NO_BREAK}% interval {percent(low)} to {percent(high)}."
    return _kpi(
        1,
        help_,
        format_value(leads.buyers / leads.total, Unit.PERCENT, drawing.currency),
        f"{exact_count(leads.buyers, drawing.currency)} bought",
    )


def _auc(leads: Leads) -> Kpi:
    area = auc(**leads.columns)
    help_ = (
        "Area under the ROC curve: how often a buyer has a higher score than another lead. 0.5 is chance, 1 perfect. "
        "The interval is DeLong's."
    )
    return _kpi(2, help_, decimal(area.value, 3), area.reason or _between(area.low, area.high))


def _precision(leads: Leads) -> Kpi:
    help_ = "Precision at each score, weighted by the recall it adds. By chance it is the base rate."
    note = f"chance {decimal(leads.buyers / leads.total, 3)}"
    return _kpi(3, help_, decimal(average_precision(**leads.columns), 3), leads.undefined or note)


def _brier(leads: Leads) -> Kpi:
    help_ = "Mean squared error of the score as a chance, from 0 to 1; lower is better."
    if leads.improbable:
        return _kpi(4, help_, Figure(NOT_AVAILABLE), leads.improbable)
    error = brier(**leads.columns)
    return _kpi(4, help_, decimal(error.value, 3), f"the base rate alone {decimal(error.uncertainty, 3)}")


def _lift(leads: Leads) -> Kpi:
    help_ = "Buyers among the tenth of the leads with the highest scores, against a tenth called at random."
    try:
        first = gains(**leads.columns, shares=TENTH).iloc[0]
    except ScoresError:
        return _kpi(5, help_, Figure(NOT_AVAILABLE), leads.undefined)
    ends = f"{lift(first['lift_low'])} to {lift(first['lift_high'])} (95{NO_BREAK}%)"
    return _kpi(5, help_, lift(first["lift"]), too_few(first["called"]) or ends)


def too_few(called: float) -> str:
    """Why a lift of so many leads called has no interval that could be gone by; empty where it has one."""
    return f"of {called:g} lead{'' if called == 1 else 's'}, too few for an interval" if called < FEWEST else ""


def lift(value: float) -> Figure:
    """A lift as read: 1.38×."""
    return decimal(value, 2, TIMES)


def _kpi(place: int, help_: str, figure: Figure, note: str) -> Kpi:
    return Kpi(LABELS[place], help_, figure.number, figure.unit, note=note)


def _between(low: float, high: float) -> str:
    return f"{decimal(low, 3)} to {decimal(high, 3)} (95{NO_BREAK}%)"
