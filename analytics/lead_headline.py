"""The answer to "how good is the model, and where should the threshold be?"."""

from analytics.classifier import auc
from analytics.leads import Leads
from analytics.numbers import decimal, percent
from analytics.wording import Strong, Words


def headline(leads: Leads, separates: float | None, earns: float | None) -> Words:
    """How well it ranks, the threshold that `separates` best and the one that `earns` most; empty where undefined."""
    if leads.undefined:
        return ()
    area = Strong(percent(auc(**leads.columns).value, 0))
    return "Buyers outrank other leads ", area, f" of the time.{_thresholds(separates, earns)}"


def _thresholds(separates: float | None, earns: float | None) -> str:
    best = f" A threshold of {decimal(separates, 2)} separates best" if separates is not None else ""
    if earns is None:
        return f"{best}." if best else ""
    most = f"{decimal(earns, 2)} earns most"
    return f"{best}, {most}." if best else f" A threshold of {most}."
