"""Bodies that share one head noun: a phrase that names several, taken apart name by name.

Literal forms: ``Индустрия және сауда, Қаржы министрліктері`` (two ministries), ``Парламент
Мәжілісі мен Сенатының аппараттары``, ``X министрлігінің, Y министрлігінің аумақтық органдары``,
``X және Қазақстан Республикасының Y агенттіктерінің төрағалары``, ``мүдделі министрліктер мен
ведомстволар``; one group each: ``Облыстардың, Астана қаласының денсаулық сақтау басқармалары``,
``орталық және жергілікті атқарушы органдар``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexparse.grammar.entry import ONE_BY_ONE, of_both
from lexparse.kazakh.letters import UPPER
from lexparse.kazakh.morphology import case
from lexparse.organs.naming import COUNTRY, Head, genitive, head, owned

JOINS = frozenset({"және", "мен", "пен", "бен"})
_JOIN = r"(?<!\w)(?:және|мен|пен|бен)"
_NAMES = re.compile(rf"\s*(?:,|{_JOIN}(?=\s+[{UPPER}]))\s*")
_REPUBLICS = re.compile(rf"\s*(?:,|{_JOIN})\s+(?=Қазақстан\s+Республикасы)")


def shared(core: str) -> list[str]:
    """Return the names in the nominative of the bodies that ``core`` names, if it is several."""
    words = core.split()
    last = head(words[-1]) if len(words) > 2 else None
    if last is None or not last.plural:
        return []
    return (
        _posts(core, words, last)
        or _owned_by_bodies(words, last)
        or _of_two_owners(words, last)
        or _two_plurals(words, last)
        or _one_by_one(core, last)
    )


def _one_by_one(core: str, last: Head) -> list[str]:
    """``Индустрия және сауда, Қаржы министрліктері``: each its own ministry."""
    if last.stem not in ONE_BY_ONE:
        return []
    before = core.rpartition(" ")[0]
    country = COUNTRY.match(before)
    names = _NAMES.split(before[country.end() :] if country else before)
    if len(names) < 2 or any(not name or not name[0].isupper() for name in names):
        return []
    if any(case(name.split()[-1]) == "Gen" for name in names):
        return []  # `Облыстардың, Астана …`: places own the bodies, the names are no names of them
    owner = "Қазақстан Республикасының " if country else ""
    return [f"{owner}{name} {last.singular}" for name in names]


def _posts(core: str, words: list[str], last: Head) -> list[str]:
    """``Қазақстан Республикасының X мен … Y агенттіктерінің төрағалары``: two heads."""
    bodies = head(words[-2])
    if last.sort != "post" or bodies is None or bodies.stem not in ONE_BY_ONE:
        return []
    if not bodies.plural or bodies.case != "Gen":
        return []
    names = _REPUBLICS.split(core.rsplit(None, 2)[0])
    if len(names) < 2:
        return []
    body = genitive(owned(bodies.stem))
    return [f"{name} {body} {last.singular}" for name in names]


def _owned_by_bodies(words: list[str], last: Head) -> list[str]:
    """``X министрлігінің, Y министрлігінің аумақтық органдары``: each ministry has its own."""
    if last.sort != "body" or not last.possessed:
        return []
    owners = list(_owners(words))
    if len(owners) < 2:
        return []
    tail = " ".join([*words[owners[-1] + 1 : -1], last.nominative])
    starts = [0, *(owner + 1 for owner in owners[:-1])]
    pieces = (words[start : owner + 1] for start, owner in zip(starts, owners, strict=True))
    return [f"{' '.join(_unjoined(piece))} {tail}" for piece in pieces]


def _owners(words: list[str]) -> Iterator[int]:
    """Yield the places of the bodies in the genitive that a comma or a conjunction parts."""
    for at, word in enumerate(words[:-1]):
        owner = head(word.rstrip(","))
        if owner is None or owner.case != "Gen" or owner.sort != "body" or owner.plural:
            continue
        parted = word.endswith(",") or words[at + 1] in JOINS
        if parted or not any(_is_owner(later) for later in words[at + 1 : -1]):
            yield at


def _is_owner(word: str) -> bool:
    owner = head(word.rstrip(","))
    return owner is not None and owner.case == "Gen"


def _unjoined(words: list[str]) -> list[str]:
    """Return a name's words without the conjunction before it and the comma behind it."""
    first = 1 if words[0] in JOINS else 0
    return [*words[first:-1], words[-1].rstrip(",")]


def _of_two_owners(words: list[str], last: Head) -> list[str]:
    """``Парламент Мәжілісі мен Сенатының аппараттары``: two chambers, a staff each."""
    if len(words) < 4 or words[-3] not in JOINS or not last.possessed:
        return []
    left, right = head(words[-4]), head(words[-2])
    if not left or not right or left.plural or right.plural or last.sort != "body":
        return []
    if left.case != "Nom" or not left.possessed or right.case != "Gen" or not right.possessed:
        return []
    before = " ".join(words[:-4])
    names = (f"{genitive(words[-4])} {last.singular}", f"{words[-2]} {last.singular}")
    return [f"{before} {name}".strip() for name in names]


def _two_plurals(words: list[str], last: Head) -> list[str]:
    """``мүдделі министрліктер мен ведомстволар``; the ending of the second counts for both."""
    left = head(words[-3])
    if words[-2] not in JOINS or left is None or not left.plural or left.possessed:
        return []
    if (left.sort, left.case, last.sort) != ("body", "Nom", "body"):
        return []
    before = " ".join(words[:-3])
    if not last.possessed and not of_both(before):
        return []
    first = owned(words[-3]) if last.possessed else words[-3]
    return [f"{before} {name}".strip() for name in (first, last.nominative)]
