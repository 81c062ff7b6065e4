"""Which table a file is, decided by its headings and never by its name."""

import re
from collections.abc import Collection, Iterable, Sequence

from data import currencies, exports
from data.columns import Kind, Role, key, number
from data.matches import Field, Match
from data.problem import Problem, Unusable
from data.table import Table
from data.tables import TABLES
from data.tables.customers import CORRELATION

UNIT = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
PERCENT, FRACTION = "%", "fraction"
FEWEST_MEASURES = 2


def recognise(headings: Sequence[str], given: Collection[str] = ()) -> Match:
    """The table whose required columns are all there, most columns first, or else the export of an ad platform.

    `given` names columns that are said besides the file. Raises Unusable where it is neither.
    """
    names = [simplified(heading) for heading in headings]
    matches = [_match(table, names, headings) for table in TABLES if table is not CORRELATION]
    whole = [match for match in matches if not _missing(match)]
    if whole:
        best = max(whole, key=lambda match: len(match.fields))
        _refuse_repeats(best, names, headings)
        return best
    export = exports.recognised(headings, given)
    if export:
        return export
    if not names[0] and len(names) > FEWEST_MEASURES and all(names[1:]):
        return _matrix(headings)
    raise Unusable(_unlike(matches))


def simplified(heading: str) -> str:
    """A heading as columns are named: `Spend ($)` and ` SPEND` are both `spend`."""
    bare = UNIT.sub("", heading.strip("\ufeff \t\r\n\u00a0"))
    return re.sub(r"[\s_-]+", "_", bare.strip().casefold())


def _refuse_repeats(match: Match, names: Sequence[str], headings: Sequence[str]) -> None:
    for field in match.fields:
        first = names.index(names[field.index])
        if first != field.index:
            found = f"{headings[first]!r} and {headings[field.index]!r}"
            raise Unusable(Problem(None, headings[field.index], "each heading once", found))


def _match(table: Table, names: Sequence[str], headings: Sequence[str]) -> Match:
    known = {column.name: column for column in table.columns}
    places = [(index, known[name]) for index, name in enumerate(names) if name in known]
    fields = tuple(Field(column, headings[index].strip(), index) for index, column in places)
    unknown = tuple(heading.strip() for heading, name in zip(headings, names, strict=True) if name not in known)
    return Match(table, fields, tuple(filter(None, unknown)), _currency(fields) if _whole(table, fields) else None)


def _whole(table: Table, fields: Iterable[Field]) -> bool:
    return {column.name for column in table.required} <= {field.column.name for field in fields}


def _missing(match: Match) -> tuple[str, ...]:
    return tuple(column.name for column in match.table.required if match.field(column.name) is None)


def _matrix(headings: Sequence[str]) -> Match:
    names = tuple(heading.strip() for heading in headings[1:])
    across = tuple(Field(number("correlation"), name, index) for index, name in enumerate(names, start=1))
    return Match(CORRELATION, (Field(key("measure"), "", 0), *across), across=names)


def _currency(fields: Iterable[Field]) -> str | None:
    for field in fields:
        _refuse_unit(field)
    said = {code: field for field in fields if (code := _code(field))}
    if len(said) > 1:
        found = " and ".join(repr(field.heading) for field in said.values())
        raise Unusable(Problem(None, None, "amounts in one currency", found))
    return next(iter(said), None)


def _refuse_unit(field: Field) -> None:
    unit = _unit(field)
    if unit and field.column.kind is Kind.MONEY and not _code(field):
        raise Unusable(Problem(None, field.heading, "a currency as its unit, such as (INR) or ($)", f"({unit})"))
    if unit == PERCENT and field.column.unit == FRACTION:
        raise Unusable(Problem(None, field.heading, "fractions from 0 to 1", "a heading that says percent"))


def _unit(field: Field) -> str:
    unit = UNIT.search(field.heading)
    return unit[1].strip().upper() if unit else ""


def _code(field: Field) -> str | None:
    """The currency a heading names. A repeated ratio such as `CPC($)` counts, whatever its kind."""
    unit = _unit(field)
    if field.column.kind is not Kind.MONEY and field.column.role is not Role.REPEATED:
        return None
    return currencies.code(unit)


def _unlike(matches: Iterable[Match]) -> Problem:
    closest = max(matches, key=lambda match: 1 - len(_missing(match)) / len(match.table.required))
    if not closest.fields:
        return Problem(None, None, "the headings of one of the tables", "none of them")
    return Problem(None, None, f"the headings of {closest.table.name}", "none for " + ", ".join(_missing(closest)))
