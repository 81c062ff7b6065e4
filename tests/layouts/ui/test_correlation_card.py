import numpy as np
import pandas as pd

from analytics.correlation import Correlations
from layouts.figures.matrix import NARROW_LEAST
from layouts.figures.template import FONT_SIZE, text_width
from layouts.figures.underneath import SMALL
from layouts.ui.correlation_card import Grain, computed_card, supplied_card
from tests.layouts.ui.drawn import DRAWING, Card, caption, figure, plain, table, title

NAMES = ["spend", "revenue", "ctr"]
VALUES = pd.DataFrame([[1, -0.8, np.nan], [-0.8, 1, 0.25], [np.nan, 0.25, 1]], index=NAMES, columns=NAMES)
PAIRS = pd.DataFrame([[9, 9, 7], [9, 9, 7], [7, 7, 7]], index=NAMES, columns=NAMES, dtype=float)


def computed(values: pd.DataFrame = VALUES, grain: Grain = Grain.DAY, sampled: bool = False) -> Card:
    return computed_card(Correlations(values, PAIRS), grain, 9, DRAWING, None, sampled=sampled)


def given(*rows: tuple[float, ...], names: str = "AB") -> Card:
    return supplied_card(pd.DataFrame(rows, index=list(names), columns=list(names)), DRAWING)


def test_each_pair_stands_once_with_its_value_and_n() -> None:
    shades, _, words = figure(computed()).data
    assert list(words.text) == ["−0.80", "n/a", "0.25"]
    assert shades.hovertext[0] == "<b>−0.80</b> Revenue and Ad spend<br>over 9"
    assert shades.hovertext[1] == "n/a CTR and Ad spend: too few points, or one does not vary<br>over 7"
    assert (shades.zmin, shades.zmax) == (-1, 1)


def test_a_phone_has_them_without_the_zero_that_all_begin_with() -> None:
    assert list(computed()["figure"]["narrow"].data[-1].text) == ["−.80", "n/a", ".25"]
    ends = given((1, -1), (-1, 1))["figure"]["narrow"].data[-1].text
    assert max(text_width(text) for text in ("−.80", *ends)) * SMALL / FONT_SIZE < NARROW_LEAST


def test_the_title_is_how_revenue_moves_with_spend_else_the_closest_pair() -> None:
    assert title(computed()) == "Revenue moves closely against ad spend (−0.80)"
    assert title(computed(VALUES.replace(-0.8, 0.1))) == "Revenue moves hardly with ad spend (0.10)"
    assert title(computed(VALUES.replace(-0.8, np.nan))) == "Revenue moves most closely with CTR (0.25)"
    assert title(computed(VALUES * np.nan)) == "What moves together?"


def test_grain_and_n_are_stated_and_what_is_left_out_of_a_pair() -> None:
    assert caption(computed()) == "Pearson's r over 9 days, −1 to 1"
    assert (
        caption(computed(grain=Grain.CAMPAIGN, sampled=True)) == "Pearson's r over a sample of 9 campaign-days, −1 to 1"
    )
    assert "Up to 2 left out of a pair, where a ratio is undefined." in plain(computed()["note"])


def test_the_table_is_the_whole_matrix() -> None:
    assert table(computed()) == (
        ["Measure", "Ad spend", "Revenue", "CTR"],
        [["Ad spend", 1, -0.8, None], ["Revenue", -0.8, 1, 0.25], ["CTR", None, 0.25, 1]],
    )


def test_a_supplied_matrix_that_is_none_is_flagged() -> None:
    assert (
        title(given((1, 0.55), (0.4, 1)))
        == "The supplied matrix is no correlation matrix: a pair has two different values"
    )
    both = given((1, 1.5), (0.4, 1))
    assert "a value lies outside −1 to 1" in title(both)
    assert "Also: a pair has two different values." in plain(both["note"])


def test_names_without_a_column_are_not_computable() -> None:
    drawn = supplied_card(
        VALUES.fillna(0.1).set_axis(["Ad Spend", "Revenue", "Mood"]).set_axis(["Ad Spend", "Revenue", "Mood"], axis=1),
        DRAWING,
    )
    assert "Not computable from the rows, which have no such column: Mood." in plain(drawn["note"])
    assert caption(drawn) == "As supplied in correlation_matrix, −1 to 1"
