"""What the checks found in rows written in a test."""

from data.quality import Finding
from data.snapshot import Snapshot

MANY = 100


def judged(snapshot: Snapshot, check: str, of: str = "campaign_performance") -> tuple[int, int]:
    """Among how many a check looked in a table, and how many it found."""
    found = finding(snapshot, check, of)
    return found.looked_at, found.found


def finding(snapshot: Snapshot, check: str, of: str = "campaign_performance") -> Finding:
    """What a check found in a table."""
    return next(each for each in snapshot.findings if (each.check, each.table) == (check, of))


def evidence(snapshot: Snapshot, check: str, of: str = "campaign_performance") -> list[dict[str, str]]:
    """The rows that a check found, every cell as text."""
    names, *rows = snapshot.evidence(check, of, MANY)
    return [dict(zip(map(str, names), map(str, row), strict=True)) for row in rows]
