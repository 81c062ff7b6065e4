"""Which rows of a recognised file are good, and what is wrong with the others, as SQL over its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data import actions, numerals, totals, values
from data.clauses import literal, select, select_from
from data.columns import Kind, Role
from data.exports import CAMPAIGN_NAME, CONVERSIONS, ENDS, KIND, STARTS
from data.matches import Field, Match
from data.reading import Rows
from data.values import NUMERIC, Style

NAME = re.compile("[a-z_]+")
WRITTEN = "written"
BLANK, TOTAL, NAMELESS, OTHER_KIND = (
    "blank",
    "a total of other rows",
    "a total without a campaign's name",
    "another kind",
)
ONE_DAY = "one day: a period that starts and ends on it"
MILLION = 1_000_000


@dataclass(frozen=True)
class Screen:
    """The rows of one file, read as one table in one style.

    In its SELECTs t0, t1, … are the texts of the cells, v0, v1, … their values, f0, f1, … what was expected instead.
    `counted` are the kinds of result that count, `rate` the SQL of what amounts are multiplied with, `account` the
    account of rows that name none, `levels` the places of the columns in which a form's word marks a total.
    """

    match: Match
    rows: Rows
    style: Style = field(default_factory=Style)
    counted: tuple[str, ...] = ()
    rate: str = ""
    account: str = ""
    levels: tuple[int, ...] = ()

    @property
    def loaded(self) -> tuple[Field, ...]:
        """The fields that are kept."""
        return tuple(known for known in self.match.fields if known.column.role is not Role.REPEATED)

    @property
    def repeated(self) -> tuple[Field, ...]:
        """The fields that only repeat a formula over fields that the file has, too."""
        return tuple(known for known in self.match.fields if known.column.formula and self._covers(known))

    @property
    def texts(self) -> str:
        """SELECT of line, texts and why a row is skipped: a blank and what says "not reported" are NULL."""
        known = {each.index: each for each in self.match.fields}
        texts = [f"{self._text(place, known.get(place))} AS t{place}" for place in range(self.rows.width)]
        blank = f"coalesce({', '.join(f'c{place}' for place in range(self.rows.width))}) IS NULL"
        return select(
            ["*", f"{self._skipped} AS skipped"], select(["line", f"{blank} AS blank", *texts], self.rows.sql)
        )

    @property
    def read(self) -> str:
        """SELECT of line, texts and values."""
        points = (values.pointed(each.column, f"t{each.index}", self.style) for each in self.numbers)
        pointed = [f"{point} AS p{each.index}" for each, point in zip(self.numbers, points, strict=True)]
        cleaned = select(["*", *pointed], self.texts)
        return select(["*", *(f"{self._value(known)} AS v{known.index}" for known in self.loaded)], cleaned)

    @property
    def good(self) -> str:
        """SELECT of the rows to load."""
        return select("*", self._judged, f"WHERE skipped IS NULL AND {self._faultless}")

    @property
    def bad(self) -> str:
        """SELECT of line, what was expected and what was found in each loaded field, of the rows to reject."""
        expected = ", ".join(f"f{known.index}" for known in self.loaded)
        found = ", ".join(f"t{known.index}" for known in self.loaded)
        rejected = f"WHERE skipped IS NULL AND NOT ({self._faultless}) ORDER BY line"
        return select(["line", f"[{expected}]", f"[{found}]"], self._judged, rejected)

    @property
    def skips(self) -> str:
        """SELECT of each reason to skip rows, how many there are, and the lines of the first and the last."""
        return select(
            ["skipped", "count(*)", "min(line)", "max(line)"],
            self.texts,
            "WHERE skipped IS NOT NULL GROUP BY skipped ORDER BY skipped",
        )

    @property
    def plain(self) -> str:
        """SELECT of whether all numbers are digits with at most a decimal point."""
        each = [numerals.plain(f"c{each.index}", _whole(each)) for each in self.numbers]
        return select([f"bool_and({' AND '.join(each) or 'true'})"], self.rows.sql)

    @property
    def marks(self) -> str:
        """SELECT of whether some number shows a decimal comma, and whether one shows a decimal point."""
        plain = [each for each in self.numbers if not each.kinds]
        cells = ((each, numerals.reported(f"c{each.index}")) for each in plain)
        bare = [f"{numerals.bare(cell, _money(each))} AS b{each.index}" for each, cell in cells]
        shown = [
            [f"bool_or({shows(f'b{each.index}', _whole(each))})" for each in plain]
            for shows in (numerals.shows_comma, numerals.shows_point)
        ]
        asked = [f"coalesce({' OR '.join(each) or 'false'}, false)" for each in shown]
        return select(asked, select([*bare, "line"], self.rows.sql))

    @property
    def numbers(self) -> tuple[Field, ...]:
        """The loaded fields that hold numbers."""
        return tuple(known for known in self.loaded if known.column.kind in NUMERIC)

    @property
    def kept(self) -> str:
        """SELECT of the rows to load, as the table stores them; binds $source, and $across for a matrix."""
        tail = ["$source", self._account]
        if self.match.across:
            across = ", ".join(f"v{known.index}" for known in self.loaded[1:])
            return select(["v0", "unnest($across)", f"unnest([{across}])", *tail], self.good)
        places = {name: literal(value) for name, value in self.match.given.items()}
        places |= {known.column.name: f"v{known.index}" for known in self.loaded}
        stored = [places.get(column.name, "NULL") for column in self.match.table.stored]
        return select([*stored, *tail], self.good)

    def due(self, repeated: Field) -> str:
        """SQL: what a repeated field should be by its formula."""
        places = {known.column.name: known.index for known in self.loaded}
        return NAME.sub(lambda name: f"v{places[name[0]]}::DOUBLE", repeated.column.formula)

    def _covers(self, repeated: Field) -> bool:
        return {known.column.name for known in self.loaded}.issuperset(NAME.findall(repeated.column.formula))

    def _text(self, place: int, known: Field | None) -> str:
        cell, form = f"c{place}", self.match.form
        ends = self.match.aside.get(ENDS)
        dated = known.column.kind in (Kind.DATE, Kind.TIME) if known else ends is not None and ends.index == place
        if dated and self.style.written:
            return f"coalesce(({select_from(['day'], WRITTEN, f'WHERE cell = {cell}')}), {cell})"
        if known is None:
            return numerals.reported(cell) if form else cell
        if known.kinds:
            return actions.counted(cell, known.kinds[0], "," if self.style.marks.comma else ".")
        if known.column.role is Role.REPEATED or (known.column.kind not in NUMERIC and not form):
            return cell
        none = form is not None and form.blank_is_none and known.column.kind in NUMERIC
        if self.style.marks.plain and known.column.kind in NUMERIC:
            return f"coalesce({cell}, '0')" if none else cell
        return numerals.reported(f"coalesce({cell}, '0')" if none else cell)

    @property
    def _skipped(self) -> str:
        whens = [f"WHEN blank THEN '{BLANK}'", *(f"WHEN {test} THEN {literal(why)}" for test, why in self._set_aside())]
        return f"CASE {' '.join(whens)} END"

    def _set_aside(self) -> Iterator[tuple[str, str]]:
        """What makes a row of an export one that sums up others, or one of another kind."""
        form, campaign = self.match.form, self.match.field(CAMPAIGN_NAME)
        if form is None or campaign is None:
            return
        dated = self.match.field("date")
        labels = {"t0", f"t{campaign.index}", *([f"t{dated.index}"] if dated else [])}
        yield " OR ".join(totals.named(label) for label in sorted(labels)), TOTAL
        if dated:
            yield f"t{dated.index} IS NULL AND {totals.likely(f't{campaign.index}')}", TOTAL
        if self.levels:
            yield " OR ".join(totals.summary(f"t{place}", form.summary) for place in self.levels), TOTAL
        yield f"t{campaign.index} IS NULL", NAMELESS
        kind = self.match.aside.get(KIND)
        if form.results.first_of and kind:
            yield (
                f"lower(t{kind.index}) IS DISTINCT FROM {literal(self.counted[0] if self.counted else '')}",
                OTHER_KIND,
            )

    def _value(self, known: Field) -> str:
        text, column = f"t{known.index}", known.column
        point = f"p{known.index}"
        value = values.value(column, text, self.style, point)
        if known.micros:
            micros = numerals.number(point, "DOUBLE", self.style.marks)
            value = f"TRY_CAST({micros} / {MILLION} AS {values.TYPES[Kind.MONEY]})"
        if known.words:
            whens = " ".join(f"WHEN {literal(said)} THEN {literal(meant)}" for said, meant in known.words)
            value = f"CASE lower({text}) {whens} ELSE {text} END"
        if self.rate and column.kind is Kind.MONEY:
            value = f"TRY_CAST({value} * {self.rate} AS {values.TYPES[Kind.MONEY]})"
        kind = self.match.aside.get(KIND)
        if kind and column.name == CONVERSIONS:
            return f"CASE WHEN {self._counts(kind)} THEN {value} WHEN t{kind.index} IS NULL AND {text} = '0' THEN 0 END"
        return value

    def _counts(self, kind: Field) -> str:
        """SQL: whether the result of a row is of a kind that counts."""
        said = ", ".join(map(literal, self.counted)) or "NULL"
        return f"coalesce(lower(t{kind.index}) IN ({said}), false)"

    def _fault(self, known: Field) -> str:
        text = f"t{known.index}"
        if known.kinds:
            return f"CASE WHEN v{known.index} IS NULL THEN '{actions.EXPECTED}' END"
        besides = ", and a rate of its day" if self.rate and _money(known) else ""
        fault = values.fault(known.column, text, f"v{known.index}", self.style, besides)
        starts, ends = (self.match.aside.get(name) for name in (STARTS, ENDS))
        if starts and ends and known.column.name == "date" and starts.index == known.index:
            return f"CASE WHEN t{ends.index} <> {text} THEN '{ONE_DAY}' ELSE {fault} END"
        kind = self.match.aside.get(KIND)
        if kind and known.column.name == CONVERSIONS:
            return f"CASE WHEN {self._counts(kind)} THEN {fault} END"
        return fault

    @property
    def _account(self) -> str:
        account = self.match.aside.get("account")
        return f"coalesce(t{account.index}, $account)" if account else "$account"

    @property
    def _judged(self) -> str:
        return select(["*", *(f"{self._fault(known)} AS f{known.index}" for known in self.loaded)], self.read)

    @property
    def _faultless(self) -> str:
        return " AND ".join(f"f{known.index} IS NULL" for known in self.loaded)


def _money(known: Field) -> bool:
    return known.column.kind is Kind.MONEY


def _whole(known: Field) -> bool:
    return known.column.kind is Kind.INTEGER
