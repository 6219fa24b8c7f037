"""The predicates that command a change in another act's wording, wherever they stand in a line.

Literal forms: ``мынадай редакцияда жазылсын``, ``деген сөздермен ауыстырылсын``, ``ауыстырылып,``
(the chain goes on), ``толықтырылсын``,
``қосылсын``, ``алып тасталсын`` (``алынып тасталсын`` to about 2014),
``күші жойылды деп танылсын``, ``күшін жойған деп саналсын``, ``деп оқылсын``, ``болып
өзгертілсін``, ``болып есептелсін``, ``тоқтатыла тұрсын``, ``құрамына енгізілсін``, ``құрамынан
шығарылсын``.

Left alone: ``толықтыру енгізілсін`` (the lead of a list of commands), ``редакциясы жарияланды``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Record):
    """A commanding predicate: ``kind`` of change, ``final`` unless a converb leads on."""

    text: str
    kind: str
    final: bool = True


FORM = r"(?P<form>с[ыі]н|[ыі]п)(?!\w)"
SUCH = r"(?:мынадай|төмендегі(?:дей)?|мына|келесі|осындай)"
EDITION = rf"(?:{SUCH}\s+)?(?:мазмұндағы\s+)?(?:жаңа\s+)?редакция(?:да|сында)"
WRITTEN = r"(?:жазыл|баяндал|мазмұндал|оқыл|беріл|қабылдан)"
LOST = r"жой(?:ыл(?:ды|ған)|ған|ды)\s+деп\s+(?:таныл|санал|есептел|жариялан)"
# `шығарылсын`, `енгізілсін` alone order work; they amend where a composition is spoken of.
COMPOSITION_NEAR = re.compile(r"\bқұрам(?:[ыі]на|[ыі]нан|ға|нан)\b", re.IGNORECASE)
CHANGES_BEFORE = re.compile(
    r"(?:өзгер(?:іс|ту)|толықтыру)(?:лер|лар|тер)?(?:і|ы)?\s*\Z", re.IGNORECASE
)


def _rule(name: str, kind: str, pattern: str) -> Rule:
    def read(match: re.Match[str]) -> Reading:
        return {"kind": kind, "final": not match["form"].lower().endswith("п")}

    return Rule(name, re.compile(pattern, re.IGNORECASE), read)


def _composed(name: str, kind: str, pattern: str) -> Rule:
    def read(match: re.Match[str]) -> Reading | None:
        before = match.string[match.pos : match.start()]
        if CHANGES_BEFORE.search(before) or not COMPOSITION_NEAR.search(before):
            return None
        return {"kind": kind, "final": not match["form"].lower().endswith("п")}

    return Rule(name, re.compile(pattern, re.IGNORECASE), read)


RULES = (
    _rule("is written in a new edition", "substitute", rf"\b{EDITION}\s*{WRITTEN}{FORM}"),
    _rule("is replaced", "replace", rf"\b(?:деп\s+)?(?:ауыстырыл|алмастырыл){FORM}"),
    _rule("is read as", "replace", rf"\bдеп\s+оқыл{FORM}"),
    _rule("is supplemented", "supplement", rf"\bтолықтырыл{FORM}"),
    _rule("is added", "add", rf"\bқосыл{FORM}"),
    _rule(
        "is struck out",
        "delete",
        rf"\b(?:ал(?:ын)?[ыі]п|шығарып|сызып)\s*тастал(?:ын)?{FORM}",
    ),
    _rule("loses force", "repeal", rf"\b(?:өз\s+)?күш(?:і|ін|тері)\s*(?:{LOST}|жойыл|жой){FORM}"),
    _rule(
        "is called otherwise",
        "rename",
        rf"\b(?:(?:болып|деп)\s+(?:қайта\s+)?|қайта\s+)(?:атал|өзгертіл){FORM}",
    ),
    _rule("is counted as", "renumber", rf"\b(?:болып|деп)\s+(?:есептел|санал){FORM}"),
    _rule("is suspended", "suspend", r"\bтоқтат(?:ыла|ып|а)\s+тұр(?:ыл)?(?P<form>сын|ып)(?!\w)"),
    _composed("is put in", "include", rf"\bенгізіл{FORM}"),
    _composed("is taken out", "exclude", rf"\bшығарыл{FORM}"),
)

# Every commanding form ends so; most lines of an act hold none.
ANCHOR = re.compile(r"[лнйр](?:с[ыі]н|[ыі]п)(?!\w)", re.IGNORECASE)
COMMAND = Grammar("command", Command, RULES, ANCHOR)
