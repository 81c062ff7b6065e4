"""A file read as its source in dataset.toml says."""

from collections.abc import Sequence
from dataclasses import replace

from data import exports
from data.dataset import Mapped
from data.forms import Form, normal
from data.matches import Field, Match
from data.problem import Problem, Unusable
from data.recognise import recognise
from data.table import Table
from data.tables import table
from data.tables.ads import AD

ENOUGH = ("campaign_name",)


def recognised(headings: Sequence[str], mapped: Mapped) -> Match:
    """What the headings of a file are as its source says, or by themselves where it names no columns."""
    given = dict(mapped.given) | ({"platform": mapped.platform} if mapped.platform else {})
    if not mapped.columns:
        match = recognise(headings, given)
        return replace(match, given={**match.given, **given})
    names = [normal(heading) for heading in headings]
    known = table(mapped.table)
    _refuse_strangers(known, mapped, names)
    match = exports.matched(_form(known, mapped, given), headings, names)
    return replace(match, fields=_as_declared(known, match))


def _form(known: Table, mapped: Mapped, given: dict[str, str]) -> Form:
    """The columns that the source names, and those that have their own names."""
    own = {
        column.name: (column.name.replace("_", " "), column.name) for column in known.stored if column.name not in given
    }
    columns: dict[str, tuple[str, ...]] = {**own, **{name: (heading,) for name, heading in mapped.columns.items()}}
    return Form(f"{mapped.name or mapped.files} (dataset.toml)", columns, mapped.table, given=given)


def _refuse_strangers(known: Table, mapped: Mapped, names: Sequence[str]) -> None:
    stored = {column.name for column in known.stored} | set(exports.ASIDE)
    for name, heading in mapped.columns.items():
        if name not in stored:
            raise Unusable(Problem(None, name, f"a column of {known.name}", "none, in dataset.toml"))
        if normal(heading) not in names:
            raise Unusable(Problem(None, heading, f"the heading that dataset.toml names for {name}", "no such heading"))
    _refuse_missing(known, mapped, names)


def _refuse_missing(known: Table, mapped: Mapped, names: Sequence[str]) -> None:
    had = {*mapped.columns, *mapped.given, *(name.replace(" ", "_") for name in names)}
    had |= {"platform"} if mapped.platform else set()
    needed = ENOUGH if known is AD else tuple(column.name for column in known.required)
    missing = [name for name in needed if name not in had]
    if missing:
        raise Unusable(Problem(None, None, f"columns for {', '.join(missing)} in dataset.toml", "none"))


def _as_declared(known: Table, match: Match) -> tuple[Field, ...]:
    if known is AD:
        return match.fields
    return tuple(replace(field, column=known.column(field.column.name)) for field in match.fields)
