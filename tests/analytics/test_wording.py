from collections.abc import Sequence

import pytest

from analytics.choices import Choice, Days
from analytics.periods import Dates, Period
from analytics.view import BASIS, COMPARE, FROM, PERIOD, TO, View
from analytics.wording import Strong, during, listed, lower, period_name, sentence
from tests.analytics.frames import period

LOADED = period("2023-01-04", "2024-12-31")
YEAR, BEFORE = period("2024-01-01", "2024-12-31"), period("2023-01-01", "2023-12-31")
CHOICES = (
    Choice(PERIOD, ("last-12-months", "all"), ("last-12-months",)),
    Choice(FROM, Days()),
    Choice(TO, Days()),
    Choice(COMPARE, ("previous", "none"), ("previous",)),
    Choice("channel", ("Direct", "Email"), multiple=True, elsewhere=("Taboola",)),
    Choice("region", ("North", "South"), multiple=True),
    Choice("type", ("Search",), multiple=True),
    Choice(BASIS, ("blended", "paid"), ("blended",)),
)


def said(
    query: str = "",
    table: str = "campaign_performance",
    now: Period = YEAR,
    before: Period | None = BEFORE,
    organic: Sequence[str] = (),
) -> str:
    return "".join(sentence(View.parse(query, CHOICES)[0], table, Dates(LOADED, now, before), organic))


@pytest.mark.parametrize(
    ("days", "name", "with_preposition"),
    [
        (YEAR, "2024", "in 2024"),
        (period("2026-10-01", "2026-10-31"), "Oct 2026", "in Oct 2026"),
        (period("2025-11-01", "2026-10-31"), "Nov 2025 – Oct 2026", "over Nov 2025 – Oct 2026"),
        (period("2024-10-01", "2024-12-31"), "Oct – Dec 2024", "over Oct – Dec 2024"),
        (period("2023-01-01", "2024-12-31"), "Jan 2023 – Dec 2024", "over Jan 2023 – Dec 2024"),
        (period("2024-01-05", "2024-02-03"), "5 Jan – 3 Feb 2024", "over 5 Jan – 3 Feb 2024"),
        (period("2024-12-02", "2024-12-31"), "2–31 Dec 2024", "over 2–31 Dec 2024"),
        (period("2024-02-29", "2024-02-29"), "29 Feb 2024", "on 29 Feb 2024"),
    ],
)
def test_a_period_is_named_as_people_call_it(days: Period, name: str, with_preposition: str) -> None:
    assert period_name(days) == name
    assert during(days) == with_preposition


def test_names_are_listed() -> None:
    assert [listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "All channels, regions and campaign types, 1 Jan"),
        ("channel=Email", "All regions and campaign types, channel Email, 1 Jan"),
        (
            "channel=Email&channel=Direct&region=North&type=Search",
            "Channel Direct and Email, region North, type Search, 1 Jan",
        ),
    ],
)
def test_the_sentence_opens_with_the_filters(query: str, expected: str) -> None:
    assert said(query).startswith(expected)


def test_what_is_chosen_stands_out() -> None:
    words = sentence(View.parse("channel=Email", CHOICES)[0], "campaign_performance", Dates(LOADED, YEAR, BEFORE))
    assert [word for word in words if isinstance(word, Strong)] == [
        "Email",
        "1 Jan – 31 Dec 2024",
        "1 Jan – 31 Dec 2023",
    ]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (period("2023-07-01", "2023-12-31"), "2024, compared with 1 Jul – 31 Dec 2023."),
        (BEFORE, "2024, compared with 1 Jan – 31 Dec 2023 (1–3 Jan 2023 not loaded)."),
        (period("2021-01-06", "2023-01-03"), "2024, not compared: 6 Jan 2021 – 3 Jan 2023 is not loaded."),
        (
            period("2024-12-01", "2025-01-31"),
            "2024, compared with 1 Dec 2024 – 31 Jan 2025 (1–31 Jan 2025 not loaded).",
        ),
        (period("2025-01-01", "2025-01-31"), "2024, not compared: 1–31 Jan 2025 is not loaded."),
        (None, "2024, no comparison."),
    ],
)
def test_the_comparison_says_which_of_its_days_are_not_loaded(before: Period | None, expected: str) -> None:
    assert said(before=before).endswith(expected)


def test_all_dates_says_that_there_is_nothing_else() -> None:
    assert said("period=all", now=LOADED, before=None).endswith(
        "4 Jan 2023 – 31 Dec 2024 (all dates: nothing earlier or later is loaded), no comparison."
    )


def test_paid_only_names_what_it_leaves_out() -> None:
    assert said("basis=paid", organic=("Direct", "Organic Search")).endswith(
        ". Paid channels only: Direct and Organic Search left out."
    )
    assert said("basis=paid").endswith(". Every channel here is paid.")
    assert said("", organic=("Direct",)).endswith("not loaded).")


def test_what_the_page_cannot_apply_is_named() -> None:
    assert said("device=Mobile&device=Tablet&channel=Taboola").endswith(
        ". Not applied on this page: channel Taboola; device Mobile and Tablet."
    )
    assert f"device {'x' * 40}…." in said("device=" + "x" * 1_000)


def test_a_table_is_spoken_of_in_its_own_words() -> None:
    assert said(table="ad_performance").startswith("All platforms, regions and objectives, 1 Jan")
    assert "platform Email" in said("channel=Email", table="ad_performance")


def test_a_table_without_dates_says_so_and_what_it_cannot_apply() -> None:
    choices = (Choice("segment", ("VIP",), multiple=True), Choice("nps", ("Promoter",), multiple=True))

    def undated(query: str, choices: Sequence[Choice] = choices) -> str:
        return "".join(sentence(View.parse(query, choices)[0], "customer_data", None))

    assert undated("") == "All segments and NPS categories, as loaded: the file carries no dates."
    assert undated("segment=VIP&nps=Promoter").startswith("Segment VIP, NPS category Promoter, as loaded")
    assert undated("", ()) == "As loaded: the file carries no dates."
    assert undated("period=2024&basis=paid&compare=none&channel=Email").endswith(
        " Not applied on this page: channel Email; dates; comparison; blended or paid."
    )


def test_a_page_that_does_not_compare_says_nothing_of_it() -> None:
    view = View.parse("", [choice for choice in CHOICES if choice.key != COMPARE])[0]
    words = "".join(sentence(view, "campaign_performance", Dates(LOADED, YEAR)))
    assert words.endswith("1 Jan – 31 Dec 2024.")


def test_whole_months_are_named_as_such() -> None:
    view = View.parse("", CHOICES)[0]
    words = "".join(sentence(view, "campaign_performance", Dates(LOADED, YEAR, None), monthly=True))
    assert words.endswith("1 Jan – 31 Dec 2024 (whole months), no comparison.")


@pytest.mark.parametrize(
    ("label", "words"), [("NPS category", "NPS category"), ("City tier", "city tier"), ("ROI, x", "ROI, x")]
)
def test_abbreviations_stay_capital_inside_a_sentence(label: str, words: str) -> None:
    assert lower(label) == words
