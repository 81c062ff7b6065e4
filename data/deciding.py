"""How one file is read, decided from its headings, all of its values and what its owner says; and why."""

from dataclasses import dataclass, replace

import duckdb

from data import actions, money, totals
from data.clauses import select
from data.dataset import Mapped
from data.export_days import dated
from data.exports import CONVERSIONS, KIND
from data.forms import first as place_of
from data.forms import normal
from data.heading import Heading
from data.matches import Match
from data.problem import Problem, Unusable
from data.reading import Rows
from data.said import Said
from data.screen import Screen
from data.styles import styled


@dataclass(frozen=True)
class Decided:
    """A file ready to be loaded: its screen, its currency, and why it is read as it is."""

    screen: Screen
    currency: str | None
    reasons: tuple[str, ...]


def decide(con: duckdb.DuckDBPyConnection, first: Heading, match: Match, rows: Rows, said: Said) -> Decided:
    """Decide period, results, dates, numbers and currency of a file; raises Unusable where that cannot be."""
    _refuse_twins(con, match, rows)
    reasons: list[str] = []
    match = actions.decided(con, dated(con, match, rows, first.above, reasons), rows, reasons)
    screen = Screen(match, rows, account=said.account, levels=_levels(con, first, match, rows))
    screen = replace(screen, counted=_counted(con, screen, said.mapped, reasons))
    screen = replace(screen, style=styled(con, screen, said, reasons))
    amounts = money.decide(con, screen, said.dataset, said.mapped, said.currency)
    if amounts:
        screen = replace(screen, rate=amounts.rate)
        reasons.append(amounts.decision)
    return Decided(screen, amounts.currency if amounts else None, tuple(reasons))


def _refuse_twins(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows) -> None:
    """Refuse a heading that stands twice above cells that differ."""
    for known in match.fields:
        for twin in known.twins:
            differs = f"WHERE c{known.index} IS DISTINCT FROM c{twin} ORDER BY line LIMIT 1"
            found = con.execute(select(["line", f"c{known.index}", f"c{twin}"], rows.sql, differs)).fetchone()
            if found:
                line, one, other = found
                raise Unusable(
                    Problem(line, known.heading, "the same below both of its headings", f"{one} and {other}")
                )


def _levels(con: duckdb.DuckDBPyConnection, first: Heading, match: Match, rows: Rows) -> tuple[int, ...]:
    """The places of the levels in which some rows, not all, say that they sum up the others."""
    form = match.form
    if form is None or not form.levels:
        return ()
    names = [normal(cell) for cell in first.cells]
    places = [place for place, name in enumerate(names) if place_of(form.levels, [name]) is not None]
    mixed = [f"count(DISTINCT {totals.summary(f'c{place}', form.summary)}) > 1" for place in places]
    found = con.execute(select(mixed, rows.sql)).fetchone() if mixed else None
    return tuple(place for place, mixes in zip(places, found or (), strict=False) if mixes)


def _counted(
    con: duckdb.DuckDBPyConnection, screen: Screen, mapped: Mapped | None, reasons: list[str]
) -> tuple[str, ...]:
    """The kinds of result that are conversions, among those that the file has."""
    kind, form = screen.match.aside.get(KIND), screen.match.form
    if kind is None or form is None:
        return ()
    asked = select([f"DISTINCT lower(t{kind.index}) AS kind"], screen.texts, "ORDER BY kind")
    found = [cell for (cell,) in con.execute(asked).fetchall() if cell]
    if mapped and mapped.results:
        counted = [each for each in found if each in mapped.results]
    elif form.results.first_of:
        counted = [each for each in form.results.first_of if each in found][:1]
    else:
        counted = [each for each in found if any(word in each for word in form.results.counted)]
    others = f"; not {', '.join(each for each in found if each not in counted)}" if len(found) > len(counted) else ""
    what = f"{kind.heading} is {' or '.join(counted)}" if counted else "no row is of a kind that counts"
    reasons.append(f"conversions: {screen.match.field(CONVERSIONS).heading} where {what}{others}")  # type: ignore[union-attr]
    return tuple(counted)
