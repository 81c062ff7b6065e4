import pandas as pd
import pytest

from analytics.credits import SHARE, Credits, beyond_noise, credits_of, disagreement, headline, leaders
from analytics.offers import Offer, offer
from analytics.paths import Paths

RULES = [offer(key) for key in ("first", "last", "linear", "position")]
Row = tuple[tuple[str, ...], float, float]


def found(*rows: Row, offers: list[Offer] = RULES, nulls: float = 1, without: tuple[str, ...] = ()) -> Credits:
    frame = pd.DataFrame([(*row, nulls) for row in rows], columns=["path", "conversions", "value", "nulls"])
    paths = Paths.of(frame).without(without)
    return credits_of(lambda half_life: paths, offers)


def said(given: Credits) -> str:
    return "".join(headline(given)).replace("\u00a0", " ")


TWO = ((("A", "B"), 6.0, 60.0), (("A", "C", "B"), 3.0, 30.0), (("C",), 1.0, 5.0))


def test_models_stand_side_by_side() -> None:
    given = found(*TWO)
    assert given.conversions["first"].to_dict() == {"A": 9, "B": 0, "C": 1}
    assert given.shares["last"].to_dict() == {"A": 0, "B": 0.9, "C": 0.1}
    assert given.value["linear"].to_dict() == {"A": 40, "B": 40, "C": 15}
    assert given.of(SHARE) is given.shares
    assert given.shared("value")["linear"].to_dict() == pytest.approx({"A": 40 / 95, "B": 40 / 95, "C": 15 / 95})
    assert given.conversions["position"].to_dict() == pytest.approx({"A": 4.2, "B": 4.2, "C": 1.6})


def test_a_model_without_an_answer_says_why() -> None:
    given = found(*TWO, offers=[*RULES, offer("time-decay-7")])
    assert list(given.shares) == ["first", "last", "linear", "position"]
    assert "times" in given.reasons["time-decay-7"]


def test_the_headline_says_who_opens_who_closes_and_where_models_disagree() -> None:
    assert said(found(*TWO)) == "B closes the most sales, A opens the most. Models disagree most about A."
    assert said(found((("A",), 5, 0), (("B",), 1, 0))) == "A opens and closes the most sales."
    assert (
        said(found((("A", "B"), 1, 0), (("A", "C"), 1, 0))) == "A opens the most sales. Models disagree most about A."
    )
    assert said(found((("A",), 1, 0), (("B",), 1, 0))) == ""


def test_of_journeys_of_one_first_touch_it_says_only_who_closes_them() -> None:
    only = found((("A", "B"), 30, 0), (("A",), 5, 0))
    assert "".join(headline(only, ["A"])) == "B closes the most sales of those that A opens."
    even = found((("A", "B"), 1, 0), (("A",), 1, 0))
    assert "".join(headline(only, ["A", "B"])) == "B closes the most sales of those that A and B open."
    assert "".join(headline(even, ["A"])) == "No channel clearly closes the most sales of those that A opens."


def test_the_disagreement_is_a_range() -> None:
    words = disagreement(found(*TWO).shares).replace("\u00a0", " ")
    assert words == "A earns 0 % or 90 % of the credit, depending on the model"
    assert disagreement(found((("A",), 5, 0)).shares) == ""


def test_nobody_leads_where_two_are_equal_or_the_model_is_not_there() -> None:
    assert leaders(found((("A",), 1, 0), (("B",), 1, 0)), "first") == ""
    assert leaders(found(*TWO), "markov-1") == ""


def test_journeys_of_channels_left_out_belong_to_none() -> None:
    given = found(*TWO, without=("C",))
    assert given.conversions["first"].to_dict() == {"A": 9, "B": 0, "(none)": 1}
    assert "(none)" not in given.spread


def test_a_lead_within_the_noise_is_no_lead() -> None:
    assert leaders(found((("A",), 55, 0), (("B",), 45, 0)), "first") == ""
    assert leaders(found((("A",), 550, 0), (("B",), 450, 0)), "first") == "A"


def test_two_shares_are_apart_beyond_1_96_standard_errors() -> None:
    assert not beyond_noise(0.55, 0.45, 380)
    assert beyond_noise(0.55, 0.45, 381)
    assert not beyond_noise(0.5, 0.5, 10**9)
    assert not beyond_noise(0.0, 0.0, 0)


def test_a_chain_of_too_many_states_is_not_solved_and_says_so() -> None:
    names = tuple(f"C{number:03}" for number in range(50))
    refused = credits_of(lambda half_life: pairs(names), [offer("markov-1"), offer("markov-2")])
    assert list(refused.shares) == ["markov-1"]
    assert refused.reasons["markov-2"].startswith("order: expected at most 2,000 states, found 2,500")
    assert credits_of(lambda half_life: pairs(names[:44]), [offer("markov-2")]).reasons == {}


def pairs(names: tuple[str, ...]) -> Paths:
    """A path for each two of the names, in either order, and of each with itself."""
    rows = [((one, other), 1.0, 0.0, 1.0) for one in names for other in names]
    return Paths.of(pd.DataFrame(rows, columns=["path", "conversions", "value", "nulls"]))
