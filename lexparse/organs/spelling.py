"""Repair of a damaged abbreviation against the act's own legend, and candidates where it fails.

Similarity alone gives a duty to the wrong body: ``СЖКД`` is as near to ``ЖСК`` as to ``СЖҚА``.
So a repair needs more than nearness: the same skeleton (``КНРДА`` = ``ҚНРДА``), one letter in
five or more with nothing else near (``ЦЦИАӨМ`` = ``ЦДИАӨМ``), or one letter in four that looks
like the printed one (``АҚДН`` = ``АҚДМ``). The rest is for a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lexparse.kazakh.letters import skeleton
from lexparse.organs.naming import COUNTRY, clean
from lexparse.records import Candidate, LegendEntry

LONG_ENOUGH = 5
CLEARLY_APART = 2
MOST_CANDIDATES = 4
SHORT_ENOUGH = 4
# A letter as a scan reads it, and the letter that was printed.
LIKE_SHAPES = frozenset({"НМ", "МН", "НИ", "ИН", "ЦД", "ДЦ", "ПЛ", "ЛП", "ШЩ"})


def bones_of(name: str) -> str:
    """Return the skeleton of a name without the country's name."""
    return skeleton(COUNTRY.sub("", clean(name)))


def edits(old: str, new: str) -> int:
    """Return how many letters must be put in, left out or replaced to make ``new`` of ``old``."""
    row = list(range(len(new) + 1))
    for i, left in enumerate(old, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(new, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


class Spelling:
    """The legend's abbreviations by their skeletons."""

    def __init__(self, legend: Iterable[LegendEntry]) -> None:
        self.entries = [(bones_of(entry.abbreviation), entry) for entry in legend]

    def repaired(self, printed: str) -> tuple[LegendEntry, str] | None:
        """Return the only legend entry that ``printed`` can be, and why; or ``None``."""
        bones = bones_of(printed)
        same = [entry for other, entry in self.entries if other == bones]
        if len(same) == 1 and len(bones) > 2:
            name = same[0].abbreviation
            return same[0], f"«{printed}» and «{name}» differ only in look-alike letters"
        if alike := self._of_like_shape(bones):
            why = f"one letter of like shape apart from «{alike.abbreviation}», and nothing else is"
            return alike, why
        near = self._near(bones, CLEARLY_APART) if len(bones) >= LONG_ENOUGH else []
        if len(near) != 1 or near[0][0] != 1:
            return None
        entry = near[0][1]
        return entry, f"one letter apart from «{entry.abbreviation}», and nothing else is near"

    def _of_like_shape(self, bones: str) -> LegendEntry | None:
        """Return the entry of which one letter was taken for another: АҚДН is АҚДМ.

        Four letters are enough where the two are alike in print and no other entry is as near.
        """
        if len(bones) != SHORT_ENOUGH:
            return None
        near = self._near(bones, 1)
        if len(near) != 1 or len(other := bones_of(near[0][1].abbreviation)) != len(bones):
            return None
        apart = {left + right for left, right in zip(bones, other, strict=True) if left != right}
        return near[0][1] if apart <= LIKE_SHAPES else None

    def _near(self, bones: str, farthest: int) -> list[tuple[int, LegendEntry]]:
        """Return the entries at most ``farthest`` letters apart, with how many letters."""
        apart = (
            (edits(bones, other), entry)
            for other, entry in self.entries
            if abs(len(other) - len(bones)) <= farthest
        )
        return [(count, entry) for count, entry in apart if count <= farthest]

    def candidates(self, printed: str, used: Collection[str]) -> tuple[Candidate, ...]:
        """Return the entries that ``printed`` may be, likeliest first, each with its reason.

        An entry that the act explains and never uses is the likelier original of an unknown
        abbreviation, so being unused counts for one letter: ГПБ is nearest to ПІБ.
        """
        bones = bones_of(printed)
        ranked: list[tuple[int, int, Candidate]] = []
        for order, (apart, entry) in enumerate(self._near(bones, 2)):
            other = bones_of(entry.abbreviation)
            unused = bool(used) and entry.abbreviation not in used
            reach = 2 if unused or min(len(bones), len(other)) > 3 else 1
            if apart > reach or apart >= len(bones):
                continue
            why = _why(bones, other, entry, apart, unused)
            offered = Candidate(name=entry.abbreviation, why=why, organ=entry.organ)
            ranked.append((apart - unused, order, offered))
        ranked.sort(key=lambda rank: rank[:2])
        return tuple(offered for _, _, offered in ranked[:MOST_CANDIDATES])


def _why(bones: str, other: str, entry: LegendEntry, apart: int, unused: bool) -> str:
    why = f"{apart} letter{'s' * (apart != 1)} apart from «{entry.abbreviation}»"
    if sorted(bones) == sorted(other):
        why += ", the same letters in another order"
    if unused:
        why += ", which the act explains but never uses"
    return why
