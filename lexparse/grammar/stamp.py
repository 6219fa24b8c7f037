"""An act's identity as stamps and requisite lines print it, blanks to be filled in included.

Literal forms: ``2022 жылғы 29 сәуірдегі№ 274 қаулысымен``, ``15.05.2000 ж. №1-255р өкіміне``,
``2018 жылғы «___» қыркүйектегі № ___ бұйрығына``, ``2022 жылғы « » № қаулысымен``,
``№ 93 және … министрінің 2010 жылғы 18 ақпандағы № 50 Бірлескен бұйрығына``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar import issuer
from lexparse.grammar.identity import (
    BLANK_DATE,
    BLANK_NUMBER,
    DATE_START,
    KIND_WORD,
    NUMBER,
    act_id,
    date_at,
    kind_of,
    number_of,
)
from lexparse.kazakh.letters import UPPER
from lexparse.records import Reference

SPACE = re.compile(r"\s*\.?\s*")
JOINT = re.compile(r"\s*(?:(?:бірлескен|қбү)\s+)?", re.IGNORECASE)
AND_ANOTHER = re.compile(
    rf"\s*(?:және|,)\s*(?P<issuer>[{UPPER}][^.;()\d№]{{3,220}}?)\s*(?={DATE_START})"
)


@dataclass(slots=True)
class PrintedAct:
    """An act's identity as a stamp prints it, and where it ends."""

    stop: int
    date: str | None = None
    number: str | None = None
    kind: str | None = None
    case: str = ""
    jointly: Reference | None = None


def read_act(text: str, start: int, stop: int) -> PrintedAct | None:
    """Read date, number and kind word from ``start``, blanks included."""
    date = date_at(text, start)
    blank = None if date else BLANK_DATE.match(text, start, stop)
    if not date and not blank:
        return None
    found = PrintedAct(date.stop if date else (blank.end() if blank else start))
    found.date = date.date if date else None
    _number(text, stop, found)
    if not _joint(text, stop, found):
        _kind(text, stop, found)
    return found


def _joint(text: str, stop: int, found: PrintedAct) -> bool:
    """``… № 93 және … министрінің 2010 жылғы 18 ақпандағы № 50 Бірлескен бұйрығына``."""
    joint = AND_ANOTHER.match(text, found.stop, stop)
    second = read_act(text, joint.end(), stop) if joint else None
    if not joint or not second or not second.kind:
        return False
    name = issuer.nominative(joint["issuer"])
    found.jointly = Reference(
        start=joint.start("issuer"),
        stop=second.stop,
        text=text[joint.start("issuer") : second.stop],
        kind=second.kind,
        issuer=name,
        date=second.date,
        number=second.number,
        id=act_id(second.kind, name, second.date, second.number),
    )
    found.kind, found.case, found.stop = second.kind, second.case, second.stop
    return True


def _number(text: str, stop: int, found: PrintedAct) -> None:
    space = SPACE.match(text, found.stop, stop)
    place = space.end() if space else found.stop
    number = NUMBER.match(text, place, stop)
    blank = None if number else BLANK_NUMBER.match(text, place, stop)
    if number:
        found.number, found.stop = number_of(number), number.end()
    elif blank:
        found.stop = blank.end()


def _kind(text: str, stop: int, found: PrintedAct) -> None:
    joint = JOINT.match(text, found.stop, stop)
    kind = KIND_WORD.match(text, joint.end() if joint else found.stop, stop)
    if kind:
        found.kind, found.case, found.stop = kind_of(kind), kind["case"].lower(), kind.end()
