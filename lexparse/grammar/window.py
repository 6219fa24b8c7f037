"""Grammars that read only near their cue words, so that a long act costs little.

``str.find`` for a dozen cues is some twenty times faster than trying each pattern everywhere;
``longest`` settles what several such grammars read in one place. Text and patterns are plain
(``plain.py``): a letter that a scan lost changes no reading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from re import Match
from typing import TypeVar

from lexparse.grammar.plain import common, plain, plain_phrase
from lexparse.grammar.rule import Grammar, R, Rule
from lexparse.records import Record
from lexparse.text.span import Span

Found = TypeVar("Found", bound=Record)
Hit = tuple[int, int, int, Match[str], Rule]
Places = dict[str, list[int]]
# A cell or a phrase is searched at once; only a document is worth an index.
SHORT = 200


@dataclass(frozen=True, slots=True)
class Cued(Rule):
    """A rule whose every match holds one of ``cues``, or begins with one if ``before`` is 0.

    A match begins at most ``before`` characters ahead of a cue and ends at most ``after``
    characters behind it.
    """

    cues: tuple[str, ...] = ()
    before: int = 0
    after: int = 60

    def __post_init__(self) -> None:
        """Fold the cues as the texts are."""
        object.__setattr__(self, "cues", tuple(map(common, self.cues)))

    def matches(self, text: str, spots: list[int], start: int, stop: int) -> Iterable[Match[str]]:
        """Return the matches near the cues at ``spots`` in ``text[start:stop]``."""
        if not self.before:
            return filter(None, (self.pattern.match(text, spot, stop) for spot in spots))
        if stop - start < SHORT:
            return self.pattern.finditer(text, start, stop)
        windows = self.windows(text, sorted(spots), start, stop)
        return chain.from_iterable(self.pattern.finditer(text, *window) for window in windows)

    def windows(self, text: str, spots: list[int], start: int, stop: int) -> list[Span]:
        """Return the stretches of ``text[start:stop]`` round ``spots``, joined where they meet."""
        windows: list[Span] = []
        for spot in spots:
            first = max(start, spot - self.before)
            # A cut word would look like a whole one.
            last = text.find(" ", min(stop, spot + self.after), stop)
            last = stop if last < 0 else last
            if windows and first <= windows[-1].stop:
                windows[-1] = Span(windows[-1].start, max(last, windows[-1].stop))
            else:
                windows.append(Span(first, last))
        return windows


@dataclass(frozen=True, slots=True)
class WindowedGrammar(Grammar[R]):
    """A grammar over plain text that tries a ``Cued`` rule only where one of its cues stands.

    A ``Span`` in a reading stands for the words that are printed there.
    """

    cues: tuple[str, ...] = field(init=False)
    # The rules of each cue, and those that have none, by their order.
    _cued: dict[str, list[int]] = field(init=False)
    _uncued: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the rules by their cues."""
        cued: dict[str, list[int]] = {}
        for order, rule in enumerate(self.rules):
            for cue in rule.cues if isinstance(rule, Cued) else ():
                cued.setdefault(cue, []).append(order)
        uncued = [n for n, rule in enumerate(self.rules) if not isinstance(rule, Cued)]
        object.__setattr__(self, "cues", tuple(cued))
        object.__setattr__(self, "_cued", cued)
        object.__setattr__(self, "_uncued", uncued)

    def find(self, text: str, start: int = 0, stop: int | None = None) -> list[R]:
        """Return the records read in ``text[start:stop]``, in order, none overlapping."""
        stop = len(text) if stop is None else stop
        folded = plain(text) if len(text) > SHORT else plain_phrase(text)
        hits = self._hits(folded, start, stop)
        if len(hits) > 1:
            hits.sort(key=lambda hit: hit[:3])
        found: list[R] = []
        behind = start
        for first, last, _, match, rule in hits:
            if first < behind:
                continue
            reading = rule.read(match)
            if reading is None:
                continue
            fields = {"start": first, "stop": -last, **reading}
            behind = fields["stop"]
            printed = text[fields["start"] : behind]
            found.append(self._record(text, rule, {"text": printed, **fields}))
        return found

    def _hits(self, text: str, start: int, stop: int) -> list[Hit]:
        spots: dict[int, list[int]] = {}
        for cue, places in places_in(text, self.cues, start, stop).items():
            for order in self._cued[cue]:
                spots.setdefault(order, []).extend(places)
        hits: list[Hit] = []
        for order in (*self._uncued, *spots):
            rule = self.rules[order]
            if isinstance(rule, Cued):
                matches = rule.matches(text, spots[order], start, stop)
            else:
                matches = rule.pattern.finditer(text, start, stop)
            hits += [(match.start(), -match.end(), order, match, rule) for match in matches]
        return hits

    def _record(self, text: str, rule: Rule, fields: dict[str, object]) -> R:
        for name, value in fields.items():
            if type(value) is Span:
                fields[name] = value.of(text)
        return self.record(rule=rule.name, **fields)


def places_in(text: str, cues: tuple[str, ...], start: int, stop: int) -> Places:
    """Return where in ``text[start:stop]`` each of ``cues`` stands; the absent are left out."""
    if len(text) <= SHORT:
        return {cue: _places(cue, text, start, stop) for cue in cues if cue in text}
    places, found = _index(text, cues)
    here: Places = {}
    for at in range(bisect_left(places, start), bisect_left(places, stop)):
        here.setdefault(found[at], []).append(places[at])
    return here


@lru_cache(maxsize=32)
def _index(text: str, cues: tuple[str, ...]) -> tuple[list[int], list[str]]:
    """Return where the cues stand in a document, in order, and which one each time."""
    pairs = sorted((place, cue) for cue in cues for place in _places(cue, text, 0, len(text)))
    return [place for place, _ in pairs], [cue for _, cue in pairs]


def _places(cue: str, text: str, start: int, stop: int) -> list[int]:
    found: list[int] = []
    place = text.find(cue, start, stop)
    while place >= 0:
        found.append(place)
        place = text.find(cue, place + 1, stop)
    return found


def longest(*readings: Iterable[Found]) -> list[Found]:
    """Return the records of several grammars in order, the earlier and longer one winning."""
    kept: list[Found] = []
    records = [record for reading in readings for record in reading]
    for record in sorted(records, key=lambda one: (one.start, -one.stop)):
        if not kept or record.start >= kept[-1].stop:
            kept.append(record)
    return kept
