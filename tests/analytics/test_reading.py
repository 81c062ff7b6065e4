import pytest

from analytics.choices import Choice
from analytics.metrics import metric
from analytics.reading import Reading, mover, went
from analytics.view import BASIS, View
from analytics.wording import BLENDED, PAID
from tests.analytics.frames import NOT_REPORTED, Row, facts, period, row

NOW, BEFORE = period("2024-01-02", "2024-01-02"), period("2024-01-01", "2024-01-01")


def moves(**channels: tuple[float, float]) -> list[Row]:
    """Revenue before and now, by channel."""
    return [
        row(day, name, revenue=value)
        for name, values in channels.items()
        for day, value in zip(("2024-01-01", "2024-01-02"), values, strict=True)
    ]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (moves(Email=(100, 130), Fax=(100, 60)), "Fax"),
        (moves(Email=(100, 150), Fax=(100, 60)), "Email"),
        (moves(Email=(100, 110), Fax=(100, 100)), "Email"),
        (moves(Email=(100, 109), Fax=(100, 100)), None),
        (moves(Email=(0, 50), Fax=(100, 90)), "Email"),
        (moves(Email=(100, 150)), None),
        (moves(Email=(0, 50), Fax=(0, 60)), None),
        (moves(Email=(NOT_REPORTED, 50), Fax=(100, 90)), "Email"),
        ([row("2024-01-01", "Email", revenue=90), row("2024-01-02", "Fax", revenue=20)], "Email"),
        ([], None),
    ],
)
def test_the_mover_moved_most_and_enough(given: list[Row], name: str | None) -> None:
    assert mover(facts(given, NOW, BEFORE)) == name


def test_without_a_comparison_nothing_moves() -> None:
    assert mover(facts(moves(Email=(100, 150), Fax=(100, 60)), NOW)) is None


@pytest.mark.parametrize(
    ("change", "decimals", "words"),
    [
        (0.054, 1, "rose 5.4 %"),
        (-0.093, 1, "fell 9.3 %"),
        (-0.22, 0, "fell 22 %"),
        (0.004, 0, "barely moved"),
        (0.004, 1, "rose 0.4 %"),
        (0, 1, "barely moved"),
        (-0.0001, 1, "barely moved"),
    ],
)
def test_a_change_is_said_as_it_is_written(change: float, decimals: int, words: str) -> None:
    assert went(change, decimals).replace("\u00a0", " ") == words


@pytest.mark.parametrize(("query", "name"), [("", "Blended ROAS"), ("basis=paid", "Paid ROAS")])
def test_a_page_that_chooses_what_is_counted_calls_it_so_everywhere(query: str, name: str) -> None:
    """Every channel of these rows is paid for: the card says blended all the same."""
    view, _ = View.parse(query, [Choice(BASIS, (BLENDED, PAID), (BLENDED,))])
    given = facts([row("2024-01-02", spend=1, revenue=2)], NOW)
    assert Reading(given, view, "INR").named(metric("roas")) == name
    assert Reading(given, View(()), "INR").named(metric("roas")) == "Paid ROAS"


def test_amounts_are_in_the_currency_of_the_facts() -> None:
    reading = Reading(facts([], NOW), View(()), "USD")
    assert (str(reading.money(12.5)), reading.one) == ("$12.50", "$1")
