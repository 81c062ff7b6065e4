"""Which form of an ad platform a file is, decided by its headings."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from data.columns import Column, Kind, Role
from data.currencies import heading_code
from data.forms import UNIT, Form, first, known, normal
from data.matches import Field, Match
from data.problem import Problem, Unusable
from data.table import Table
from data.tables import table

CAMPAIGN_NAME, CONVERSIONS = "campaign_name", "conversions"
CURRENCY, ACCOUNT, STARTS, ENDS, KIND = "currency", "account", "starts", "ends", "kind"
ASIDE = (CURRENCY, ACCOUNT, STARTS, ENDS)
PLATFORM = "platform"
NEEDED = ("date", PLATFORM, CAMPAIGN_NAME)


def recognised(headings: Sequence[str], given: Collection[str] = ()) -> Match | None:
    """The platform's export that has these headings; None where it is none.

    Raises Unusable where it may be several, or of any platform and that is not among the columns `given` besides.
    """
    names = [normal(heading) for heading in headings]
    told = {form.name: form.told(names) for form in known()}
    matches = [matched(form, headings, names) for form in known() if told[form.name]]
    usable = [match for match in matches if _usable(match)]
    if not usable:
        return None
    ranked = sorted(usable, key=lambda match: _rank(match, told), reverse=True)
    if len(ranked) > 1 and _rank(ranked[0], told) == _rank(ranked[1], told):
        found = " and ".join(match.form.name for match in ranked[:2] if match.form)
        raise Unusable(Problem(None, None, "the headings of one form, or its [[source]] in dataset.toml", found))
    best = ranked[0]
    if best.field(PLATFORM) is None and PLATFORM not in {*best.given, *given}:
        raise Unusable(Problem(None, PLATFORM, "a column of platforms, or the platform in dataset.toml", "neither"))
    return best


def matched(form: Form, headings: Sequence[str], names: Sequence[str]) -> Match:
    """The columns of a file, read as a form; some that the form needs may be missing."""
    known_table = table(form.table)
    fields = tuple(_fields(form, known_table, headings, names))
    aside = {name: _field(form, Column(name), headings, place) for name, place in _aside(form, names)}
    used = {each.index for each in (*fields, *aside.values())}
    unknown = tuple(heading.strip() for place, heading in enumerate(headings) if place not in used)
    amounts = [each.heading for each in fields if each.column.kind is Kind.MONEY]
    code = _code(amounts, unknown)
    return Match(known_table, fields, tuple(filter(None, unknown)), code, (), form, form.given, aside)


def _fields(form: Form, known_table: Table, headings: Sequence[str], names: Sequence[str]) -> Iterator[Field]:
    for column in known_table.stored:
        place = form.place(column.name, names)
        if place is None and column.name == CONVERSIONS and first(form.results.kind, names) is not None:
            place = first(form.results.number, names)
        if place is not None:
            yield _field(form, _loosened(column), headings, place)


def _loosened(column: Column) -> Column:
    """A column as platforms fill it: credits make amounts negative, and most dimensions may be left out."""
    low = column.low if column.kind is Kind.INTEGER else None
    return replace(
        column, low=low, required=column.required and column.name in NEEDED and column.role is not Role.MEASURE
    )


def _field(form: Form, column: Column, headings: Sequence[str], place: int) -> Field:
    heading = headings[place].strip()
    name = normal(headings[place])
    twins = tuple(other for other, its in enumerate(headings) if other != place and normal(its) == name)
    words = tuple(form.values.get(column.name, {}).items())
    return Field(column, heading, place, first(form.micros, [name]) is not None, words, twins, form.lists.get(name, ()))


def _aside(form: Form, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    places = {name: form.place(name, names) for name in ASIDE}
    if form.place(CONVERSIONS, names) is None and first(form.results.number, names) is not None:
        places[KIND] = first(form.results.kind, names)
    return ((name, place) for name, place in places.items() if place is not None)


def _usable(match: Match) -> bool:
    measures = [each for each in match.fields if each.column.role is Role.MEASURE]
    return bool(measures) and match.field(CAMPAIGN_NAME) is not None and (match.form is not None)


def _rank(match: Match, told: dict[str, int]) -> tuple[int, int]:
    assert match.form is not None  # noqa: S101
    return len(match.fields) + told[match.form.name], told[match.form.name]


def _code(amounts: Iterable[str], others: Iterable[str]) -> str | None:
    """The currency that headings of amounts name, or else the others; raises Unusable where amounts name several."""
    said, besides = _codes(amounts), _codes(others)
    if len(said) > 1:
        raise Unusable(Problem(None, None, "amounts in one currency", " and ".join(map(repr, said.values()))))
    return next(iter(said or besides), None) if len(said or besides) == 1 else None


def _codes(headings: Iterable[str]) -> dict[str, str]:
    """The currencies that headings name, each with the first that does."""
    said: dict[str, str] = {}
    for heading in headings:
        unit = UNIT.search(heading)
        code = heading_code(unit[1]) if unit else None
        if code:
            said.setdefault(code, heading)
    return said
