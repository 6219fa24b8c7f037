"""Which unit of the new act is which unit of the old one.

In this order: the same wording in the same order; the same wording elsewhere (moved); the same
eId with similar wording; similar wording in the same gap (renumbered and reworded); the same
printed number in the same gap (a new edition). What is left was deleted or inserted.

The wording goes before the eId: where rows ``A B C D`` became ``D C B A`` each number holds a row
of much the same words, and yet it is the rows that moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz.distance import Indel, Postfix, Prefix

from lexparse.compare.alignment import Gap, align, ascending, gaps
from lexparse.compare.nearby import Run
from lexparse.compare.units import Units

# Shares of common words in order. Two paragraphs that have nothing to do with one another share
# up to a third (`Қазақстан Республикасының … сәйкес`), a new edition mostly more than half.
SIMILAR = 0.5
SURE = 0.7  # of the characters: more than half of the words are the same then
ELSEWHERE = 0.6  # without the same number the wording alone has to say it
SHORT = 60  # characters; nobody writes a longer paragraph twice by chance
REACH = 40  # units of one gap that one unit is held against
# There is one of each, so what stands in its place is its new edition.
SINGLE = {"title", "preamble"}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairing:
    """``runs`` have the same wording in the same order, ``reworded`` stand in the same order.

    ``elsewhere`` crossed the others. ``gone`` and ``come`` have no counterpart. Pairs are
    ``(old position, new position)``.
    """

    runs: tuple[Run, ...]
    reworded: tuple[Pair, ...]
    elsewhere: tuple[Pair, ...]
    gone: tuple[int, ...]
    come: tuple[int, ...]

    def counterpart(self, at: int) -> int | None:
        """Return the new position of the old unit at ``at``."""
        index = bisect_right(self.runs, at, key=itemgetter(0)) - 1
        if index >= 0 and at < self.runs[index][0] + self.runs[index][2]:
            return self.runs[index][1] + at - self.runs[index][0]
        return next((to for one, to in (*self.reworded, *self.elsewhere) if one == at), None)

    def turned(self) -> Pairing:
        """Return the pairing as seen from the other act."""
        return Pairing(
            tuple((to, at, size) for at, to, size in self.runs),
            tuple((to, at) for at, to in self.reworded),
            tuple(sorted((to, at) for at, to in self.elsewhere)),
            self.come,
            self.gone,
        )


def pair(old: Units, new: Units) -> Pairing:
    """Return the counterparts; ``pair(b, a)`` is ``pair(a, b).turned()``.

    Several alignments may be equally long; taking the two acts in the order of their wordings
    makes the choice the same from both sides.
    """
    if new.texts < old.texts:
        return _Pairs(new, old).settled().turned()
    return _Pairs(old, new).settled()


class _Pairs:
    def __init__(self, old: Units, new: Units) -> None:
        self.old, self.new = old, new
        self.runs = align(old.texts, new.texts)
        self.gaps = list(gaps(self.runs, len(old), len(new)))
        # Dictionaries keep the order and lose members cheaply.
        self.gone = dict.fromkeys(i for gap in self.gaps for i in range(gap[0], gap[1]))
        self.come = dict.fromkeys(j for gap in self.gaps for j in range(gap[2], gap[3]))
        self.pairs: dict[int, int] = {}
        self.counts: tuple[Counter[str], Counter[str]] | None = None

    def settled(self) -> Pairing:
        self._by_wording()
        self._by_eid()
        for gap in filter(self._is_open, self.gaps):
            self._by_likeness(gap)
            self._by_number(gap)
        reworded = [one for gap in self.gaps for one in self._in_order(gap)]
        moved = self.pairs.items() - set(reworded)
        return Pairing(
            tuple(self.runs),
            tuple(reworded),
            tuple(sorted(moved)),
            tuple(self.gone),
            tuple(self.come),
        )

    def _is_open(self, gap: Gap) -> bool:
        """Tell whether units of both sides are left in ``gap``."""
        at, stop, to, behind = gap
        if stop - at == behind - to == 1:
            return at in self.gone and to in self.come
        return not (
            self.gone.keys().isdisjoint(range(at, stop))
            or self.come.keys().isdisjoint(range(to, behind))
        )

    def _settle(self, at: int, to: int) -> None:
        self.pairs[at] = to
        del self.gone[at], self.come[to]

    def _by_eid(self) -> None:
        there = {self.new.eids[to]: to for to in self.come}
        for at in list(self.gone):
            to = there.get(self.old.eids[at])
            if to is not None and self._is_like(at, to):
                self._settle(at, to)

    def _by_wording(self) -> None:
        """A short wording that stands twice (``Күші жойылды``) does not tell what moved."""
        there = {self.new.texts[to]: to for to in self.come}
        for at in [at for at in self.gone if self.old.texts[at] in there]:
            text = self.old.texts[at]
            if there[text] in self.come and (len(text) > SHORT or self._is_single(text)):
                self._settle(at, there[text])

    def _is_single(self, text: str) -> bool:
        if self.counts is None:
            self.counts = Counter(self.old.texts), Counter(self.new.texts)
        return bool(text) and all(count[text] == 1 for count in self.counts)

    def _by_likeness(self, gap: Gap) -> None:
        """Pair the likest; among equals the first. Order inside the gap need not be kept."""
        found = sorted(self._likenesses(gap), key=lambda one: (-one[0], abs(one[1] - one[2])))
        for _, at, to in found:
            if at in self.gone and to in self.come:
                self._settle(at, to)

    def _likenesses(self, gap: Gap) -> Iterator[tuple[float, int, int]]:
        left = [to for to in range(gap[2], gap[3]) if to in self.come]
        olds = [at for at in range(gap[0], gap[1]) if at in self.gone]
        for index, at in enumerate(olds):
            first = max(0, index * len(left) // len(olds) - REACH // 2)
            for to in left[first : first + REACH]:
                if self.old.items[at].kind == self.new.items[to].kind:
                    likeness = self._likeness(at, to, ELSEWHERE)
                    if likeness:
                        yield likeness, at, to

    def _by_number(self, gap: Gap) -> None:
        there = {self.new.eids[to]: to for to in range(gap[2], gap[3]) if to in self.come}
        for at in range(gap[0], gap[1]):
            unit = self.old.items[at]
            if at in self.gone and unit.eid in there and (unit.num or unit.kind in SINGLE):
                self._settle(at, there[unit.eid])

    def _in_order(self, gap: Gap) -> list[Pair]:
        at, stop, to, behind = gap
        if at == stop or to == behind:
            return []
        found = ((old, self.pairs.get(old, -1)) for old in range(at, stop))
        inside = [pair for pair in found if to <= pair[1] < behind]
        if len(inside) < 2:
            return inside
        return [inside[index] for index in ascending([new for _, new in inside])]

    def _is_like(self, at: int, to: int) -> bool:
        """One stretch reworded leaves head and tail, which are told sooner than the words."""
        one, two = self.old.texts[at], self.new.texts[to]
        left = Prefix.similarity(one, two) + Postfix.similarity(one, two)
        longest = max(len(one), len(two))
        return left >= SURE * longest or self._likeness(at, to, SIMILAR) > 0

    def _likeness(self, at: int, to: int, least: float) -> float:
        one, two = _words(self.old.texts[at]), _words(self.new.texts[to])
        return Indel.normalized_similarity(one, two, score_cutoff=least)


def _words(text: str) -> list[str]:
    return text.replace("|", " ").split()
