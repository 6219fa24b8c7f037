"""What a sentence does, told by the predicate that closes it.

Literal forms: ``… қамтамасыз етсін`` (an order to its subject), ``… жүктелсін`` (laid on the
dative), ``… бекітілсін`` (the act does it itself), ``… жазылсын`` (amends), ``… күші жойылды деп
танылсын`` (repeals), ``… қолданысқа енгізіледі`` (force), ``… орындалуын бақылау … жүктелсін``
(control), ``… ұсынады`` (a standing duty), ``… ұсынуға тиіс``, ``… құқылы``, ``… болып табылады``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.kazakh.morphology import analyse

# The predicate closes its sentence: only marks, a bracket or a note sign may follow.
MARKS = '.;:,!»"”)*<>'
END = r"(?:\s*\([^()]{0,200}\))?[\s.;:,!»\"”)*<>]*\Z"
# A sentence is read from its end, in characters: a verb with its object is near; the words that
# make a clause one of control, force or amendment may stand far before their verb.
NEAR, FAR = 120, 600
FAR_CUE = re.compile(
    r"бақыла|өзгеріс|өзгерту|толықтыр|құрам|қолданысқа|күші|ақпарат|есеп|мәлімет|қорытынды"
    r"|ұсыныс|қаражат",
    re.IGNORECASE,
)

IMPERATIVE = r"\b\w+(?:сын|сін|сынлар|сіндер)"
# Verbs (as lemmas) whose passive order the act itself carries out: nobody is told to work.
PERFORMED = frozenset(
    "бекіту құру тарату тағайындау босату белгілеу айқындау жариялау тану есептеу санау қосу беру "
    "сақтау қою салу жатқызу өзгерту атау көшіру қабылдау мақұлдау наградтау марапаттау енгізу "
    "шығару алу қалдыру ұзарту аудару бөлу көздеу теңестіру тоқтату жою айыру".split()
)
# With these the verbs of handing over ask for work: `шаралар қабылдансын`, `ақпарат … берілсін`;
# `өкілеттіктер берілсін` is done by the act.
HANDED = frozenset("беру қабылдау алу енгізу қою шығару салу ұсыну".split())
WORK_OBJECT = re.compile(
    r"\b(?:шаралар(?:ы)?|ұсыныс(?:тар)?|есеп(?:тер)?|ақпарат(?:тар)?|мәлімет(?:тер)?|жәрдем"
    r"|қорытынды(?:лар)?|бақылауға|назарға|қолға|басшылыққа)\s+$",
    re.IGNORECASE,
)
WORK_SUBJECT = re.compile(
    r"\b(?:ақпарат|есеп|мәлімет(?:тер)?|қорытынды|ұсыныстар)\s[^.;]{0,250}$", re.IGNORECASE
)
GRANTED = re.compile(
    r"\b(?:өкілеттік|функция|құқық|рұқсат|қаражат|мәртебе|атақ|жеңілдік)\w*\s+$", re.IGNORECASE
)
# What the act itself does to bodies, or pays for: `қайта ұйымдастырылсын`, `… шегінде жүзеге
# асырылсын`.
PERFORMED_BEFORE = re.compile(
    r"\bқайта\s+$|\bқаражат\w*\s[^.;]{0,80}(?:шегінде|есебінен)\s+(?:жүзеге\s+)?$", re.IGNORECASE
)
# What is handed in to a body is work: `жобалар … Үкіметке енгізілсін`; what is put into an act or
# a list is done by the act.
HANDED_IN = re.compile(
    r"\b(?:Үкімет|[Пп]резидент|Парламент|Мәжіліс|[Мм]инистрлі|[Кк]омисси|[Аа]ппарат|[Әә]кімші|[Кк]еңсе"
    r"|[Әә]кімді|[Оо]рган)\w*(?:ға|ге|қа|ке|на|не)\s[^.;]{0,160}$"
)
# The ending that looks passive belongs to the stem, though a shorter verb has it too.
OWN_ENDING = frozenset("түсінсін қорғансын қолдансын пайдалансын бөлсін".split())
PRESENT = r"\b\w+(?:йды|йді|ады|еді|яды)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The closing predicate of a sentence.

    ``kind``: ``order`` (active imperative), ``assignment`` (laid on a dative), ``control``,
    ``passive_order`` (work without an addressee), ``performed`` (done by the act itself),
    ``amendment``, ``repeal``, ``force``, ``necessity``, ``permission``, ``statement``,
    ``present`` (active), ``passive_present``.
    """

    start: int
    stop: int
    rule: str
    text: str
    kind: str


def _rule(name: str, kind: str, pattern: str) -> Rule:
    return Rule(name, re.compile(pattern + END, re.IGNORECASE), lambda _: {"kind": kind})


def _imperative(name: str, kind: str) -> Rule:
    def read(match: re.Match[str]) -> Reading | None:
        verb = match.group().split()[0].rstrip(MARKS)
        asked = imperative_kind(match.string[match.pos : match.start()], verb)
        return {"kind": kind} if asked == kind else None

    return Rule(name, re.compile(IMPERATIVE + END, re.IGNORECASE), read)


def _present(name: str, kind: str) -> Rule:
    def read(match: re.Match[str]) -> Reading | None:
        verb = match.group().split()[0].rstrip(MARKS)
        passive = analyse(verb.lower()).voice == "Pass"
        return {"kind": kind} if passive == (kind == "passive_present") else None

    return Rule(name, re.compile(PRESENT + END, re.IGNORECASE), read)


def imperative_kind(before: str, verb: str) -> str:
    """Return ``order``, ``passive_order`` or ``performed`` for an imperative in -сын, -сін.

    ``before`` is the sentence up to ``verb``.
    """
    read = analyse(verb.lower())
    if verb.lower() in OWN_ENDING or read.voice != "Pass":
        return "order"
    if PERFORMED_BEFORE.search(before):
        return "performed"
    if read.lemma in HANDED and _is_work(before, read.lemma):
        return "passive_order"
    return "performed" if read.lemma in PERFORMED else "passive_order"


def _is_work(before: str, lemma: str) -> bool:
    handed = WORK_SUBJECT.search(before) and not GRANTED.search(before)
    handed_in = lemma in {"енгізу", "ұсыну"} and HANDED_IN.search(before)
    return bool(WORK_OBJECT.search(before) or handed or handed_in)


PREDICATE = Grammar(
    "predicate",
    Predicate,
    (
        _rule(
            "the act comes into force",
            "force",
            r"(?:қолданысқа\s+енгіз\w+(?:ді|ды)|күшіне\s+(?:ене|енгізіле|кіре)ді"
            r"|қолданылады\s+және\s+ресми\s+жариялануға\s+жатады"
            r"|(?:қолданысқа\s+енгізіледі|күшіне\s+енеді)\s*(?:және|,)[^.;]{0,160})",
        ),
        _rule(
            "changes are made in an act",
            "amendment",
            r"(?:(?:өзгеріс|толықтыру|өзгерту)[^.;]{0,80}\s+енгізілсін|редакцияда\s+\w*сын"
            r"|(?:жазыл|толықтырыл|ауыстырыл|оқыл|өзгертіл|аталсын|атал)(?:сын|сін)?(?<=[ыі]н)"
            r"|(?:алып|алынып)\s+таста\w*сын|тоқтат(?:ыла|а)\s+тұр(?:ыл)?сын|құрам\w+[^.;]{0,160}"
            r"(?:енгізіл|шығарыл)сін|құрам\w+[^.;]{0,160}шығарылсын)",
        ),
        _rule(
            "an act is repealed",
            "repeal",
            r"күш\w+\s+(?:жойыл\w*|жойған|жойсын)(?:\s+деп\s+\w+сын)?",
        ),
        _rule(
            "control of execution is laid on someone",
            "control",
            r"(?:орында|атқар|іске\s+асыр|жүзеге\s+асыр)\w*[^;]{0,60}?бақыла[^;]{0,400}?"
            r"(?:жүктелсін|тапсырылсын|қалдырам\w+|аламын|алынсын|жүктеймін|жүзеге\s+асырсын)",
        ),
        _rule(
            "something is laid on someone",
            "assignment",
            r"(?:жүктел|тапсырыл|міндеттел|ұсыныл|ұсыныс\s+жасал|ұсыным\s+беріл)(?:сын|сін)",
        ),
        _imperative("the act does it itself", "performed"),
        _imperative("work is ordered of nobody by name", "passive_order"),
        _imperative("someone shall act", "order"),
        _rule("someone must", "necessity", r"(?:тиіс|міндетті|қажет)(?:\s+(?:болады|етіледі))?"),
        _rule(
            "someone may",
            "permission",
            r"(?:құқылы|құқығы\s+бар|мүмкін|мүмкіндігі\s+бар|жол\s+беріл(?:еді|мейді)"
            r"|рұқсат\s+етіл(?:еді|мейді)|тыйым\s+салынады|\w+[уы](?:ға|ге)\s+болады|ерікті)",
        ),
        _rule(
            "something is stated",
            "statement",
            r"(?:(?:болып\s+)?табылады|деп\s+\w+лады|деп\s+\w+леді|болып\s+\w+лады|саналады"
            r"|түсініледі|білдіреді|тұрады|жатады|жатпайды|сәйкес\s+келеді|қамтылады|бар|жоқ"
            r"|емес|болады|болмайды|көрсетіледі|айқындалады|белгіленеді|қолданылмайды)",
        ),
        _present("something is done", "passive_present"),
        _present("someone does", "present"),
    ),
)


@lru_cache(maxsize=64)
def closing_predicate(text: str, start: int, stop: int) -> Predicate | None:
    """Return the predicate that closes ``text[start:stop]``, or ``None``."""
    far = ")" in text[stop - 4 : stop] or FAR_CUE.search(text, max(start, stop - FAR), stop)
    reach = FAR if far else NEAR
    found = PREDICATE.find(text, max(start, stop - reach), stop)
    return found[-1] if found else None


SENTENCE_BREAK = re.compile(r"(?<=[а-яәіңғүұқөһ)»\"]{2})\.\s+(?=[А-ЯӘІҢҒҮҰҚӨҺ«\"])")


def sentences(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Split ``text[start:stop]`` at full stops that end a sentence.

    A stop behind an initial, a number or a short word (``ж.``, ``т.б.``) does not end one.
    """
    found: list[tuple[int, int]] = []
    first = start
    for match in SENTENCE_BREAK.finditer(text, start, stop):
        found.append((first, match.start() + 1))
        first = match.end()
    found.append((first, stop))
    return [(a, b) for a, b in found if text[a:b].strip()]
