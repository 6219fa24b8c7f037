"""Responsible bodies and persons in a table cell.

Literal forms: ``Әділетмині (Қ.С. Мусин), СЖРА (келісу бойынша)``, ``ЦДИАӨМ-ге``,
``Каржымині Әділетмині. ҰЭМ`` (lost comma, dot for a comma), ``(келісу бойынша, СЖРА`` (unclosed),
``"ҰАТ" АҚ``, ``АҚ "ҰАТ"``, ``"Қазақавтожол'' РМКК Абдуллин Х.А. (келісім бойынша)``,
``Жәкенов А.С.``, ``облыстардың, Астана. Алматы қалаларының әкімдіктері``,
``белгіленген тәртіппен мүдделі мемлекеттік органдар``, ``Қорғаныс және Қаржы министрліктері``,
``жетекшілік ететін … вице-министрі``, ``ИИДМ "Қазаэронавигация" РМК``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from lexparse.grammar.akimat import Akimats, akimats
from lexparse.grammar.entry import (
    AGREEMENT,
    BRACKET,
    PERSON_NAMED,
    Entry,
    entries,
    of_both,
    said,
)
from lexparse.grammar.person import COURTESY, surname
from lexparse.grammar.sharing import shared
from lexparse.kazakh.letters import UPPER
from lexparse.organs.naming import QUOTES, glued, head
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
    rf"|{COURTESY}\Z"
)


class Part(NamedTuple):
    """One body of a list: where it stands, what it means, what its bracket says."""

    start: int
    stop: int
    read: Resolution
    agreed: bool = False
    named: tuple[str, ...] = ()


class Manner(NamedTuple):
    """How a list outside a cell stands.

    ``rule`` found it; its first body ``leads`` or not; persons lose their ending in the
    ``dative``.
    """

    rule: str | None = None
    leads: bool = True
    dative: bool = False


CELL = Manner()


def find_responsible(
    text: str,
    start: int,
    stop: int,
    resolver: Resolver,
    manner: Manner = CELL,
) -> list[Responsible]:
    """Return who is responsible by the cell ``text[start:stop]``, in printed order.

    The first is the lead. An empty cell, a dash or a ditto mark gives an empty list.
    """
    listed = text[start:stop]
    parts = resolver.read.get(listed)
    if parts is None:
        read = likewise(_parts(listed, resolver), listed)
        parts = resolver.read[listed] = of_the_republic(read, resolver)
    return [
        Responsible(
            start=start + part.start,
            stop=start + part.stop,
            rule=manner.rule or RULES[part.read.kind],
            text=listed[part.start : part.stop],
            kind=part.read.kind,
            organ=part.read.organ,
            name=part.read.name,
            lead=manner.leads and not at,
            by_agreement=part.agreed,
            persons=part.named,
            settled=part.read.settled,
            candidates=part.read.candidates,
        )
        for at, part in enumerate(nominative_persons(parts, listed) if manner.dative else parts)
    ]


def _parts(text: str, resolver: Resolver) -> list[Part]:
    if not _LETTER.search(text):
        return []
    found: list[Part] = []
    at = 0
    for places in akimats(text, 0, len(text), resolver.knows) if "кім" in text else ():
        found += _between(text, at, places.start, resolver)
        akims = _akims(text, places)
        found += akims
        at = akims[-1].stop
    return found + _between(text, at, len(text), resolver)


_BEHIND = re.compile(rf"(?:\s*(?:{BRACKET}|{PERSON_NAMED}|{AGREEMENT}))+")


def _akims(text: str, places: Akimats) -> list[Part]:
    """Return one part an akim, all with the bracket or the person behind the enumeration."""
    behind = _BEHIND.match(text, places.stop)
    last = behind.end() if behind else places.stop
    agreed, named = said(behind.group()) if behind else (False, ())
    listed = len(places.names) > 1 or glued(places.names[0]) == glued(places.text)
    settled: Settled = "exact" if places.case == "Nom" and listed else "inflected"
    return [
        Part(places.start, last, Resolution(None, name, settled, kind="akimat"), agreed, named)
        for name in places.names
    ]


def _between(text: str, start: int, stop: int, resolver: Resolver) -> list[Part]:
    """Return the parts of ``text[start:stop]``: the plain entries first, then what is left."""
    found: list[Part] = []
    at = start
    while simple := _SIMPLE.match(text, at, stop):
        core, bracket = simple["core"], simple["bracket"]
        read = resolver.resolve(core)
        if read.settled == "unresolved" and not ABBREVIATION.fullmatch(core):
            break
        agreed, named = said(bracket) if bracket else (False, ())
        last = simple.end("bracket" if bracket else "core")
        found.append(Part(simple.start("core"), last, read, agreed, named))
        at = simple.end()
    if at < stop and _LETTER.search(text, at, stop):
        for entry in entries(text, at, stop, resolver):
            found += _of_entry(text, entry, resolver)
    return found


def _of_entry(text: str, entry: Entry, resolver: Resolver) -> list[Part]:
    """Return the parts of one entry: more than one where it names several bodies."""
    if entry.start == entry.core:
        person = Resolution(None, " ".join(entry.named), "exact", kind="person")
        return [_part(entry, person)]
    core = text[entry.start : entry.core]
    name = bare_name(core)
    read = _parted(entry, core, resolver) or _distributed(name, resolver)
    if read:
        return [_part(part or entry, resolution) for part, resolution in read]
    return [_part(entry, resolver.resolve(name))]


def _part(entry: Entry, read: Resolution) -> Part:
    named = tuple(entry.named)
    if named and read.kind == "group" and _are_posts(read.name):
        read = replace(read, kind="post")
    return Part(entry.start, entry.stop, read, entry.by_agreement, named)


def _are_posts(name: str | None) -> bool:
    last = head(name.rsplit(maxsplit=1)[-1]) if name else None
    return last is not None and last.sort == "post"


# What is said of a body and is no part of its name.
_SAID_OF_IT = re.compile(
    r"(?:\w+\s+)?жетекшілік\s+(?:ететін|жасайтын)\s+"
    r"|\w+[ғгқк][ае]н\s+(?=Қазақстан\s+Республикасы)"
    r"|(?:[\w-]+\s+){1,6}жауапты\s+(?=(?:[\w-]+\s+){0,6}(?:органдар|ұйымдар|министрліктер))"
)


def bare_name(core: str) -> str:
    """Return a name without its rank and the words on order, competence and charge around it."""
    name = _RANK.sub("", _IN_ORDER.sub("", core + " ").strip())
    said = _SAID_OF_IT.match(name)
    return name[said.end() :] if said else name


_Part = tuple[Entry | None, Resolution]


_PARENT = re.compile(rf"([{UPPER}]{{2,}})\s+(?=[{QUOTES}])")


def _before_a_company(entry: Entry, parent: re.Match[str], resolver: Resolver) -> list[_Part]:
    """Part a body from the company behind it: ``ИИДМ "Қазаэронавигация" РМК``."""
    core, behind = parent.string, entry.start + parent.end(1)
    body, company = resolver.resolve(parent[1]), resolver.resolve(core[parent.end() :])
    if body.settled not in ("legend", "spelling") or resolver.knows(core):
        return []
    start = entry.start + parent.end()
    return [(Entry(entry.start, behind, behind), body), (replace(entry, start=start), company)]


def _parted(entry: Entry, core: str, resolver: Resolver) -> list[_Part]:
    """Part the legend's abbreviations that a lost comma has joined: ``Каржымині Әділетмині``."""
    if parent := _PARENT.match(core):
        return _before_a_company(entry, parent, resolver)
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


def _distributed(core: str, resolver: Resolver) -> list[_Part]:
    """Resolve each body of a phrase that names several with one head noun."""
    names = shared(core)
    last = head(core.rsplit(None, 1)[-1]) if names else None
    oblique = last is not None and last.case != "Nom"
    return [(None, _as_printed(resolver.resolve(name), oblique)) for name in names]


def _as_printed(read: Resolution, oblique: bool) -> Resolution:
    return replace(read, settled="inflected") if oblique and read.settled == "exact" else read


_AND = re.compile(r"\s*(?:және|мен|пен|бен)\s*")


def likewise(parts: list[Part], listed: str) -> list[Part]:
    """Say of the second what is said of the first: ``мүдделі министрліктер және ведомстволар``."""
    return [*parts[:1], *(_likened(one, two, listed) for one, two in pairwise(parts))]


def _likened(before: Part, part: Part, listed: str) -> Part:
    said, _, noun = (before.read.name or "").partition(" ")
    name = part.read.name or ""
    if part.read.kind != "group" or not name.isalpha() or not name.islower():
        return part
    joined = _AND.fullmatch(listed, before.stop, part.start)
    if not of_both(said) or not noun.isalpha() or not joined:
        return part
    return part._replace(read=replace(part.read, name=f"{said} {name}"))


_FULL = "Қазақстан Республикасының "


def of_the_republic(parts: list[Part], resolver: Resolver) -> list[Part]:
    """Give the country's name of the list's head to the state bodies that follow it."""
    if not parts or not (parts[0].read.name or "").startswith(_FULL):
        return parts
    return [parts[0], *(_named_fully(part, resolver) for part in parts[1:])]


def _named_fully(part: Part, resolver: Resolver) -> Part:
    organ = resolver.registry.organs.get(part.read.organ or "")
    if organ and part.read.name and organ.name == _FULL + part.read.name:
        return part._replace(read=replace(part.read, name=organ.name))
    return part


def nominative_persons(parts: list[Part], text: str) -> list[Part]:
    """Return the parts of a list in the dative with their persons in the nominative.

    A person in a bracket stands in the nominative already: ``комитетіне (Қ.Ә. Сұлтанбаев)``; so
    does one behind whom ``мырза`` or ``ханым`` takes the ending.
    """
    return [
        part
        if not part.named or _NAMED_PLAINLY.search(text, part.start, part.stop)
        else _undone(part)
        for part in parts
    ]


_NAMED_PLAINLY = re.compile(rf"\(|{COURTESY}\Z")


def _undone(part: Part) -> Part:
    named = []
    for person in part.named:
        initials, _, last = person.rpartition(" ")
        named.append(f"{initials} {surname(last, oblique=True)}")
    alone = part.read.kind == "person"
    read = replace(part.read, name=named[0]) if alone else part.read
    return part._replace(named=tuple(named), read=read)


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
