import numpy as np

from data.ragged import Ragged

THREE = Ragged(np.array([4, 5, 6, 7], dtype=np.int16), np.array([0, 2, 2, 4]))


def test_it_counts_its_bytes() -> None:
    assert THREE.bytes == 4 * 2 + 4 * 8


def test_a_path_begins_with_its_first_touch_and_an_empty_one_with_nothing() -> None:
    assert THREE.begin(np.array([0, 1, 2]), [4, 6, 7]).tolist() == [True, False, True]
    assert THREE.begin(np.array([2, 0]), [6]).tolist() == [True, False]


def test_touches_of_some_paths_are_found_in_their_order() -> None:
    places, starts = THREE.places(np.array([2, 1, 0]))
    assert THREE.touches[places].tolist() == [6, 7, 4, 5]
    assert starts.tolist() == [0, 2, 2, 4]


def test_no_paths_have_no_touches() -> None:
    places, starts = THREE.places(np.array([], dtype=np.int64))
    assert (places.tolist(), starts.tolist()) == ([], [0])


def test_numbers_are_spread_over_every_touch() -> None:
    assert THREE.spread(np.array([3, 1]), np.array([0.5, 2.0])).tolist() == [0, 2, 0, 0.5]
