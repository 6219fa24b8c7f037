"""Who issued the act, when, under which number and title, and whether it still stands.

Literal sources, the more trusted first: the requisite line (``… № 193/НҚ бұйрығы. … болып
тіркелді``), stamps of its attachments (``… № 274 қаулысымен бекітілді``), the enacting formula
(``Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:``), the signature, and what the act calls
itself (``Осы өкімнің орындалуын …``). Status comes from ``Күшін жойған`` or a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lexparse.grammar import force as forces
from lexparse.grammar import requisite
from lexparse.grammar.identity import KIND_WORD, act_id, adilet_id, kind_of
from lexparse.grammar.note import repeals_whole_act
from lexparse.grammar.requisite import Requisite
from lexparse.records import Act, Finding, Force, Note, Provision, Reference
from lexparse.structure.outline import Outline

OWN_KINDS = {"requisite", "status", "preamble", "signature"}
# Read as its own: `Осы қаулы`, `осы бұйрықтың`; quoted or cited acts are not called so.
ITSELF = re.compile(rf"\b[Оо]сы\s+{KIND_WORD.pattern}", re.IGNORECASE)
# `Министр` alone does not say which.
NAMELESS = re.compile(
    r"[Мм]инистр(?:дің|і)?(?:\s+(?:міндетін|м\.).*)?$|[Тт]өраға(?:сы)?$|[Бб]астық$"
)
INITIAL = r"[А-ЯӘІҢҒҮҰҚӨҺЁ]\.\s?"
NAME = r"[А-ЯӘІҢҒҮҰҚӨҺЁ][а-яәіңғүұқөһё]+(?:-[А-ЯӘІҢҒҮҰҚӨҺЁ][а-яәіңғүұқөһё]+)?"
SIGNED = re.compile(rf"\b(?P<initials>{INITIAL}(?:{INITIAL})?)(?P<name>{NAME})\b")
SIGNED_LAST = re.compile(rf"\b(?P<name>{NAME})\s+(?P<initials>{INITIAL}(?:{INITIAL})?)\s*$")


@dataclass(frozen=True, slots=True)
class Given:
    """An identity given from outside for what the text does not state; ``source`` says whence."""

    kind: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    source: str | None = None


def identify(
    outline: Outline, notes: Iterable[Note], given: Given | None = None
) -> tuple[Act, list[Finding]]:
    """Return the act with all that its own lines say, and a finding for each part they lack."""
    text, provisions = outline.document.text, outline.provisions
    own = [one for unit in provisions if unit.kind in OWN_KINDS for one in _read(text, unit)]
    stamps = list(_stamps(text, provisions))
    notes = list(notes)
    act = _stated(text, provisions, own, stamps, notes)
    act = replace(act, title=_title(provisions), language=outline.document.language)
    act, findings = _completed(act, given or Given())
    act = _with_status(act, own, notes)
    act = replace(
        act,
        signed_by=_signed_by(provisions),
        force=_force(text, provisions, act),
        id=act_id(act.kind, act.issuer, act.date, act.number),
        adilet_id=adilet_id(
            act.kind,
            act.issuer,
            act.date,
            act.number,
            act.registration.number if act.registration else None,
        ),
    )
    return act, findings


def identities(act: Act) -> frozenset[tuple[str | None, str | None]]:
    """Return the numbers and dates by which the act's own lines name it; a joint act has two."""
    found = {(one.number, one.date) for one in act.joint}
    return frozenset(found | {(act.number, act.date)}) if act.number else frozenset(found)


def _read(text: str, unit: Provision) -> list[Requisite]:
    return requisite.find(text, unit.start, unit.stop)


def _stamps(text: str, provisions: Iterable[Provision]) -> Iterator[Requisite]:
    """Yield what the stamps of the act's own attachments say of the act, the surest first.

    An attachment with two stamps belongs to this act by the first (``бұйрыққа қосымша``); the
    second (``… бұйрығымен бекітілген``) names the act that approved the wording before.
    """
    found: list[Requisite] = []
    for attachment in provisions:
        stamps = [c for c in attachment.children if c.kind == "stamp"]
        if attachment.kind == "attachment" and stamps:
            found += _read(text, stamps[0])
    yield from (one for one in found if one.role == "attachment_to" and one.number)
    yield from (one for one in found if one.role == "approved_by" and one.number)
    yield from (one for one in found if one.role in {"attachment_to", "approved_by"})


def _stated(
    text: str,
    provisions: tuple[Provision, ...],
    own: list[Requisite],
    stamps: list[Requisite],
    notes: Iterable[Note],
) -> Act:
    line = [one for one in own if one.role == "own"]
    enacts = [one for one in own if one.role == "enacts"]
    signs = [one for one in own if one.role == "signs"]
    kind = _first("kind", [*line, *enacts]) or _calls_itself(text, provisions)
    kind = kind or _first("kind", stamps)
    mine = [one for one in stamps if one.kind in {None, kind}]
    issuers = [one.issuer for one in (*line, *enacts, *mine, *signs) if one.issuer]
    # The body that amends or repeals a local act is the one that issued it.
    issuers += [by.issuer for one in notes for by in one.by if by.issuer]
    registration = next((one.registration for one in own if one.registration), None)
    return Act(
        kind=kind,
        issuer=_fullest(issuers),
        date=_first("date", [*line, *mine]),
        number=_fullest_number([one.number for one in (*line, *mine) if one.number]),
        registration=registration,
        joint=tuple(_joint((*line, *mine))),
    )


def _first(name: str, found: Iterable[Requisite]) -> str | None:
    return next((value for one in found if (value := getattr(one, name))), None)


def _fullest_number(numbers: list[str]) -> str | None:
    """Return the first number, or the same with its letter: ``26`` beside ``26-ө``."""
    if not numbers:
        return None
    longer = [number for number in numbers if number.startswith(f"{numbers[0]}-")]
    return longer[0] if longer else numbers[0]


def _joint(lines: Iterable[Requisite]) -> Iterator[Reference]:
    """Yield the other issuers of a joint act, each once."""
    seen: set[tuple[str | None, str | None]] = set()
    for one in lines:
        other = one.jointly
        if other and (other.number, other.date) not in seen:
            seen.add((other.number, other.date))
            yield other


def _fullest(issuers: list[str]) -> str | None:
    """Return the first issuer, or a later one that says which: ``облыс әкімі`` names no region."""
    issuers = [name for name in issuers if not NAMELESS.match(name)]
    if not issuers:
        return None
    first = issuers[0]
    ending = first.rsplit(" ", 1)[-1].lower()
    if first[:1].isupper() and len(first.split()) > 2:
        return first
    longer = [name for name in issuers if name.lower().endswith(ending) and len(name) > len(first)]
    return longer[0] if longer else first


def _calls_itself(text: str, provisions: Iterable[Provision]) -> str | None:
    """Return the kind by which the body calls the act most often."""
    counts: Counter[str] = Counter()
    for unit in provisions:
        if unit.kind in {"paragraph", "alinea", "article"}:
            for found in ITSELF.finditer(text, unit.start, unit.stop):
                counts[kind_of(found) or ""] += 1
    del counts[""]
    return counts.most_common(1)[0][0] if counts else None


def _title(provisions: Iterable[Provision]) -> str | None:
    words = " ".join((unit.text or "") for unit in provisions if unit.kind == "title")
    return " ".join(words.split()) or None


def _completed(act: Act, given: Given) -> tuple[Act, list[Finding]]:
    """Fill what the text lacks; say what was given and what is still missing."""
    findings = []
    filled = {}
    for name in ("kind", "issuer", "number", "date", "title"):
        value = getattr(act, name) or getattr(given, name)
        if getattr(act, name) is None and value:
            filled[name] = value
        if value is None:
            findings.append(_missing(name))
    if filled:
        names = ", ".join(filled)
        findings.append(
            Finding(
                code="identity-given",
                severity="info",
                message=f"The text does not state {names}; taken from {given.source or 'outside'}.",
            )
        )
    return replace(act, **filled), findings


def _missing(name: str) -> Finding:
    return Finding(
        code=f"{name}-not-stated",
        severity="warning",
        message=f"The text does not state the act's {name}; give it with --{name} or a meta.yaml "
        "beside the file."
        if name != "title"
        else "The text has no title line.",
    )


def _with_status(act: Act, own: list[Requisite], notes: Iterable[Note]) -> Act:
    repealed_by = next((one.repealed_by for one in own if one.repealed_by), None)
    whole = next((one for one in notes if _of_the_act(one)), None)
    if repealed_by is None and whole and whole.by:
        by = whole.by[0]
        repealed_by = Reference(
            start=whole.start,
            stop=whole.stop,
            issuer=by.issuer,
            date=by.date,
            number=by.number,
        )
    states = {one.status for one in own}
    if repealed_by or whole or "repealed" in states:
        return replace(act, status="repealed", repealed_by=repealed_by)
    return replace(act, status="in_force" if states & {"updated", "in_force"} else "unknown")


def _of_the_act(note: Note) -> bool:
    """Tell whether a note at the head of the act says that the act lost force."""
    return repeals_whole_act(note) and (note.eid or "").startswith("note_")


def _signed_by(provisions: Iterable[Provision]) -> str | tuple[str, ...] | None:
    """Return the name under the body, before the first attachment; several under a joint act."""
    names: list[str] = []
    for unit in provisions:
        if unit.kind == "attachment":
            break
        if unit.kind == "signature":
            words = " ".join((unit.text or "").replace("|", " ").split())
            found = list(SIGNED.finditer(words)) or list(SIGNED_LAST.finditer(words))
            names += [f"{''.join(one['initials'].split())} {one['name']}" for one in found]
    return names[0] if len(names) == 1 else (tuple(names) or None)


def _force(text: str, provisions: Iterable[Provision], act: Act) -> Force | None:
    """Return when the act takes effect: the clause in which it speaks of itself as a whole."""
    days = {"signing": act.date} if act.date else {}
    if act.registration and act.registration.date:
        days["registration"] = act.registration.date
    found: list[Force] = []
    itself: list[Force] = []
    for unit in provisions:
        if unit.kind in {"paragraph", "alinea", "article"} and unit.text_stop > unit.text_start:
            clause = forces.find(text, unit.text_start, unit.text_stop, days=days)[:1]
            found += [replace(one, eid=unit.eid) for one in clause]
            # `2-тармақ … енгізіледі` says nothing of the act; `осы қаулы … енгізіледі` does.
            if clause and ITSELF.search(text, unit.text_start, clause[0].stop):
                itself.append(found[-1])
    own = itself or found
    return own[-1] if own else None
