"""Editorial notes: which unit was changed how, by which acts, with effect from when.

Literal forms: ``Ескерту. 4-тармақ жаңа редакцияда - ҚР Үкіметінің 17.03.2023 № 236 (алғашқы ресми
жарияланған күнінен кейін …) қаулысымен.``; ``ЕСКЕРТУ. Құрам өзгерді - ҚР Президентінің
2002.07.25. № 913 Жарлығымен``; ``Ескерту: Кіріспе …``; several acts parted by ``;`` or ``,``; the
instrument before the bracket, on the next line or lacking; in place of a unit ``7. Күші жойылды -
ҚР Үкіметінің 02.08.2023 № 628 (…) қаулысымен.``; ``Ескерту. 01.01.2025 бастап қолданысқа
енгізіледі - осы қаулының 7-тармағымен.``. Not notes: ``Ескерту: аббревиатуралардың толық
жазылуы:``, ``РҚАО-ның ескертуі!``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from lexparse.grammar import force as forces
from lexparse.grammar import issuer
from lexparse.grammar.identity import DATE_START, KIND_WORD, NUMBER, date_at, number_of
from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.grammar.unit import Path, read_chains
from lexparse.kazakh.letters import LOWER, UPPER
from lexparse.records import Force, Note, NoteBy, Target

CHANGE = r"өзгер(?:іс|ту)[а-яәіңғүұқөһ]*"
ADDITION = r"толықтыру[а-яәіңғүұқөһ]*"
AND = r"\s+(?:мен|пен|және)\s+"
EVENT = re.compile(
    r"(?P<substitution>(?:жаңа\s+)?редакция(?:да|сында)(?:\s+жазыл(?:ды|ған))?)"
    r"|(?P<composition>құрам[а-яәіңғүұқөһ]*\s+өзгер(?:тіл)?ді"
    rf"|құрам(?:ға|ына)\s+{CHANGE}(?:{AND}{ADDITION})?\s+енгізілді)"
    rf"|(?P<amendment>(?:{CHANGE}|{ADDITION})(?:{AND}(?:{CHANGE}|{ADDITION}))?\s+енгізіл(?:ді|ген)"
    r"|өзгер(?:тіл)?(?:ді|ген)|ауыстырыл(?:ды|ған))"
    r"|(?P<insertion>толықтырыл(?:ды|ған))"
    r"|(?P<repeal>ал(?:ын)?ып\s*таста(?:л|лын)(?:ды|ған)"
    r"|күш(?:і|ін)\s+жой(?:ыл)?(?:ды|ған)(?:\s+деп\s+таныл(?:ды|ған))?)"
    r"|(?P<suspension>тоқтатыл(?:а\s+тұр|ды|ған)[а-яәіңғүұқөһ]*)"
    r"|(?P<force>қолданысқа\s+енгізіл(?:еді|ді))",
    re.IGNORECASE,
)
ONLY_ADDITION = re.compile(rf"{ADDITION}\s+енгізіл", re.IGNORECASE)
LONGEST_TARGET = 400

DATE = re.compile(DATE_START)
INSTRUMENT = re.compile(
    rf"\s*(?:(?:бірлескен|заң\s+күші\s+бар|нормативтік)\s+)*(?:{KIND_WORD.pattern}"
    rf"|(?:конституциялық\s+)?заң(?:дар)?ы[{LOWER}]*|кодексі[{LOWER}]*)",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*\((?P<inner>(?:[^()\n]|\([^()\n]*\)){3,500})\)")
# A bracket that nothing closes ends with the words that every effect ends with.
OPEN_BRACKET = re.compile(r"\s*\((?P<inner>[^()\n]{3,300}?(?:енгізіледі|қараңыз|енеді))")
BEFORE_NUMBER = re.compile(r"\s*\.?\s*")
LONGEST_NAME = 300
LONGEST_NUMBER = 24


@dataclass(slots=True)
class Acts:
    """The acts that a note names, up to where it ends."""

    stop: int
    by: list[NoteBy] = field(default_factory=list)
    readings: list[dict[str, str]] = field(default_factory=list)
    named: bool = False


def read_acts(text: str, start: int, stop: int) -> Acts:
    """Read ``<issuer> <date> № <number> (<effect>)``, once or in a list, from ``start``."""
    acts = Acts(start)
    position, pending = start, 0
    while True:
        number_stop = _one_act(text, position, stop, acts)
        if number_stop is None:
            return acts
        position, force = _effect(text, number_stop, stop)
        _give(acts, len(acts.by) - 1, force)
        instrument = INSTRUMENT.match(text, position, stop)
        if instrument:
            position, force = _effect(text, instrument.end(), stop)
            _give(acts, pending, force)
            pending, acts.named = len(acts.by), True
        acts.stop = position


# Before the first act stands its issuer behind a dash; between two, a comma and maybe an issuer.
NAME = rf"[^();:\d№«»\"]{{0,{LONGEST_NAME}}}?"
TO_FIRST = re.compile(rf"\s*[-:,]?{NAME}(?={DATE_START})")
TO_NEXT = re.compile(
    rf"\s*(?:[,;]|және|мен|пен)\s*(?:[{LOWER} ]{{5,60}}-\s*)?"
    rf"(?:[{UPPER}][^.;()\d№]{{2,200}}(?:м\.а\.\s*)?)?(?={DATE_START})"
)
ENDED = re.compile(r"(?<!м)(?<!а)\.\s|\n\s*\n(?![а-яәіңғүұқөһ])")


def _one_act(text: str, position: int, stop: int, acts: Acts) -> int | None:
    """Read one act's issuer, date and number; return where the number ends."""
    way = (TO_NEXT if acts.by else TO_FIRST).match(text, position, stop)
    date = date_at(text, way.end()) if way else None
    if not way or not date or ENDED.search(text, position, way.end()):
        return None
    space = BEFORE_NUMBER.match(text, date.stop, stop)
    number = NUMBER.match(text, space.end() if space else date.stop, stop)
    if number is None and not INSTRUMENT.match(text, date.stop, stop):
        return None
    issued = issuer.before(text, position, way.end())
    name = issued.name if issued else (acts.by[-1].issuer if acts.by else None)
    printed = number_of(number) if number else None
    acts.by.append(NoteBy(issuer=name, date=date.date, number=printed))
    if date.readings:
        acts.readings.append(_both_ways(text[date.start : date.stop], date.readings))
    return number.end() if number else date.stop


def _both_ways(printed: str, readings: tuple[str, ...]) -> dict[str, str]:
    """``2004.06.01.`` is 1 June in the official database, 6 January in other systems."""
    return {"text": printed.strip(), "yyyy.mm.dd": readings[0], "yyyy.dd.mm": readings[1]}


def _effect(text: str, position: int, stop: int) -> tuple[int, Force | None]:
    match = BRACKET.match(text, position, stop) or OPEN_BRACKET.match(text, position, stop)
    if match is None:
        return position, None
    found = forces.find(text, match.start("inner"), match.end("inner"))
    return match.end(), found[0] if found else None


def _give(acts: Acts, first: int, force: Force | None) -> None:
    """Give the effect to the acts from ``first`` on that have none of their own."""
    if force is None:
        return
    for place in range(first, len(acts.by)):
        act = acts.by[place]
        if act.force is None:
            # An amending act is signed on the date that the note prints.
            days = {"signing": act.date} if act.date else {}
            acts.by[place] = replace(act, force=forces.resolve(force, days))


WHOLE = {"кіріспе": "preamble_1", "тақырып": "title_1", "тақырыб": "title_1"}
WORD_TARGET = re.compile(r"\b(?P<whole>кіріспе|тақырып|тақырыб)[а-яәіңғүұқөһ]*", re.IGNORECASE)
ATTACHMENT = re.compile(r"қосымша(?:сы)?(?:ның|ға|на|ны|н|мен)?\s*(?:№\s*(?P<n>\d+))?", re.I)
DIGIT_OR_ORDINAL = re.compile(rf"№\s*\d|\d|[{LOWER}]+нш[іы]\s", re.IGNORECASE)
CARRIER = re.compile(
    r"(?P<name>(?:қағида(?:лар)?|ереже|нұсқаулық|жоспар|тізбе|құрам|стандарт(?:тар)?|регламент|жарғы"
    r"|бағдарлама|тәртіп|критерий(?:лер)?|әдістеме|тұжырымдама|шкала|құрылым|бланк|нысан|мәтін"
    r"|паспорт|кесте|норматив(?:тер)?|талап(?:тар)?|лимит(?:тер)?|матрица|атауы?))[а-яәіңғүұқөһ]*",
    re.IGNORECASE,
)
EXCEPT = re.compile(r"қоспағанда", re.IGNORECASE)


def targets(printed: str) -> tuple[Target, ...]:
    """Return every unit that a note names before its event: ``1-3-тармақтардың`` gives three.

    A rule book or plan named by a word (``Жоспарға``) is a ``carrier`` with an empty path; no
    words at all mean the whole act.
    """
    printed = " ".join(printed.split()).strip(" -,")
    if not printed:
        return (Target(),)
    carrier = CARRIER.search(printed)
    name = carrier["name"].capitalize() if carrier else None
    paths = _paths(printed) if not EXCEPT.search(printed) else ()
    return tuple(Target(path=path, text=printed, carrier=name) for path in paths or ((),))


def _paths(printed: str) -> tuple[Path, ...]:
    first = DIGIT_OR_ORDINAL.search(printed)
    chains = read_chains(printed, first.start()) if first else []
    if chains:
        return tuple(path for chain in chains for path in chain.paths)
    word = WORD_TARGET.search(printed)
    if word:
        return ((WHOLE[word["whole"].lower()],),)
    attachment = ATTACHMENT.match(printed)
    return ((f"att_{attachment['n'] or 1}",),) if attachment else ()


def _event_name(event: re.Match[str]) -> str:
    if ONLY_ADDITION.match(event.group()):
        return "insertion"
    return event.lastgroup or "amendment"


def _note(match: re.Match[str]) -> Reading | None:
    text, stop = match.string, match.endpos
    event = EVENT.search(text, match.end(), min(stop, match.end() + LONGEST_TARGET))
    if event is None:
        return None
    printed = text[match.end() : event.start()]
    acts = read_acts(text, event.end(), stop)
    if not acts.by:
        return _act_first(match) or _own_force(match, event)
    if event.lastgroup == "composition":
        printed = event.group().split()[0]
    reading = _reading(acts, targets(printed)[0], _event_name(event), text, stop)
    return {**reading, "start": match.start() - 1}


FULL_STOP = re.compile(r"\s?\.")


def _reading(acts: Acts, target: Target | None, event: str, text: str, stop: int) -> Reading:
    end = acts.stop
    full_stop = FULL_STOP.match(text, end, stop)
    return {
        "stop": full_stop.end() if full_stop else end,
        "target": target,
        "event": event,
        "by": tuple(acts.by),
        "readings": tuple(acts.readings),
    }


def _act_first(match: re.Match[str]) -> Reading | None:
    """``Ескерту. ҚР Үкіметінің 2002.07.25 № 913 қаулысымен 1-тармақ жаңа редакцияда``."""
    text, stop = match.string, match.endpos
    first = DATE.search(text, match.end(), min(stop, match.end() + LONGEST_NAME))
    issued = issuer.before(text, match.end(), first.start()) if first else None
    acts = read_acts(text, issued.start, stop) if issued else None
    if not issued or not acts or not acts.named:
        return None
    event = EVENT.search(text, acts.stop, min(stop, acts.stop + 120))
    if event is None or ENDED.search(text, acts.stop, event.start()):
        return None
    before = text[match.end() : issued.start]
    target = targets(before if before.strip() else text[acts.stop : event.start()])[0]
    acts.stop = event.end()
    reading = _reading(acts, target, _event_name(event), text, stop)
    return {**reading, "start": match.start() - 1}


OWN_POINT = re.compile(r"\s*-\s*осы\s+[а-яәіңғүұқөһ]+\s+\d+-тармағымен\.?", re.IGNORECASE)


def _own_force(match: re.Match[str], event: re.Match[str]) -> Reading | None:
    """``01.01.2025 бастап қолданысқа енгізіледі - осы қаулының 7-тармағымен``."""
    own = OWN_POINT.match(match.string, event.end(), match.endpos)
    if own is None or event.lastgroup != "force":
        return None
    found = forces.find(match.string, match.end(), event.end())
    by = NoteBy(issuer=None, date=None, number=None, force=found[0] if found else None)
    return {
        "start": match.start() - 1,
        "stop": own.end(),
        "target": Target(),
        "event": "force",
        "by": (by,),
    }


# `Күші жойылған … шешімдердің тізбесі` is a title: behind the event stands a dash or an issuer.
DASH_OR_ISSUER = re.compile(r"\s*(?:-|ҚР|Қазақстан\s+Республикасы)")
UNIT_NUMBER = re.compile(r"[\s*(]*(?:(?P<number>\d+(?:\s?-\s?\d+)*)\s?(?P<mark>[.)])-?)?[\s*(]*\Z")


def _in_place(match: re.Match[str]) -> Reading | None:
    """``7. Күші жойылды - …``: the note stands where the unit stood."""
    text, stop, begin = match.string, match.endpos, match.start() - 1
    line = max(text.rfind("\n", 0, begin), text.rfind("\t", 0, begin)) + 1
    # The unit's number may stand left of the span that the caller gave.
    unit = UNIT_NUMBER.match(text, line, begin) if begin - line < LONGEST_NUMBER else None
    event = EVENT.match(text, begin, stop)
    if unit is None or event is None or not DASH_OR_ISSUER.match(text, event.end(), stop):
        return None
    acts = read_acts(text, event.end(), stop)
    if not acts.by:
        return None
    number = unit["number"]
    part = "subpara" if unit["mark"] == ")" else "para"
    path = (f"{part}_{number.replace(' ', '')}",) if number else ()
    target = Target(path=path, text=number) if number else None
    reading = _reading(acts, target, _event_name(event), text, stop)
    start = unit.start("number") if number else begin
    return {**reading, "start": max(match.pos, start)}


def _record(**fields: Any) -> Note:
    """A note quotes no text of its own: its span does."""
    del fields["text"]
    return Note(**fields)


RULES = (
    Rule(
        "Note. <unit> <event> by <acts>",
        re.compile(r"скерту(?<=[Ее]скерту)\s?[.:]|СКЕРТУ(?<=ЕСКЕРТУ)\s?[.:]"),
        _note,
    ),
    Rule(
        "<number> <event> in place by <acts>",
        re.compile(
            r"үш(?<=[Кк]үш)(?:і|ін)\s+жой|л(?<=[Аа]л)(?:ын)?ып\s*таста|аңа(?<=[Жж]аңа)\s+редакцияда"
        ),
        _in_place,
    ),
)

NOTE = Grammar("note", _record, RULES)


ACT_ITSELF = re.compile(rf"(?:осы\s+)?{KIND_WORD.pattern}", re.IGNORECASE)


def find(text: str, start: int = 0, stop: int | None = None) -> list[Note]:
    """Return the editorial notes in ``text[start:stop]``; remarks of substance are none."""
    return NOTE.find(text, start, stop)


def repeals_whole_act(note: Note) -> bool:
    """Tell whether the note says that all lost force, no unit named and nothing excepted.

    In an attachment such a note speaks of the attachment: where it stands, the outline says.
    """
    target = note.target
    if note.event != "repeal" or target is None or target.path or target.carrier:
        return False
    return target.text is None or bool(ACT_ITSELF.fullmatch(target.text))
