from analytics.choices import Matching, Steps


def test_steps_are_what_a_slider_gives_and_nothing_else() -> None:
    steps = Steps(0, 1, 0.05)
    assert all(f"{place / 20:.9g}" in steps for place in range(21))
    for text in ("0.051", "1.05", "-0.05", "0.050", "0,05", "5e-2", "nan", "", " 0.05", "00", "٠"):
        assert text not in steps


def test_steps_count_from_the_lowest() -> None:
    assert [text for text in ("1", "2", "3", "5", "21") if text in Steps(1, 20, 2)] == ["1", "3", "5"]


def test_a_pattern_matches_whole_texts() -> None:
    assert ("12" in Matching(r"\d+"), "12x" in Matching(r"\d+")) == (True, False)
