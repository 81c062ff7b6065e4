from collections.abc import Iterator

from analytics.insight import Insight, first, once
from analytics.view import View

VIEW = View.parse("", ())[0]


def finding(subject: str, kind: str = "Largest mover") -> Insight:
    return Insight(kind, subject, "▲ 5.0 %", True, ("It grew.",), f"{subject} alone", VIEW)


def test_the_first_are_told_and_none_is_looked_for_beyond_them() -> None:
    asked: list[str] = []

    def found() -> Iterator[Insight | None]:
        for subject in ("Email", "", "Direct", "Fax"):
            asked.append(subject)
            yield finding(subject) if subject else None

    assert [insight.subject for insight in first(2, found())] == ["Email", "Direct"]
    assert asked == ["Email", "", "Direct"]


def test_fewer_are_told_where_fewer_are_found() -> None:
    assert first(3, [None, finding("Email")]) == (finding("Email"),)


def test_a_subject_is_told_once_as_it_is_found_first() -> None:
    found = [finding("Email"), None, finding("Fax"), finding("Email", "Weakest return")]
    assert list(once(found)) == [finding("Email"), finding("Fax")]
