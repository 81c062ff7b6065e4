from pathlib import Path

import pytest

from analytics.offers import OFFERS, SUPPLIED, offer
from data.decay import HALF_LIVES
from data.tables.journeys import ATTRIBUTION


def test_keys_are_unique_and_unknown_ones_refused() -> None:
    assert len({known.key for known in OFFERS}) == len(OFFERS)
    assert offer("markov-2").options == {"order": 2}
    with pytest.raises(KeyError):
        offer("x")


def test_every_half_life_on_offer_is_one_whose_credits_are_stored() -> None:
    assert [known.half_life for known in OFFERS if known.half_life] == list(HALF_LIVES)


def test_supplied_shares_are_set_beside_models_on_offer() -> None:
    assert set(SUPPLIED) <= {known.key for known in OFFERS}
    assert set(SUPPLIED.values()) == {column.name for column in ATTRIBUTION.columns} - {"channel"}


def test_the_documentation_has_every_model_in_its_words() -> None:
    text = Path("docs/attribution.md").read_text(encoding="utf-8")
    assert [known.label for known in OFFERS if known.label not in text or known.help not in text] == []
