"""What stands around every page's own sections: its state, its filter bar, its notices."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from analytics.filters import Filter
from analytics.periods import Comparison
from analytics.view import BASIS, COMPARE, DATING, FROM, PERIOD
from analytics.wording import BLENDED, PAID
from layouts.ui.filter_bar import CUSTOM, choices, filter_bar, period_control, pill
from layouts.ui.icons import Icon
from layouts.ui.ids import Ids, asked_id, pill_id
from layouts.ui.notices import notice
from layouts.ui.page import Opening
from layouts.ui.still import Still

COMPARISONS = {
    Comparison.PREVIOUS.value: "Previous period",
    Comparison.LAST_YEAR.value: "Same period last year",
    Comparison.NONE.value: "Nothing",
}
BASES = {BLENDED: "All channels (blended)", PAID: "Paid channels only"}
LONG = 5


def page_frame(opening: Opening, sections: Sequence[Component], pills: Sequence[Component] = ()) -> Component:
    """The page: its state for the browser, the filter bar, what was ignored of the link, and the sections.

    `pills` are those of the page's own choices.
    """
    return html.Div(
        [
            dcc.Store(id=Ids.VIEW, data=str(opening.view)),
            dcc.Store(id=Ids.VERSION, data=opening.version),
            dcc.Store(id=Ids.RULES, data=opening.rules),
            dcc.Store(id=asked_id(opening.page.destination.path)),
            filter_bar([*_pills(opening), *pills]),
            *_absent(opening),
            *(notice(text) for text in opening.notices),
            *sections,
        ]
    )


def _absent(opening: Opening) -> list[Component]:
    """What the pills that the table has no column for are filled into, out of sight."""
    shown = {*(DATING if opening.dates else ()), *opening.columns, BASIS}
    return [Still(id=pill_id(key), hidden=True) for key in opening.page.pills if key not in shown]


def _pills(opening: Opening) -> list[Component]:
    dates = [_period(opening)] if opening.dates else []
    dates += [_single(opening, COMPARE, "Compare with", COMPARISONS)] if opening.dates and opening.page.compares else []
    basis = [_single(opening, BASIS, "Spend", BASES)] if opening.page.blends else []
    return [*dates, *(_filter(opening, known) for known in opening.dimensions), *basis]


def _period(opening: Opening) -> Component:
    period, loaded = opening.period, opening.loaded
    value = CUSTOM if opening.view.one(FROM) else opening.view.one(PERIOD)
    control = period_control(opening.presets, value, period.start, period.end, loaded.start, loaded.end)
    return pill(key=PERIOD, label="Dates", control=control, symbol=Icon.CALENDAR)


def _single(opening: Opening, key: str, label: str, options: dict[str, str]) -> Component:
    control = choices(key=key, options=options, value=opening.view.one(key), multiple=False)
    return pill(key=key, label=label, control=control)


def _filter(opening: Opening, known: Filter) -> Component:
    members = opening.values(opening.columns[known.key])
    # What only other pages know is held by the control too, so that it stays in the link.
    held = [*opening.view.many(known.key), *dict(opening.view.carried).get(known.key, ())]
    control = choices(key=known.key, options=members, value=held, multiple=True)
    shown = control if members else html.Div([html.P("Not reported in this data."), control])
    return pill(key=known.key, label=known.label, control=shown, search=len(members) > LONG)
