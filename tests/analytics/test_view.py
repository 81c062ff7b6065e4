from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.choices import Choice, Days
from analytics.filters import FILTERS
from analytics.ignored import short
from analytics.periods import Comparison
from analytics.presets import presets
from analytics.view import BASIS, COMPARE, FROM, LONGEST, PERIOD, TO, View
from tests.analytics.frames import period

LOADED = period("2023-01-04", "2024-12-31")
CHANNELS = ("Direct", "Email", "Google Ads", "R&D + café")
CHOICES = (
    Choice(PERIOD, presets(LOADED, 4), ("last-12-months",)),
    Choice(FROM, Days()),
    Choice(TO, Days()),
    Choice(COMPARE, tuple(Comparison), (Comparison.PREVIOUS,)),
    Choice("channel", CHANNELS, multiple=True, elsewhere=("Taboola",)),
    Choice("region", ("North", "South"), multiple=True),
    Choice(BASIS, ("blended", "paid"), ("blended",)),
    Choice("models", ("first", "last", "linear"), ("first", "linear"), multiple=True),
    Choice("grain", ("day", "week", "month"), ("week",)),
)

values = st.one_of(
    st.sampled_from(
        [*CHANNELS, "North", "week", "day", "2024", "all", "2019", "paid", "first", "linear", "Taboola", ""]
    ),
    st.dates().map(str),
    st.text(max_size=12),
    st.sampled_from(["\x00", "%", "%zz", "%ff", "\ud800", "2024-W01-1", "0001-01-01", "2024-02-30", "'; DROP TABLE x"]),
)
keys = st.one_of(
    st.sampled_from([choice.key for choice in CHOICES] + [known.key for known in FILTERS]), st.text(max_size=5)
)
links = st.lists(st.tuples(keys, values), max_size=12).map(
    lambda pairs: "&".join(f"{key}={value}" for key, value in pairs)
)


def parsed(query: str) -> View:
    return View.parse(query, CHOICES)[0]


def notices(query: str) -> tuple[str, ...]:
    return View.parse(query, CHOICES)[1]


@given(st.one_of(st.text(), links))
def test_any_text_is_a_view_whose_link_leads_back_to_it(query: str) -> None:
    view = parsed(query)
    assert View.parse(str(view), CHOICES) == (view, ())
    assert str(parsed(str(view))) == str(view)
    assert view.period(LOADED, 4).days >= 1


@given(links)
def test_a_link_holds_only_what_may_be_chosen_and_no_default(query: str) -> None:
    for choice in CHOICES:
        chosen = dict(parsed(query).chosen).get(choice.key)
        if chosen is not None:
            assert all(value in choice.options for value in chosen)
            assert set(chosen) != set(choice.default)
            assert choice.multiple or len(chosen) == 1


@given(links.filter(lambda query: len(query) < 300))
def test_every_value_that_is_not_kept_has_a_notice(query: str) -> None:
    """Except values of keys that no page knows, blank ones, and dates, whose notice covers both."""
    view, said = View.parse(query, CHOICES)
    kept = set(parse_qsl(str(view)))
    defaults = {(choice.key, value) for choice in CHOICES for value in choice.default}
    known = {choice.key for choice in CHOICES} - {FROM, TO}
    sound = query.encode(errors="replace").decode().removeprefix("?")
    lost = {pair for pair in parse_qsl(sound) if pair[0] in known} - kept - defaults
    for key, value in lost:
        assert any(
            key in notice and (short(value) in notice or "more than once" in notice or "both" in notice)
            for notice in said
        )


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("?", ""),
        ("?channel=Email", "channel=Email"),
        ("region=South&channel=Google+Ads&channel=Email", "channel=Email&channel=Google+Ads&region=South"),
        ("channel=Email&channel=Email", "channel=Email"),
        ("channel=R%26D+%2B+caf%C3%A9", "channel=R%26D+%2B+caf%C3%A9"),
        ("period=last-12-months&compare=previous&grain=week", ""),
        ("models=linear&models=first", ""),
        ("models=linear", "models=linear"),
        ("period=2023", "period=2023"),
        ("from=2024-02-01&to=2024-02-29", "from=2024-02-01&to=2024-02-29"),
        ("from=2024-02-29&to=2024-02-29", "from=2024-02-29&to=2024-02-29"),
        ("device=Mobile&audience=Gen+Z", "audience=Gen+Z&device=Mobile"),
        ("channel=Taboola&channel=Email", "channel=Email&channel=Taboola"),
        ("utm_source=mail&fbclid=1&audience=", ""),
        ("channel=&region=&&=&=x", ""),
    ],
)
def test_a_link_is_read_and_written_without_a_word(query: str, canonical: str) -> None:
    view, said = View.parse(query, CHOICES)
    assert (str(view), said) == (canonical, ())


@pytest.mark.parametrize(
    ("query", "canonical", "said"),
    [
        (
            "channel=Zeta&region=North",
            "region=North",
            ["“channel=Zeta” in the link is not available here and was ignored."],
        ),
        ("period=2019", "", ["“period=2019” in the link is not available here and was ignored."]),
        ("grain=day&grain=month", "grain=day", ["The link gives grain more than once; “day” is used."]),
        (
            "from=2024-03-01&to=2024-02-01",
            "",
            ["A link with dates needs both from and to, the earlier one first; its dates were ignored."],
        ),
        (
            "from=2024-02-01",
            "",
            ["A link with dates needs both from and to, the earlier one first; its dates were ignored."],
        ),
        (
            "from=0001-01-01&to=2024-02-01",
            "",
            [
                "“from=0001-01-01” in the link is not available here and was ignored.",
                "A link with dates needs both from and to, the earlier one first; its dates were ignored.",
            ],
        ),
        (
            "from=2024-W01-1&to=20240201",
            "",
            [
                "“from=2024-W01-1” in the link is not available here and was ignored.",
                "“to=20240201” in the link is not available here and was ignored.",
            ],
        ),
        (
            "period=2023&from=2024-02-01&to=2024-02-29",
            "from=2024-02-01&to=2024-02-29",
            ["The link gives both a period and dates; the dates are used."],
        ),
        ("region=%00North", "", ["“region=\ufffdNorth” in the link is not available here and was ignored."]),
        ("region=%ff%zz", "", ["“region=\ufffd%zz” in the link is not available here and was ignored."]),
        ("region=" + "x" * 90, "", [f"“region={'x' * 40}…” in the link is not available here and was ignored."]),
        ("zzz=1&channel=Email", "channel=Email", ["“zzz” in the link is not known to this page and was ignored."]),
        ("channel=" + "x" * 10_000, "", ["The link is longer than 4,096 characters and was ignored."]),
    ],
)
def test_what_cannot_be_used_is_ignored_with_a_notice(query: str, canonical: str, said: list[str]) -> None:
    view, found = View.parse(query, CHOICES)
    assert (str(view), list(found)) == (canonical, said)


def test_notices_come_in_the_order_of_the_choices() -> None:
    assert [notice[:8] for notice in notices("grain=x&region=x&channel=x&compare=x")] == [
        "“compare", "“channel", "“region=", "“grain=x",
    ]  # fmt: skip


def test_a_link_that_would_grow_too_long_when_written_is_ignored() -> None:
    query = "device=" + "é" * (LONGEST // 4)
    assert len(query) < LONGEST
    assert View.parse(query, CHOICES) == (View(CHOICES), ("The link is longer than 4,096 characters and was ignored.",))


def test_half_a_surrogate_pair_can_be_written_again() -> None:
    assert str(parsed("device=\ud800")) == "device=%3F"


def test_what_another_page_filters_by_is_carried_and_not_applied() -> None:
    view = parsed("device=Mobile&channel=Taboola&region=North")
    assert view.carried == (("channel", ("Taboola",)), ("device", ("Mobile",)))
    assert view.where("campaign_performance") == (("region", ("North",)),)
    assert str(view.but(region="South")) == "channel=Taboola&device=Mobile&region=South"


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("2024-02-29", True),
        ("1900-01-01", True),
        ("2199-12-31", True),
        ("2023-02-29", False),
        ("0001-01-01", False),
        ("9999-12-31", False),
        ("2024-W01-1", False),
        ("2024-1-1", False),
        ("2024-01-01T00:00", False),
        ("20२४-01-01", False),
        ("2024-01-01\n", False),
        ("", False),
    ],
)
def test_days_are_iso_dates_of_three_centuries(text: str, is_day: bool) -> None:
    assert (text in Days()) is is_day


def test_one_and_many_fall_back_to_the_default() -> None:
    view = parsed("region=North&region=South")
    assert view.many("region") == ("North", "South")
    assert view.many("models") == ("first", "linear")
    assert (view.many("channel"), view.one("channel"), view.one("grain")) == ((), "", "week")


def test_but_changes_and_an_empty_value_takes_back_to_the_default() -> None:
    view = parsed("region=North&grain=day")
    assert (
        str(view.but(grain="month", channel=["Email", "Direct"]))
        == "channel=Direct&channel=Email&grain=month&region=North"
    )
    assert str(view.but(region=(), grain="")) == ""
    assert str(view.but(models=("linear", "first"))) == "grain=day&region=North"
    assert str(view.but(channel=("", "Email"))) == "channel=Email&grain=day&region=North"


def test_a_key_that_the_page_has_not_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        parsed("").but(colour="red")
    with pytest.raises(KeyError, match="colour"):
        parsed("").one("colour")


def test_over_takes_the_place_of_a_period() -> None:
    assert str(parsed("period=2023&region=North").over(period("2024-12-01", "2024-12-31"))) == (
        "from=2024-12-01&region=North&to=2024-12-31"
    )


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", period("2024-01-01", "2024-12-31")),
        ("period=all", LOADED),
        ("period=fy-2023-24", period("2023-04-01", "2024-03-31")),
        ("from=2024-02-01&to=2024-02-29", period("2024-02-01", "2024-02-29")),
        ("from=1999-01-01&to=2023-01-31", period("2023-01-04", "2023-01-31")),
        ("from=1999-01-01&to=1999-01-31", period("1999-01-01", "1999-01-31")),
    ],
)
def test_the_period_is_clipped_to_the_days_loaded(query: str, days: object) -> None:
    assert parsed(query).period(LOADED, 4) == days


def test_where_names_each_table_s_own_columns() -> None:
    view = parsed("channel=Email&region=North")
    assert view.where("ad_performance") == (("platform", ("Email",)), ("region", ("North",)))
    assert view.where("customer_data") == (("region", ("North",)),)
    assert view.where("funnel_data") == ()
