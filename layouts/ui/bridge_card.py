"""The way from revenue to profit after ad spend, as a chart card's content."""

import textwrap
from collections.abc import Sequence

from analytics.ad_return import Step, bridge, days_above, together
from analytics.comparison import Facts
from analytics.numbers import MINUS, Unit, exact_count, exact_money, money
from analytics.wording import during
from layouts.figures.bridge import Span
from layouts.figures.bridge import bridge as bridge_figure
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin, value_column

HEIGHT = 276
WIDEST = 44
CAPTION = "From revenue to profit after ad spend"
ROWS, PROFIT = "rows", "profit"
NO_PROFIT = "The file reports no profit, so only ad spend is deducted: the cost of goods is not known."


def bridge_card(facts: Facts, drawing: Drawing) -> dict[str, object]:
    """A bar for each amount that stands, and between them what is taken off."""
    steps = bridge(facts.now)
    return {
        "head": head(_title(steps, facts, drawing), f"{CAPTION}, {drawing.currency}"),
        "figure": bridge_figure(_spans(steps, drawing), colours=drawing.colours, height=HEIGHT),
        "note": _note(steps, facts, drawing),
        "twin": twin(
            drawing,
            CAPTION,
            facts.period,
            [Column("Step"), value_column("Amount", Unit.CURRENCY, drawing.currency)],
            [[step.name, step.amount if step.stands else -step.amount] for step in steps],
        ),
    }


def _title(steps: Sequence[Step], facts: Facts, drawing: Drawing) -> str:
    if not steps:
        return "What is left of the revenue?"
    left = steps[-1]
    source = left.name.lower().removesuffix(" after ad spend")
    if left.amount < 0:
        return f"Ad spend exceeded {source} by {money(-left.amount, drawing.currency)} {during(facts.period)}"
    return f"{money(left.amount, drawing.currency)} of {source} is left after ad spend {during(facts.period)}"


def _spans(steps: Sequence[Step], drawing: Drawing) -> list[Span]:
    spans: list[Span] = []
    for step in steps:
        start = 0.0 if step.stands else spans[-1].end
        spans.append(_span(step, start, step.amount if step.stands else start - step.amount, drawing))
    return spans


def _span(step: Step, start: float, end: float, drawing: Drawing) -> Span:
    signed = step.amount if step.stands else -step.amount
    exact, about = exact_money(signed, drawing.currency), "<br>".join(textwrap.wrap(step.about, WIDEST))
    return Span(
        name=step.name,
        start=start,
        end=end,
        colour=_colour(step, drawing),
        text=str(money(signed, drawing.currency)),
        hover=f"<b>{exact}</b> {step.name}<br>{about}",
    )


def _colour(step: Step, drawing: Drawing) -> str:
    if not step.stands:
        return drawing.colours.compare
    return drawing.colours.accent if step.amount >= 0 else drawing.colours.bad


def _note(steps: Sequence[Step], facts: Facts, drawing: Drawing) -> str:
    if not steps:
        return "n/a: no row reports revenue and ad spend together."
    said = _on_profit(facts, drawing) if facts.now[PROFIT].notna().any() else [NO_PROFIT]
    rows, known = facts.now[ROWS].sum(), together(facts.now)[ROWS].sum()
    if known < rows:
        counts = f"{exact_count(rows - known, drawing.currency)} of {exact_count(rows, drawing.currency)}"
        said = [*said, f"{counts} rows are left out: they do not report every amount of it."]
    return " ".join(said)


def _on_profit(facts: Facts, drawing: Drawing) -> list[str]:
    known = together(facts.now)
    alone = money(float((known["revenue"] - known["spend"]).sum()), drawing.currency)
    above, days = days_above(facts.now)
    sure = f"on {above} of {days} days it is more than revenue less ad spend, so ad spend is not among it"
    unsure = "whether ad spend is among it, the file does not say, and it is deducted here"
    return [
        f"What the file deducts before its profit is not listed in it; {sure if above else unsure}.",
        f"Revenue {MINUS} ad spend alone, without the file's deductions, is {alone}.",
    ]
