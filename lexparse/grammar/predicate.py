"""What a sentence does, told by the predicate that closes it.

Literal forms: ``… қамтамасыз етсін`` (an order to its subject), ``… жүктелсін`` (laid on the
dative), ``… бекітілсін`` (the act does it itself), ``… жазылсын`` (amends), ``… күші жойылды деп
танылсын`` (repeals), ``… қолданысқа енгізіледі`` (force), ``… орындалуын бақылау … жүктелсін``
(control), ``… ұсынады`` (a standing duty), ``… ұсынуға тиіс``, ``… құқылы``, ``… болып табылады``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar.rule import Grammar, Reading, Rule

# The predicate closes its sentence: only marks, a bracket or a note sign may follow.
END = r"(?:\s*\([^()]{0,200}\))?[\s.;:,!»\"”)*<>]*\Z"
# A sentence is read from its end; no predicate with its object is longer than this.
REACH = 600

IMPERATIVE = r"\b(?P<stem>\w+)(?:сын|сін|сынлар|сіндер)"
# Roots whose passive order the act itself carries out: nobody is told to work.
PERFORMED_ROOTS = frozenset(
    """бекіт құр тарат тағайында босат белгіле айқында жарияла таны есепте сана
    қос бер сақта қой са сал рұқсатет келіс жатқыз өзгерт ата көшір қабылда мақұлда
    наградта марапатта енгіз шығар ал қалдыр ұзарт аудар бөл көзде теңестір тоқтат бекітіп
    қайтақұр қолдан тыйымса жой айыр""".split()
)
# With these the verbs of handing over ask for work: `шаралар қабылдансын`, `ақпарат … берілсін`;
# `өкілеттіктер берілсін` is done by the act.
HANDED_ROOTS = frozenset("бер қабылда ал енгіз қой шығар сал".split())
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
# The ending that looks passive belongs to the stem: алсын, пайдалансын, қолдансын.
ACTIVE_STEMS = frozenset(
    """ал сал қал бол кел біл қатыс қолдан пайдалан айналыс тоқтал үйрен хабарлас таныс шоғырлан
    қатынас басшылан дайындал жұмыл оқал бөл қамдан ұйымдас""".split()
)
PASSIVE_ENDING = re.compile(r"(?:ыл|іл|ын|ін|л|н)$")
PASSIVE_PRESENT = r"\w+(?:ыл|іл|ын|ін|[аеәйиуү]л|[лаеи]н)(?:ады|еді)"
PRESENT = r"\w+(?:йды|йді|ады|еді)"


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
        asked = imperative_kind(match.string[match.pos : match.start()], match["stem"].lower())
        return {"kind": kind} if asked == kind else None

    return Rule(name, re.compile(IMPERATIVE + END, re.IGNORECASE), read)


def imperative_kind(before: str, stem: str) -> str:
    """Return ``order``, ``passive_order`` or ``performed`` for an imperative in -сын, -сін.

    ``before`` is the sentence up to the verb, ``stem`` the verb without its ending.
    """
    if stem in ACTIVE_STEMS or stem[-1:] not in "лн":
        return "order"
    if PERFORMED_BEFORE.search(before):
        return "performed"
    root = PASSIVE_ENDING.sub("", stem)
    if root in HANDED_ROOTS and _is_work(before):
        return "passive_order"
    return "performed" if root in PERFORMED_ROOTS else "passive_order"


def _is_work(before: str) -> bool:
    handed = WORK_SUBJECT.search(before) and not GRANTED.search(before)
    return bool(WORK_OBJECT.search(before) or handed)


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
            r"|(?:алып|алынып)\s+таста\w*сын|тоқтатыла\s+тұрсын|құрам\w+[^.;]{0,160}"
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
        _rule("something is done", "passive_present", PASSIVE_PRESENT),
        _rule("someone does", "present", PRESENT),
    ),
)


def closing_predicate(text: str, start: int, stop: int) -> Predicate | None:
    """Return the predicate that closes ``text[start:stop]``, or ``None``."""
    found = PREDICATE.find(text, max(start, stop - REACH), stop)
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
