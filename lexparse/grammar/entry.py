"""A list of bodies cut into its entries: names, brackets, persons, and what parts them.

Literal forms: the comma and what stands for it (``Әділетмині. ҰЭМ``, ``ҰБ (келісу бойынша)
Алматы``, ``«КЭТК» ААҚ «АЭТК»ААҚ``), brackets closed and not, ``X және Y``; what does not part:
``Мәдениет, ақпарат және спорт министрлігі``, ``Мәжілісі мен Сенатының аппараттары``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lexparse.grammar.person import COURTESY, INITIALS_FIRST, SURNAME_FIRST, persons
from lexparse.kazakh.letters import UPPER
from lexparse.kazakh.morphology import case
from lexparse.organs.naming import QUOTES, Head, head
from lexparse.organs.resolver import ABBREVIATION, Resolver
from lexparse.text.span import trimmed

# келісу бойынша, келісім бойынша, келісімі бойынша, and misread: келісу бойьшша, бойвінша
AGREEMENT = r"келіс[уі]\w*\s+бо[йи]\w*"
# A bracket that is not closed ends at the next comma: `МҚІА (келісу бойынша, СЖРА (…)`.
BRACKET = r"\((?:[^()]*\)|[^(),;]*)"
SLASHES = rf"/(?=[^/]*[{UPPER}]\.)[^/]{{3,60}}/"
QUOTED = rf"[{QUOTES}]{{1,2}}[^{QUOTES}()]{{1,120}}[{QUOTES}]{{1,2}}"
DOT = rf"(?<=[\w)»\"]{{2}})\.(?=\s*(?:[{UPPER}«\"]|\Z))"
JOIN = r"(?<!\S)(?:және|мен|пен|бен|сондай-ақ)(?!\S)"
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


def _plain(pattern: str) -> str:
    return _GROUP_NAME.sub("(?:", pattern)


PERSON_NAMED = f"(?:{_plain(INITIALS_FIRST)}|{_plain(SURNAME_FIRST)})(?:{COURTESY})?"
PIECE = re.compile(
    rf"(?P<bracket>{BRACKET}|{SLASHES})|(?P<person>{PERSON_NAMED})"
    rf"|(?P<agreement>{AGREEMENT})|(?P<quoted>{QUOTED})|(?P<join>{JOIN})|(?P<slip>,[ыі](?!\w))|(?P<comma>[,;\n]|{DOT})"
)
AGREED = re.compile(AGREEMENT, re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_COMPANY = re.compile(rf"[{QUOTES}][^{QUOTES}]+[{QUOTES}]+\s*[{UPPER}]{{2,7}}\W*\Z")
# A daughter company stands right behind its parent: `"Казгидромет" РМК "… орталығы" ЕМК`.
_DAUGHTER = re.compile(rf"\s*Е[{UPPER}]{{1,3}}(?![{UPPER}])")
# No name is cut by more commas than this.
LONGEST_LIST = 16
ONE_BY_ONE = frozenset({"министрлік", "агенттік", "департамент", "басқарма", "комитет"})


@dataclass(slots=True)
class Entry:
    """One body being read: its name ``[start, core)`` and, to ``stop``, what is said of it."""

    start: int
    core: int
    stop: int
    by_agreement: bool = False
    named: list[str] = field(default_factory=list)
    sealed: bool = False


@lru_cache(maxsize=4096)
def said(bracket: str) -> tuple[bool, tuple[str, ...]]:
    """Return whether a bracket says ``by agreement``, and the persons it names."""
    return bool(AGREED.search(bracket)), persons(bracket)


def entries(text: str, start: int, stop: int, resolver: Resolver) -> list[Entry]:
    """Return the entries of ``text[start:stop]``, names that a comma had cut joined again."""
    cut = _Reader(text, start, stop, resolver).read()
    joined: list[Entry] = []
    at = 0
    while at < len(cut):
        reach = _reach(text, cut, at, resolver)
        joined.append(replace(cut[reach], start=cut[at].start) if reach > at else cut[reach])
        at = reach + 1
    return joined


class _Reader:
    """Cuts a cell into entries, left to right."""

    def __init__(self, text: str, start: int, stop: int, resolver: Resolver) -> None:
        self.text = text
        self.start = start
        self.stop = stop
        self.resolver = resolver
        self.entries: list[Entry] = []
        self.entry: Entry | None = None

    def read(self) -> list[Entry]:
        self._read_until(self.start, self.stop)
        self._flush()
        return self.entries

    def _read_until(self, start: int, stop: int) -> None:
        at = start
        for piece in PIECE.finditer(self.text, start, stop):
            if piece.start() < at:
                continue
            self._words(at, piece.start())
            at = piece.end()
            kind = piece.lastgroup
            if kind == "comma":
                self._flush()
            elif kind == "slip":
                # `басшылар,ы ПИК-тердің төрағалары`: the comma belongs behind the vowel.
                self._words(piece.start(), piece.end())
                self._flush()
            elif kind == "bracket":
                self._bracket(piece.start(), piece.end())
            elif kind == "person":
                self._person(piece)
            elif kind == "agreement":
                self._agreement(piece.end())
            elif kind == "quoted":
                self._quoted(piece.start(), piece.end(), stop)
            elif not self._joins(piece.end(), stop):
                self._words(piece.start(), piece.end())
        self._words(at, stop)

    def _flush(self) -> None:
        if self.entry is not None:
            self.entries.append(self.entry)
            self.entry = None

    def _words(self, start: int, stop: int) -> None:
        """Add words to the name being read; behind a bracket or a person a new one begins."""
        start, stop = trimmed(self.text, start, stop)
        if start == stop or not _LETTER.search(self.text, start, stop):
            if self.entry and not self.entry.sealed and '"' in self.text[start:stop]:
                self.entry.core = self.entry.stop = stop
            return
        if self.entry is not None and self.entry.sealed:
            self._flush()
        if self.entry is None:
            self.entry = Entry(start, stop, stop)
        else:
            self.entry.core = self.entry.stop = stop

    def _bracket(self, start: int, stop: int) -> None:
        entry = self.entry or (self.entries[-1] if self.entries else None)
        if entry is None:
            return
        agreed, named = said(self.text[start:stop])
        entry.by_agreement |= agreed
        entry.named.extend(named)
        entry.stop = trimmed(self.text, start, stop).stop
        entry.sealed = True

    def _person(self, piece: re.Match[str]) -> None:
        named = persons(piece.group())
        if not named:
            self._words(piece.start(), piece.end())
            return
        if self.entry is not None and self.entry.start == self.entry.core:
            self._flush()
        if self.entry is None:
            self.entry = Entry(piece.start(), piece.start(), piece.end())
        self.entry.named.extend(named)
        self.entry.stop = piece.end()
        self.entry.sealed = True

    def _agreement(self, stop: int) -> None:
        entry = self.entry or (self.entries[-1] if self.entries else None)
        if entry is not None:
            entry.by_agreement = entry.sealed = True
            entry.stop = stop

    def _quoted(self, start: int, stop: int, end: int) -> None:
        entry = self.entry
        if entry is not None and not entry.sealed:
            complete = _COMPANY.search(self.text[entry.start : entry.core])
            if complete and not _DAUGHTER.match(self.text, stop, end):
                self._flush()
        self._words(start, stop)

    def _joins(self, after: int, stop: int) -> bool:
        """Tell whether `және`, `мен` parts two bodies here, and part them if so."""
        entry = self.entry
        if entry is None:
            return True
        if not entry.sealed and not self._complete(entry, after, stop):
            return False
        self._flush()
        return True

    def _complete(self, entry: Entry, after: int, stop: int) -> bool:
        core = self.text[entry.start : entry.core]
        last = head(core.rsplit(None, 1)[-1])
        if _shared_head(self.text, after, stop):
            return False
        if _pair(last, self.text, after, stop, core.rpartition(" ")[0]):
            return False
        # `Орталық және жергілікті органдар`: central, not a centre.
        if last is not None and (
            last.case == "Gen" or last.stem == "орталық" == core.split()[-1].lower()
        ):
            return False
        named = last is not None
        return named or self.resolver.knows(core) or bool(_COMPANY.search(core))


_CHUNK = re.compile(r"[^,;.()\n\t]*")


def _shared_head(text: str, start: int, stop: int) -> bool:
    """Tell whether what follows shares its last noun with what stands before the `мен`.

    ``Парламент Мәжілісі мен Сенатының аппараттары``: two owners, one plural head.
    """
    chunk = _CHUNK.match(text, start, stop)
    words = chunk.group().split() if chunk else []
    if not words:
        return False
    last = head(words[-1])
    owned = any((inner := head(word)) and inner.case == "Gen" for word in words[:-1])
    return bool(last and last.plural and owned) or bool(
        (inner := head(words[0])) and inner.case == "Gen"
    )


def of_both(attribute: str) -> bool:
    """Tell whether what is said of a first body is said of the second behind ``мен`` too."""
    return attribute in ("мүдделі", "тиісті", "барлық") or attribute.endswith("жөніндегі")


def _pair(left: Head | None, text: str, start: int, stop: int, before: str) -> bool:
    """Tell whether two plurals share what is ``before`` them or the ending of the second.

    ``мүдделі министрліктер мен ведомстволар``, ``… жөніндегі бөлімдер мен басқармалары``; not
    ``мемлекеттік органдар және қауымдастықтар``.
    """
    if left is None or not left.plural or left.possessed or left.case != "Nom":
        return False
    chunk = _CHUNK.match(text, start, stop)
    right = head(chunk.group().strip()) if chunk else None
    if right is None or not right.plural:
        return False
    return right.possessed or not before or of_both(before)


def _reach(text: str, entries: list[Entry], at: int, resolver: Resolver) -> int:
    """Return the entry up to which a name runs: ``Мәдениет, ақпарат және спорт министрлігі``."""
    generic = short = False
    for reach in range(at, min(at + LONGEST_LIST, len(entries))):
        entry = entries[reach]
        if entry.start == entry.core:
            break
        core = text[entry.start : entry.core]
        if _is_owner(core):
            continue
        if resolver.resolve(core).settled != "unresolved" and not _is_generic(core):
            heads = (generic or short) and _ends_in_their_heads(core)
            one = reach > at and not generic and _are_one(text, entries[at : reach + 1], resolver)
            return reach if heads or one else at
        generic = generic or _is_generic(core)
        short = short or bool(_UNNAMED.fullmatch(core))
        if entry.sealed or ABBREVIATION.fullmatch(core):
            break
    return at


def _are_one(text: str, run: list[Entry], resolver: Resolver) -> bool:
    """Tell whether a run of entries, cut by commas, is one name."""
    whole = text[run[0].start : run[-1].core]
    return _is_one(text, text[run[0].start : run[0].core], run[1:], whole, resolver)


# `Алматы қалалық ІІББ, … бастықтары`: abbreviations whose heads are meant.
_UNNAMED = re.compile(rf".+\s[{UPPER}]{{2,7}}")


def _is_owner(core: str) -> bool:
    """Tell whether a name ends in the genitive: what it owns is still to come."""
    return case(core.rsplit(None, 1)[-1]) == "Gen"


def _is_generic(core: str) -> bool:
    """Tell whether a kind of body is named, not a body: ``комитет``, ``облыстық басқарма``."""
    last = head(core.rsplit(None, 1)[-1])
    if last is None or last.sort != "body" or last.case != "Nom":
        return False
    return not last.possessed and not last.plural


def _ends_in_their_heads(core: str) -> bool:
    """Tell whether a name ends in ``… ұйымдардың басшылары``, the heads of all named before."""
    words = core.split()
    last = head(words[-1])
    owned = len(words) > 1 and case(words[-2]) == "Gen"
    return bool(owned and last and last.sort == "post" and last.plural)


def _is_one(text: str, first: str, behind: list[Entry], whole: str, resolver: Resolver) -> bool:
    """Tell whether names that commas part are one name, or share one head."""
    last = head(whole.rsplit(None, 1)[-1].strip(QUOTES))
    if (last and last.plural and last.stem in ONE_BY_ONE) or resolver.knows(whole):
        return True
    if _is_owner(first):
        return True
    return all(text[entry.start].islower() for entry in behind)
