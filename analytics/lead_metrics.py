"""What is counted of scored leads: called or not, by whether they bought."""

from analytics.metric import Better, Metric
from analytics.metrics import FEWEST
from analytics.numbers import Unit

LEAD_METRICS = (
    Metric("leads", "Leads", "Leads that report a score and an outcome.", "rows", better=Better.NEITHER),
    Metric("buyers", "Buyers", "Leads that became customers.", "buyers"),
    Metric(
        "base_rate",
        "Base rate",
        "Part of all leads that bought: what calling at random finds.",
        "buyers",
        "rows",
        unit=Unit.PERCENT,
        fewest=FEWEST,
    ),
    Metric(
        "accuracy",
        "Accuracy",
        "Part of all leads that were put right: buyers called, others not.",
        "tp + tn",
        "tp + tn + fp + fn",
        unit=Unit.PERCENT,
    ),
    Metric("precision", "Precision", "Part of the called leads that bought.", "tp", "tp + fp", unit=Unit.PERCENT),
    Metric("recall", "Recall", "Part of the buyers that were called.", "tp", "tp + fn", unit=Unit.PERCENT),
    Metric(
        "specificity",
        "Specificity",
        "Part of those who did not buy that were not called.",
        "tn",
        "tn + fp",
        unit=Unit.PERCENT,
    ),
    Metric("f1", "F1", "Harmonic mean of precision and recall, from 0 to 1.", "tp + tp", "tp + tp + fp + fn"),
)


def lead_metric(name: str) -> Metric:
    """The metric of that name among those of leads; KeyError if there is none."""
    return {known.name: known for known in LEAD_METRICS}[name]
