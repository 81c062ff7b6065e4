from analytics.lead_headline import headline
from analytics.wording import Strong
from tests.analytics.leadrows import leads


def test_how_well_it_ranks_and_where_the_threshold_should_be() -> None:
    words = headline(leads(), 0.8, 0.6)
    assert "".join(words).replace("\u00a0", " ") == (
        "Buyers outrank other leads 81 % of the time. A threshold of 0.80 separates best, 0.60 earns most."
    )
    assert [word for word in words if isinstance(word, Strong)] == ["81\u00a0%"]


def test_thresholds_that_are_not_known_are_not_told() -> None:
    assert "".join(headline(leads(), 0.8, None)).endswith("A threshold of 0.80 separates best.")
    assert "".join(headline(leads(), None, 0.6)).endswith("A threshold of 0.60 earns most.")
    assert "".join(headline(leads(), None, None)).endswith("of the time.")


def test_one_outcome_alone_has_no_answer() -> None:
    assert headline(leads((0.2, 0.4), (0, 0)), None, None) == ()
