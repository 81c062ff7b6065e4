"""The states and union territories of India: their codes, official names, older spellings and places on a tile grid."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Place:
    """A state or union territory: its code, its official name, its tile's column and row, and what else it is called.

    The codes are those of number plates; `also` has former names, former codes and spellings that files have.
    """

    code: str
    name: str
    column: int
    row: int
    also: tuple[str, ...] = ()


PLACES = (
    Place("JK", "Jammu and Kashmir", 2, 0, ("Jammu Kashmir", "J and K")),
    Place("LA", "Ladakh", 3, 0),
    Place("PB", "Punjab", 1, 1),
    Place("CH", "Chandigarh", 2, 1),
    Place("HP", "Himachal Pradesh", 3, 1, ("Himachal",)),
    Place("HR", "Haryana", 1, 2),
    Place("DL", "Delhi", 2, 2, ("New Delhi", "NCT of Delhi", "National Capital Territory of Delhi", "Delhi NCR")),
    Place("UK", "Uttarakhand", 3, 2, ("Uttaranchal", "UA", "UT")),
    Place("SK", "Sikkim", 4, 2),
    Place("AR", "Arunachal Pradesh", 7, 2, ("Arunachal",)),
    Place("RJ", "Rajasthan", 1, 3),
    Place("UP", "Uttar Pradesh", 2, 3),
    Place("BR", "Bihar", 3, 3),
    Place("WB", "West Bengal", 4, 3, ("Bengal", "Paschim Banga")),
    Place("ML", "Meghalaya", 5, 3),
    Place("AS", "Assam", 6, 3),
    Place("NL", "Nagaland", 7, 3),
    Place("GJ", "Gujarat", 1, 4),
    Place("MP", "Madhya Pradesh", 2, 4),
    Place("JH", "Jharkhand", 3, 4),
    Place("TR", "Tripura", 5, 4),
    Place("MZ", "Mizoram", 6, 4),
    Place("MN", "Manipur", 7, 4),
    Place(
        "DH",
        "Dadra and Nagar Haveli and Daman and Diu",
        1,
        5,
        ("Dadra and Nagar Haveli", "Daman and Diu", "DNHDD", "DN", "DD"),
    ),
    Place("MH", "Maharashtra", 2, 5, ("Maharastra",)),
    Place("CG", "Chhattisgarh", 3, 5, ("Chattisgarh", "Chhatisgarh", "CT")),
    Place("OD", "Odisha", 4, 5, ("Orissa", "OR")),
    Place("GA", "Goa", 1, 6),
    Place("KA", "Karnataka", 2, 6, ("Mysore",)),
    Place("TG", "Telangana", 3, 6, ("Telengana", "TS")),
    Place("AP", "Andhra Pradesh", 4, 6, ("Andhra",)),
    Place("LD", "Lakshadweep", 0, 7, ("Lakshadweep Islands", "Laccadive Islands")),
    Place("KL", "Kerala", 2, 7, ("Keralam",)),
    Place("TN", "Tamil Nadu", 3, 7, ("Tamilnadu", "Madras")),
    Place("PY", "Puducherry", 4, 7, ("Pondicherry",)),
    Place("AN", "Andaman and Nicobar Islands", 7, 7, ("Andaman and Nicobar", "Andaman", "Andamans")),
)
TITLES = ("stateof", "unionterritoryof", "utof")


def place_of(name: str) -> Place | None:
    """The place that a name, an older spelling or a code stands for, however it is written; None for any other."""
    return _places().get(_plain(name))


def key_of(name: str) -> str:
    """What a name stands for, the same for all its spellings: the code of its place, else the name without signs."""
    place = place_of(name)
    return place.code if place else _plain(name) or name


def placed(names: Iterable[str]) -> tuple[dict[Place, str], tuple[str, ...]]:
    """The name that stands for each place, and the names without a place of their own: unknown ones and second ones."""
    found: dict[Place, str] = {}
    others: list[str] = []
    for name in names:
        place = place_of(name)
        if place is None or place in found:
            others.append(name)
        else:
            found[place] = name
    return found, tuple(others)


@cache
def _places() -> dict[str, Place]:
    return {_plain(name): place for place in PLACES for name in (place.code, place.name, *place.also)}


def _plain(name: str) -> str:
    """A name as it is compared: no case, accents, blanks or signs, "and" left out, no title before it."""
    letters = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    words = re.findall(r"[a-z]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    joined = "".join(word for word in words if word != "and")
    title = next((title for title in TITLES if joined.startswith(title)), "")
    return joined.removeprefix(title)
