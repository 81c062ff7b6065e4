"""Time-decay credit as SQL: what each touch of the journeys that converted is worth."""

from collections.abc import Collection, Iterator

from data.clauses import select, select_from
from data.sql import Clause

HALF_LIVES = (1, 3, 7, 14, 30)


def credit(half_life: float) -> str:
    """The column of the credit at a half-life in days."""
    return f'"credit {half_life:g}"'


def value(half_life: float) -> str:
    """The column of that credit times the value of its journey."""
    return f'"value {half_life:g}"'


def credited(half_lives: Collection[float], by: str, where: str = "", without: Collection[int] = ()) -> str:
    """SELECT of the sums of credit and value per `by`: touch, or month and touch; of the conversions in `where`.

    A touch weighs 2^(−days before the last touch / half-life), divided by the sum over its journey. The channels whose
    codes are in `without` are left out before, so that days count from the last touch that stays.
    """
    sums = [column for half_life in half_lives for column in _sums(half_life)]
    return select([by, *sums], _shares(half_lives, where, without), f"GROUP BY {by}")


def credits_asked(half_life: float, months: Clause, left_out: Collection[int] = ()) -> Clause:
    """SELECT of touch, credit and value in the months that WHERE allows: of what is stored, where that can answer."""
    if left_out or half_life not in HALF_LIVES:
        named = ["touch", f"{credit(half_life)} AS credit", f'{value(half_life)} AS "value"']
        return Clause(select(named, credited((half_life,), "touch", months.text, left_out)), months.values)
    sums = ["touch", f"sum({credit(half_life)}) AS credit", f'sum({value(half_life)}) AS "value"']
    return Clause(select_from(sums, "path_credits", months.text, "GROUP BY touch"), months.values)


def _shares(half_lives: Collection[float], where: str, without: Collection[int]) -> str:
    shares = (f"unnest(w{place}) / list_sum(w{place}) AS {credit(each)}" for place, each in enumerate(half_lives))
    weights = (f"{_weights(each)} AS w{place}" for place, each in enumerate(half_lives))
    weighed = select(["month", "value", "touches", *weights], _kept(where, without))
    return select(["month", "value", "unnest(touches) AS touch", *shares], weighed)


def _weights(half_life: float) -> str:
    return f"list_transform(days, lambda day: pow(2, (days[-1] - day) / {float(half_life)!r}))"


def _kept(where: str, without: Collection[int]) -> str:
    left_out = f"[{', '.join(map(str, sorted(without)))}]::SMALLINT[]"
    stays = f"lambda place: NOT list_contains({left_out}, channels[place])"
    places = f"list_filter(range(1, len(channels) + 1), {stays}) AS places"
    found = select_from(
        ["month", "value", "first_touch", "days", places], "path_conversions JOIN paths USING (path)", where
    )
    touches = "list_transform(places, lambda place: CAST(first_touch + place - 1 AS INTEGER)) AS touches"
    days = "list_transform(places, lambda place: days[place]) AS days"
    return select(["month", "value", touches, days], found)


def _sums(half_life: float) -> Iterator[str]:
    share = credit(half_life)
    yield f"sum({share}) AS {share}"
    yield f"sum(value * {share}) AS {value(half_life)}"
