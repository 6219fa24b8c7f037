"""Responsible bodies and persons in a table cell.

Literal forms: ``Әділетмині (Қ.С. Мусин), СЖРА (келісу бойынша)``, ``ЦДИАӨМ-ге``,
``Каржымині Әділетмині. ҰЭМ`` (lost comma, dot for a comma), ``(келісу бойынша, СЖРА`` (unclosed),
``"ҰАТ" АҚ``, ``АҚ "ҰАТ"``, ``"Қазақавтожол'' РМКК Абдуллин Х.А. (келісім бойынша)``,
``Жәкенов А.С.``, ``облыстардың, Астана. Алматы қалаларының әкімдіктері``,
``белгіленген тәртіппен мүдделі мемлекеттік органдар``, ``Қорғаныс және Қаржы министрліктері``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lexparse.grammar.akimat import Akimats, akimats
from lexparse.grammar.entry import (
    AGREEMENT,
    BRACKET,
    ONE_BY_ONE,
    PERSON_NAMED,
    Entry,
    entries,
    said,
)
from lexparse.grammar.person import surname
from lexparse.kazakh.letters import UPPER
from lexparse.organs.naming import COUNTRY, QUOTES, head
from lexparse.organs.resolver import ABBREVIATION, Resolution, Resolver
from lexparse.records import Definition, LegendEntry, Responsible, Settled

RULES = {
    "organ": "a body by name or abbreviation",
    "group": "a group of bodies",
    "akimat": "akims or akimats of places",
    "post": "a post",
    "person": "a person by name",
}

_LETTER = re.compile(r"[^\W\d_]")
_IN_ORDER = re.compile(
    r"(?:белгіленген\s+тәртіп\w*(?:\s+сәйкес)?|өз\s+құзырет\w*\s+шег\w+|құзырет\w*\s+шег\w+)\s*"
)

# The most common entry: one word or a company, perhaps a bracket, and what parts it from the next.
_SIMPLE = re.compile(
    rf"\s*(?P<core>[^\W\d_][\w-]*|[{QUOTES}][^{QUOTES}(),]+[{QUOTES}]\s?[{UPPER}]{{2,5}})"
    r"(?:\s*(?P<bracket>\([^()]*\))(?:\s*[,;.]|\s+(?:және|мен|пен)\s|(?=\s)|\Z)"
    r"|\s*(?:[,;]|\Z))\s*"
)


_RANK = re.compile(
    r"\s+(?:(?:ішкі\s+қызмет|полиция|әділет|медицина\s+қызметі)\s+)?"
    r"(?:генерал|полковник|подполковник|майор|капитан|лейтенант)[\w-]*\Z"
)


def find_responsible(text: str, start: int, stop: int, resolver: Resolver) -> list[Responsible]:
    """Return who is responsible by the cell ``text[start:stop]``, in printed order.

    The first is the lead. An empty cell, a dash or a ditto mark gives an empty list.
    """
    found: list[Responsible] = []
    at = start
    for places in _places(text, start, stop, resolver):
        at = _read(text, at, places.start, resolver, found)
        at = _akimats(text, places, stop, found)
    _read(text, at, stop, resolver, found)
    return of_the_republic(found, resolver)


def _places(text: str, start: int, stop: int, resolver: Resolver) -> list[Akimats]:
    if text.find("кім", start, stop) < 0:
        return []
    return akimats(text, start, stop, resolver.knows)


def _akimats(text: str, places: Akimats, stop: int, found: list[Responsible]) -> int:
    """Add one record an akim, with the bracket or the person behind; return where they end."""
    behind = _BEHIND.match(text, places.stop, stop)
    last = behind.end() if behind else places.stop
    agreed, named = said(behind.group()) if behind else (False, ())
    entry = Entry(places.start, places.stop, last, agreed, list(named))
    for name in places.names:
        settled: Settled = "exact" if places.case == "Nom" else "inflected"
        read = Resolution(None, name, settled, kind="akimat")
        found.append(_record(text, entry, read, lead=not found))
    return last


_BEHIND = re.compile(rf"(?:\s*(?:{BRACKET}|{PERSON_NAMED}|{AGREEMENT}))+")


def _read(text: str, start: int, stop: int, resolver: Resolver, found: list[Responsible]) -> int:
    """Add the records of ``text[start:stop]``: the plain entries first, then what is left."""
    at = start
    while simple := _SIMPLE.match(text, at, stop):
        core = simple["core"]
        read = resolver.resolve(core)
        if read.settled == "unresolved" and not ABBREVIATION.fullmatch(core):
            break
        agreed, named = said(simple["bracket"]) if simple["bracket"] else (False, ())
        last = simple.end("bracket") if simple["bracket"] else simple.end("core")
        found.append(
            Responsible(
                start=simple.start("core"),
                stop=last,
                rule=RULES[read.kind],
                text=text[simple.start("core") : last],
                kind=read.kind,
                organ=read.organ,
                name=read.name,
                lead=not found,
                by_agreement=agreed,
                persons=named,
                settled=read.settled,
                candidates=read.candidates,
            )
        )
        at = simple.end()
    if at < stop and _LETTER.search(text, at, stop):
        for entry in entries(text, at, stop, resolver):
            for record in records(text, entry, resolver):
                found.append(record if found else replace(record, lead=True))
    return stop


def records(text: str, entry: Entry, resolver: Resolver) -> list[Responsible]:
    """Return the records of one entry: more than one where it names several bodies."""
    if entry.start == entry.core:
        return [
            replace(
                _record(text, entry, Resolution(None, None, "exact")),
                kind="person",
                rule=RULES["person"],
                name=" ".join(entry.named),
            )
        ]
    core = text[entry.start : entry.core]
    parted = _parted(entry, core, resolver) or _distributed(core, resolver)
    if parted:
        return [_record(text, part or entry, resolution) for part, resolution in parted]
    return [_record(text, entry, resolver.resolve(bare_name(core)))]


def bare_name(core: str) -> str:
    """Return a name without the words on order and competence around it."""
    return _RANK.sub("", _IN_ORDER.sub("", core + " ").strip())


_Part = tuple[Entry | None, Resolution]


def _parted(entry: Entry, core: str, resolver: Resolver) -> list[_Part]:
    """Part the legend's abbreviations that a lost comma has joined: ``Каржымині Әділетмині``."""
    words = list(re.finditer(r"\S+", core))
    if not 1 < len(words) < 6 or not resolver.knows(words[0].group()) or resolver.knows(core):
        return []
    read = [resolver.resolve(word.group()) for word in words]
    if not all(one.settled in ("legend", "spelling") and one.organ for one in read):
        return []
    parts: list[_Part] = []
    for word, one in zip(words, read, strict=True):
        first, behind = entry.start + word.start(), entry.start + word.end()
        last = word is words[-1]
        parts.append(
            (
                replace(entry, start=first, core=behind) if last else Entry(first, behind, behind),
                one,
            )
        )
    return parts


_NAMES = re.compile(rf"\s*(?:,|(?<!\w)(?:және|мен|пен|бен)(?=\s+[{UPPER}]))\s*")


def _distributed(core: str, resolver: Resolver) -> list[_Part]:
    """Give each its own head: ``Индустрия және сауда, Қаржы министрліктері`` is two ministries."""
    before, _, last_word = core.rpartition(" ")
    last = head(last_word)
    if not before or last is None or not last.plural or last.stem not in ONE_BY_ONE:
        return []
    country = COUNTRY.match(before)
    names = _NAMES.split(before[country.end() :] if country else before)
    if len(names) < 2 or any(not name or not name[0].isupper() for name in names):
        return []
    owner = "Қазақстан Республикасының " if country else ""
    return [(None, resolver.resolve(f"{owner}{name} {last.singular}")) for name in names]


def _record(text: str, entry: Entry, read: Resolution, lead: bool = False) -> Responsible:
    return Responsible(
        start=entry.start,
        stop=entry.stop,
        rule=RULES[read.kind],
        text=text[entry.start : entry.stop],
        kind=read.kind,
        organ=read.organ,
        name=read.name,
        lead=lead,
        by_agreement=entry.by_agreement,
        persons=tuple(entry.named),
        settled=read.settled,
        candidates=read.candidates,
    )


_FULL = "Қазақстан Республикасының "


def of_the_republic(found: list[Responsible], resolver: Resolver) -> list[Responsible]:
    """Give the country's name of the list's head to the state bodies that follow it."""
    if not found or not (found[0].name or "").startswith(_FULL):
        return found
    return [found[0], *(_named_fully(one, resolver) for one in found[1:])]


def _named_fully(one: Responsible, resolver: Resolver) -> Responsible:
    organ = resolver.registry.organs.get(one.organ or "")
    if organ and one.name and organ.name == _FULL + one.name:
        return replace(one, name=organ.name)
    return one


def nominative_persons(one: Responsible) -> Responsible:
    """Return a record in the dative with its persons in the nominative.

    A person in a bracket stands in the nominative already: ``комитетіне (Қ.Ә. Сұлтанбаев)``.
    """
    if not one.persons or "(" in one.text:
        return one
    named = []
    for person in one.persons:
        initials, _, last = person.rpartition(" ")
        named.append(f"{initials} {surname(last, oblique=True)}")
    name = named[0] if one.kind == "person" else one.name
    return replace(one, persons=tuple(named), name=name)


@dataclass(frozen=True, slots=True)
class RuleName:
    """A rule that is no pattern."""

    name: str


@dataclass(frozen=True, slots=True)
class BodyGrammar:
    """What is asked of a grammar, for one that reads by words and cases instead of patterns."""

    name: str
    rules: tuple[RuleName, ...]
    reader: Callable[[str, int, int, Resolver], list[Responsible]]

    def find(self, text: str, start: int = 0, stop: int | None = None) -> list[Responsible]:
        """Return the records read in ``text[start:stop]`` of an act without a legend."""
        return self.reader(text, start, len(text) if stop is None else stop, Resolver())


ORGAN = BodyGrammar("organ", tuple(map(RuleName, RULES.values())), find_responsible)


def resolver_of(given: Mapping[str, Any]) -> Resolver:
    """Build the resolver of an example's act: ``legend`` and ``aliases`` by short name."""
    legend = given.get("legend", {}).items()
    aliases = given.get("aliases", {}).items()
    return Resolver(
        [LegendEntry(abbreviation=short, name=full) for short, full in legend],
        [Definition(term=short, meaning=full, kind="alias") for short, full in aliases],
        used=given.get("used", ()),
    )


def read_example(text: str, given: Mapping[str, Any]) -> list[Responsible]:
    """Read an example cell of an act that has what ``given`` says."""
    return find_responsible(text, 0, len(text), resolver_of(given))
