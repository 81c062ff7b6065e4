"""How one file is read, decided from its headings, all of its values and what its owner says; and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import duckdb

from data import actions, dates, money, totals, written
from data.cells import WRITTEN
from data.clauses import select
from data.columns import Kind
from data.dataset import DataSet, Mapped
from data.exports import CAMPAIGN_NAME, CONVERSIONS, ENDS, KIND, STARTS
from data.forms import first as place_of
from data.forms import normal
from data.heading import Heading
from data.matches import Field, Match
from data.numerals import Marks
from data.problem import Problem, Unusable
from data.reading import Rows
from data.screen import Screen
from data.tables.ads import AD, AD_PERIOD
from data.values import Style

MOST_WRITTEN = 100_000


@dataclass(frozen=True)
class Said:
    """What is said outside of the file: the data set, its word on this source, the settings, the account."""

    dataset: DataSet = field(default_factory=DataSet)
    mapped: Mapped | None = None
    date_format: str | None = None
    currency: str = "INR"
    account: str = ""

    @property
    def order(self) -> str | None:
        """The order of day, month and year, where the file does not show it."""
        return (self.mapped and self.mapped.date_format) or self.dataset.date_format or self.date_format

    @property
    def decimal(self) -> str | None:
        """The decimal mark, where somebody said it."""
        return (self.mapped and self.mapped.decimal) or self.dataset.decimal


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
    match = actions.decided(con, _dated(con, match, rows, first.above, reasons), rows, reasons)
    screen = Screen(match, rows, account=said.account, levels=_levels(con, first, match, rows))
    screen = replace(screen, counted=_counted(con, screen, said.mapped, reasons))
    screen = replace(screen, style=_style(con, screen, said, reasons))
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


def _dated(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, above: Sequence[str], reasons: list[str]) -> Match:
    """An export with its days: a column of days, else periods of one day, else the period that stands above."""
    if match.form is None or match.table is not AD or match.field("date") or "date" in match.given:
        return match
    if STARTS in match.aside and ENDS in match.aside:
        return _between(con, match, rows, reasons)
    if STARTS in match.aside:
        return _of_days(match, match.aside[STARTS])
    period = written.period(above)
    if period and period[0] == period[1]:
        reasons.append(f"dates: all of {period[0]}, as the lines above the headings say")
        return replace(match, given={**match.given, "date": period[0]})
    named = f"from {period[0]} to {period[1]}, as the lines above the headings say" if period else "not named"
    reasons.append(f"dates: none; each row is a total of a period {named}, which is not a day")
    return _of_period(match, dict(zip((STARTS, ENDS), period or (), strict=False)))


def _between(con: duckdb.DuckDBPyConnection, match: Match, rows: Rows, reasons: list[str]) -> Match:
    start, end, campaign = match.aside[STARTS], match.aside[ENDS], match.field(CAMPAIGN_NAME)
    named = f"WHERE c{campaign.index} IS NOT NULL" if campaign else ""
    same = f"count(*) FILTER (c{start.index} = c{end.index})"
    found = con.execute(select([same], rows.sql, named)).fetchone()
    if found and found[0]:
        reasons.append(f"dates: {start.heading}, where {end.heading} is the same day")
        return _of_days(match, start)
    reasons.append(f"dates: none; each row is a total from {start.heading} to {end.heading}, which is not a day")
    columns = {name: AD_PERIOD.column(name) for name in (STARTS, ENDS)}
    fields = [replace(match.aside[name], column=column) for name, column in columns.items()]
    return replace(_of_period(match, {}), fields=(*fields, *match.fields))


def _of_days(match: Match, start: Field) -> Match:
    return replace(match, fields=(replace(start, column=AD.column("date")), *match.fields))


def _of_period(match: Match, given: Mapping[str, str]) -> Match:
    return replace(match, table=AD_PERIOD, given={**match.given, **given})


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


def _style(con: duckdb.DuckDBPyConnection, screen: Screen, said: Said, reasons: list[str]) -> Style:
    marks = _marks(con, screen, said.decimal)
    if marks.doubtful:
        reasons.append(
            "numbers: with decimal points and with decimal commas, so 1,234 and 1.234 are in doubt, rejected"
        )
    elif marks.comma:
        reasons.append(f"numbers: {marks}, as {'dataset.toml says' if said.decimal else 'the values show'}")
    dated = [known for known in screen.loaded if known.column.kind in (Kind.DATE, Kind.TIME)]
    style = Style(marks=marks)
    if not dated:
        return style
    style = replace(style, written=_written(con, screen, dated, said))
    cells = " UNION ALL ".join(
        select(["line", f"t{known.index} AS cell"], replace(screen, style=style).texts) for known in dated
    )
    style = replace(style, days=dates.decide(con, cells, {}, dated[0].heading, said.order))
    reasons.append(f"dates: {style.days}{', some in words' if style.written else ''}")
    return style


def _marks(con: duckdb.DuckDBPyConnection, screen: Screen, decimal: str | None) -> Marks:
    if decimal:
        return Marks(comma=decimal == ",")
    if screen.rows.delimiter != ";" and con.execute(screen.plain).fetchone() == (True,):
        return Marks(plain=True)
    comma, point = con.execute(screen.marks).fetchone() or (False, False)
    if comma and point:
        return Marks(doubtful=True)
    return Marks(comma=bool(comma) or (not point and screen.rows.delimiter == ";"))


def _written(con: duckdb.DuckDBPyConnection, screen: Screen, dated: Sequence[Field], said: Said) -> bool:
    """Look up the days that are not in numbers with marks; whether there are any."""
    cells = " UNION ".join(
        select([f"c{known.index} AS cell"], screen.rows.sql) for known in dated if known.column.kind is Kind.DATE
    )
    if not cells:
        return False
    only = f"WHERE NOT regexp_full_match(cell, $plain) OR regexp_matches(cell, $zoned) LIMIT {MOST_WRITTEN}"
    found = con.execute(
        select(["DISTINCT cell"], cells, only), {"plain": dates.PARTS, "zoned": written.ENDS_IN_ZONE}
    ).fetchall()
    known = list(_read(cell for (cell,) in found) if said.dataset.zone is None else _read_in(found, said))
    con.execute(f"CREATE OR REPLACE TEMP TABLE {WRITTEN} (cell VARCHAR, day VARCHAR)")
    if known:
        con.execute(
            f"INSERT INTO {WRITTEN} SELECT unnest($cells), unnest($days)",
            dict(zip(("cells", "days"), map(list, zip(*known, strict=True)), strict=True)),
        )
    return bool(known)


def _read(cells: Iterator[str]) -> Iterator[tuple[str, str]]:
    return ((cell, day) for cell in cells if (day := written.iso(cell)))


def _read_in(found: Sequence[tuple[str]], said: Said) -> Iterator[tuple[str, str]]:
    return ((cell, day) for (cell,) in found if (day := written.iso(cell, said.dataset.zone)))
