from pathlib import Path

from data.snapshot import Snapshot
from data.store import Store
from data.warehouse import publish
from settings import Settings
from tests.data.judging import evidence, finding, judged
from tests.data.writing import campaign, write

CHECK = "ratios-disagree"


def snapshot_of(folder: Path, text: str) -> Snapshot:
    """What is published of a folder with this campaign file."""
    settings = Settings(state=folder / "state")
    publish([write(folder / "shop.csv", text)], settings)
    return Store(settings.state).snapshot()


def test_a_rate_that_its_counts_do_not_give_is_found_with_its_line(tmp_path: Path) -> None:
    rows = [{"ctr": "5.00", "roas": "2.49"}, {"ctr": "5.02", "roas": "2.3"}, {"ctr": "", "roas": "9", "spend": "0"}]
    snapshot = snapshot_of(tmp_path, campaign(*rows, extra=("ctr", "roas")))
    assert judged(snapshot, CHECK) == (4, 2)
    ctr, roas = evidence(snapshot, CHECK)
    assert (ctr["file"], ctr["line"], ctr["heading"], ctr["found"], ctr["due"]) == (
        "shop.csv",
        "3",
        "ctr",
        "5.02",
        "5.0",
    )
    assert (roas["line"], roas["heading"], roas["formula"]) == ("3", "roas", "revenue / spend")
    assert finding(snapshot, CHECK).example == "shop.csv, line 3: ctr is 5.02, its counts give 5.0"


def test_the_last_digit_may_be_rounded(tmp_path: Path) -> None:
    snapshot = snapshot_of(tmp_path, campaign({"ctr": "5.0", "clicks": "51"}, extra=("ctr",)))
    assert judged(snapshot, CHECK) == (1, 0)


def test_a_file_without_rates_has_none_to_compare(tmp_path: Path) -> None:
    assert judged(snapshot_of(tmp_path, campaign({})), CHECK) == (0, 0)


def test_all_are_counted_and_the_first_thousand_kept(tmp_path: Path) -> None:
    rows = [{"date": f"2024-01-{place % 28 + 1:02}", "campaign_id": f"C{place}", "ctr": "7"} for place in range(1_200)]
    snapshot = snapshot_of(tmp_path, campaign(*rows, extra=("ctr",)))
    assert judged(snapshot, CHECK) == (1_200, 1_200)
    assert len(list(snapshot.evidence(CHECK, "campaign_performance", 5_000))) == 1 + 1_000
