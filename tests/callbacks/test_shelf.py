from pathlib import Path

import pytest

from analytics.product_metrics import product_metric
from analytics.products import CATEGORY, QUARTER, REGION, SUBCATEGORY
from callbacks.opening import open_state
from callbacks.shelf import Shelf, read
from callbacks.state import Context, State
from data.rollups import Thresholds
from data.store import Store
from layouts.products import PAGE
from settings import Settings
from tests.callbacks.test_products import ROWS
from tests.data.publishing import publish_rows


def opened(state: Path, query: str = "", when: Thresholds | None = None) -> State:
    publish_rows(state, when, product_sales=ROWS)
    return open_state(Context(Settings(state=state), Store(state)), PAGE, query, None, "light")


def test_sums_and_what_rates_are_made_of_stand_in_rows_of_their_own(tmp_path: Path) -> None:
    rows = read(opened(tmp_path), (CATEGORY,))
    told = {name: product_metric(name).by(rows, [CATEGORY]).to_dict() for name in ("sales", "units", "return_rate")}
    assert told["sales"] == {"Tech": 400, "Wear": 0}
    assert told["units"] == {"Tech": 40, "Wear": 0}
    assert told["return_rate"] == {"Tech": pytest.approx(0.035)}


@pytest.mark.parametrize(
    ("query", "kind", "members"),
    [
        ("", CATEGORY, ("Tech", "Wear")),
        ("category=Tech&category=Wear", CATEGORY, ("Tech", "Wear")),
        ("category=Tech", SUBCATEGORY, ("Phones",)),
        ("region=East", SUBCATEGORY, ("Men",)),
    ],
)
def test_a_single_category_is_broken_down_into_its_subcategories(
    tmp_path: Path, query: str, kind: str, members: tuple[str, ...]
) -> None:
    shelf = Shelf.of(opened(tmp_path, query))
    assert (shelf.kinds.column, shelf.members) == (kind, members)
    assert set(shelf.drawing(shelf.members).channels) == set(members)


def test_a_filter_on_categories_leaves_everyone_beside_the_chosen(tmp_path: Path) -> None:
    shelf = Shelf.of(opened(tmp_path, "category=Tech"))
    assert set(shelf.beside(CATEGORY).now[CATEGORY]) == {"Tech", "Wear"}
    assert set(shelf.facts.now[CATEGORY]) == {"Tech"}
    assert set(shelf.each[CATEGORY]) == {"Tech"}


def test_what_is_beside_the_choice_of_one_filter_keeps_to_the_others(tmp_path: Path) -> None:
    shelf = Shelf.of(opened(tmp_path, "category=Tech&region=West&quarter=Q1 2024"))
    assert list(shelf.beside(QUARTER).now[QUARTER].dropna().unique()) == ["Q1 2024", "Q4 2023"]
    both = shelf.beside(CATEGORY, REGION).now
    assert set(both[QUARTER]) == {"Q1 2024"}
    assert set(zip(both[REGION], both[CATEGORY], strict=True)) == {("West", "Tech"), ("East", "Wear")}
    assert shelf.facts.now["sales"].sum() == 100


def test_a_sample_is_said_in_words(tmp_path: Path) -> None:
    assert Shelf.of(opened(tmp_path / "all")).sample == ""
    sampled = Shelf.of(opened(tmp_path / "some", when=Thresholds(most_rows=2)))
    assert sampled.sample == "Read from an even sample of 2 rows."
