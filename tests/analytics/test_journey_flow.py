import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics.journey_flow import LATER, OTHERS, Stop, flow
from analytics.paths import EXIT, PURCHASE, Paths

Path = tuple[tuple[str, ...], float, float]


def links(*paths: Path, steps: int = 4, most: int = 8) -> dict[tuple[Stop, Stop], tuple[float, float]]:
    frame = pd.DataFrame(
        [(path, bought, 0.0, left) for path, bought, left in paths], columns=["path", "conversions", "value", "nulls"]
    )
    found = flow(Paths.of(frame), steps, most)
    ends = zip(found["source"], found["target"], strict=True)
    return dict(zip(ends, zip(found["journeys"], found["conversions"], strict=True), strict=True))


def test_every_journey_goes_from_touch_to_touch_to_its_end() -> None:
    assert links((("A", "B"), 2, 3), (("A",), 1, 0)) == {
        (Stop(0, "A"), Stop(1, "B")): (5, 2),
        (Stop(1, "B"), Stop(2, PURCHASE)): (2, 2),
        (Stop(1, "B"), Stop(2, EXIT)): (3, 0),
        (Stop(0, "A"), Stop(2, PURCHASE)): (1, 1),
    }


def test_touches_after_the_last_step_are_taken_together() -> None:
    found = links((("A", "B", "C", "D", "A"), 1, 0), steps=2)
    assert found == {
        (Stop(0, "A"), Stop(1, "B")): (1, 1),
        (Stop(1, "B"), Stop(2, LATER)): (1, 1),
        (Stop(2, LATER), Stop(3, PURCHASE)): (1, 1),
    }


def test_rare_channels_are_taken_together() -> None:
    found = links((("A", "B"), 5, 0), (("C",), 1, 0), (("B",), 0, 2), most=2)
    assert {stop.name for pair in found for stop in pair} == {"A", "B", OTHERS, PURCHASE, EXIT}
    assert found[Stop(0, OTHERS), Stop(2, PURCHASE)] == (1, 1)


def test_no_journey_has_no_links() -> None:
    assert links() == {}


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from("ABCD"), min_size=1, max_size=7).map(tuple), st.integers(0, 9), st.integers(0, 9)
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(1, 5),
)
def test_what_comes_in_goes_out_and_the_ends_are_all_journeys(paths: list[Path], steps: int) -> None:
    found = links(*paths, steps=steps, most=2)
    stops = {stop for pair in found for stop in pair}
    for stop in stops:
        into = sum(amount for (_, to), (amount, _) in found.items() if to == stop)
        out = sum(amount for (start, _), (amount, _) in found.items() if start == stop)
        if stop.step and stop.name not in (PURCHASE, EXIT):
            assert into == out
    ended = [sum(amount for (_, to), (amount, _) in found.items() if to.name == end) for end in (PURCHASE, EXIT)]
    assert ended == [sum(path[1] for path in paths), sum(path[2] for path in paths)]
