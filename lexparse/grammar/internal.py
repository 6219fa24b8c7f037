"""Citations of the act's own units: of the act, of its attachment, or of the unit at hand.

Literal forms: ``осы қаулының 1-тармағы``, ``осы Қағидалардың 5-тармағының 2), 3) 4)
тармақшаларында``, ``осы тармақтың 1) және 2) тармақшаларында``, ``осы бұйрыққа 1-қосымшаға``,
``осы шешімнің 1, 2 қосымшаларына``, ``осы Жарлыққа қосымшаға``, ``Қағидалардың 3-қосымшасына``,
``2-қосымшаға сәйкес``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.grammar.unit import read_chains
from lexparse.kazakh.letters import LOWER
from lexparse.records import Record

Carrier = Literal["act", "attachment", "unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalReference(Record):
    """A citation inside the act: ``provisions`` are eId paths below what ``carrier`` says.

    ``act``: from the act itself; ``attachment``: from the rules, plan or list in which the words
    stand (``name`` as printed); ``unit``: from the enclosing unit of the kind in ``name``.
    """

    text: str
    carrier: Carrier
    name: str | None = None
    provisions: tuple[str, ...] = ()


ACT = r"[қк]аулы|бұйры[қғк]|шешім|жарлы[қғ]|өкім(?!ет)|заң|кодекс"
ATTACHMENT = (
    r"[қк]а[ғг]ида|ереже|нұсқаулы[қғ]|тәртіп|тәртіб|тізбе|жоспар|стандарт|регламент|әдістеме"
    r"|бағдарлама|талап|үлгі|жарғы|нысан|тұжырымдама|хаттама"
)
UNIT = r"тарма[қғ](?:ша)?|бап|баб|бөлік|бөліг|бөлім|тарау|параграф"
# Genitive (`қаулының 1-тармағы`) or dative (`бұйрыққа 1-қосымша`).
CASE = r"(?:лар|лер|дар|дер|тар|тер)?(?:[ндт][ыі][ңн]|[ғгқк][ае])"
OWN = re.compile(
    rf"(?P<act>(?:{ACT}){CASE})|(?P<attachment>(?:{ATTACHMENT}){CASE})|(?P<unit>(?:{UNIT}){CASE})",
    re.IGNORECASE,
)
BARE_ATTACHMENT = re.compile(
    rf"\s*[қҚ][оО][сС][ыЫ][мМ][шШ][аА](?:сы)?(?:ның|ға|на|да|сында|мен)(?![{LOWER}])"
)


def _provisions(text: str, position: int, stop: int) -> tuple[tuple[str, ...], int] | None:
    """Return the eId paths named at ``position`` and where they end."""
    chains = read_chains(text, position, stop)
    if chains:
        paths = tuple("__".join(path) for chain in chains for path in chain.paths)
        return paths, chains[-1].stop
    bare = BARE_ATTACHMENT.match(text, position, stop)
    return (("att_1",), bare.end()) if bare else None


def _own(match: re.Match[str]) -> Reading | None:
    text, stop = match.string, match.endpos
    carrier = OWN.match(text, match.end(), stop)
    found = carrier and _provisions(text, _skip(text, carrier.end()), stop)
    if not carrier or not found:
        return None
    kind = carrier.lastgroup
    return {
        "start": match.start() - 1,
        "stop": found[1],
        "carrier": kind,
        "name": carrier.group(),
        "provisions": found[0],
    }


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \n":
        position += 1
    return position


def _alias(match: re.Match[str]) -> Reading | None:
    """``Қағидалардың 3-қосымшасына``: the short name of the rules at hand, without осы."""
    found = _provisions(match.string, _skip(match.string, match.end()), match.endpos)
    if not found:
        return None
    name = match.group().rstrip()
    return {"stop": found[1], "carrier": "attachment", "name": name, "provisions": found[0]}


NUMBER_BEFORE = re.compile(r"(?<![\d-])(?P<number>\d{1,3}(?:-\d+)?)\s?-?\s?\Z")


def _attachment(match: re.Match[str]) -> Reading | None:
    start = match.start() - 1
    number = NUMBER_BEFORE.search(match.string, max(match.pos, start - 9), start)
    return {
        "start": number.start() if number else start,
        "carrier": "act",
        "provisions": (f"att_{number['number'] if number else 1}",),
    }


RULES = (
    Rule("<this act's> <units>", re.compile(rf"сы(?<=[Оо]сы)(?<![{LOWER}]осы)\s+(?=\w)"), _own),
    Rule(
        "<the rules'> <units>",
        re.compile(
            r"(?:Қағидалар|Ереже|Нұсқаулық|Тәртіп|Регламент|Стандарт|Әдістеме)"
            rf"(?:[ндт][ыі]ң|[ғгқк][ае])\s+(?=\d|[№қ]|[{LOWER}]+(?:нші|ншы)\s)"
        ),
        _alias,
    ),
    Rule(
        "<n> attachment",
        re.compile(r"осымша(?<=[қҚ]осымша)(?:лар)?(?:сы)?(?:ға|на)(?=\s+(?:сәйкес|сай))"),
        _attachment,
    ),
)

INTERNAL = Grammar("internal", InternalReference, RULES)
