from analytics.choices import Choice, Known, Matching, Steps


def test_steps_are_what_a_slider_gives_and_nothing_else() -> None:
    steps = Steps(0, 1, 0.05)
    assert all(f"{place / 20:.9g}" in steps for place in range(21))
    for text in ("0.051", "1.05", "-0.05", "0.050", "0,05", "5e-2", "nan", "", " 0.05", "00", "٠"):
        assert text not in steps


def test_steps_count_from_the_lowest() -> None:
    assert [text for text in ("1", "2", "3", "5", "21") if text in Steps(1, 20, 2)] == ["1", "3", "5"]


def test_a_pattern_matches_whole_texts() -> None:
    assert ("12" in Matching(r"\d+"), "12x" in Matching(r"\d+")) == (True, False)


def test_what_the_data_decide_is_known_once_they_are() -> None:
    choice = Choice("left", among=lambda known: ("most", *known.values("channel")), default=("most",))
    assert "Email" not in choice.options
    known = choice.on(Known({"channel": ("Email", "Fax")}.__getitem__))
    assert tuple(known.options) == ("most", "Email", "Fax")  # type: ignore[arg-type]
    assert (known.key, known.default) == ("left", ("most",))


def test_what_needs_no_data_stays_as_it_is() -> None:
    choice = Choice("grain", ("day", "week"), ("week",))
    assert choice.on(Known(lambda column: (column,))) is choice
