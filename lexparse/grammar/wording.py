"""The words of a sentence as the search for a body sees them: heads, cases, and what ends a phrase.

A body's name may hold oblique words if something governs them (``Су тасқынына қарсы``, ``ауа
райын зерттеу жөніндегі орталық``, ``Президентіне бағынатын органдар``); a free one ends it
(``Кадрларды``, ``заңнамада``). Clauses such as ``… мақсатында``, ``… сәйкес``, ``… нәтижелері
бойынша`` stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lexparse.grammar.entry import AGREEMENT, BRACKET, PERSON_NAMED, SLASHES
from lexparse.kazakh.morphology import Analysis, analyse
from lexparse.organs.naming import Head, head, listed

OBLIQUE = frozenset({"Dat", "Acc", "Loc", "Abl", "Ins"})
# Ends of an adverbial clause: the subject stands behind it.
BREAKERS = listed(
    """сәйкес мақсатында мақсатымен мақсаттарында мақсатта байланысты негізінде бастап дейін
    кейін соң сайын орай қарамастан жағдайда жағдайларда кезінде кезде кезеңде
    барысында шеңберінде ішінде арқылы мерзімде мерзімінде мерзім тәртіппен тәртіпте отырып
    үшін ретінде аралығында шегінде бойы нәтижесінде күннен күнінен сәттен жылы жылдары
    бірлесіп бірлесе тиісінше дереу міндетті жөнінде жолымен онда"""
)
# They take an oblique word before them into the name, of one case only.
TAKES = dict.fromkeys(
    listed("қарсы жауапты қатысты тиесілі бағынышты бағыныстағы қарасты бейім тән дейінгі"), "Dat"
) | {"бар": "Loc"}
# Before `бойынша` they open a clause; a place or a matter before it is a part of the name.
OCCASIONS = listed(
    """нәтиже қорытынды нысан тәртіп негіз өтініш ұсыныс тапсырма шешім факт келісім талап сұрау
    хабарлама қаулы бұйрық жарлық шарт"""
)
# Bodies that are named by the work they are there for: `X жүргізу бойынша комиссия`.
NAMED_BY_MATTER = listed(
    "комиссия штаб топ кеңес бюро офис комитет департамент басқарма бөлім бөлімше орталық инспекция"
)
CLASS = re.compile(r"(?:облыс|қала|аудан|ауыл|кент|округ|өңір)(?:[ылнысеіңдағ]|$)")
# They govern a nominative, so the body before them acts not.
BEHIND_A_BODY = listed(
    """арқылы туралы үшін бойынша жөнінде жанынан арасында атынан тарапынан ретінде болып деп
    деген деңгейінде базасында негізінде құрамында аумағында шегінде есебінен атына"""
)
# `адамдардың ішінен`: out of whom, so the body behind it is not the first word of its name.
AMONG = frozenset({"ішінен", "арасынан", "қатарынан", "санынан"})
# No name holds one of these; what does is a clause.
OF_A_CLAUSE = AMONG | {"олар", "оларды", "олардың", "оларға", "оның", "оны", "оған"}
DEMONSTRATIVES = frozenset({"осы", "бұл", "сол", "мына", "мынадай", "өз", "өзінің", "олар", "ол"})
# Things of a body: `Комиссия отырысы`, `Үкіметі шешімі` are not the body.
BELONGINGS = listed(
    """мүше отырыс шешім құрам өкіл қызмет жұмыс қорытынды хаттама тізілім атау ғимарат мөр
    бланк қаражат бюджет резерв жарғы ереже регламент теңгерім меншік ресурс сайт портал
    қаулы бұйрық жарлық өкім штат құрылым лауазым аттестат қызметші"""
)

# What stands between a subject and its verb and is no object: deadlines, manner, and the first
# word of a verb of two (`қамтамасыз етсін`).
TIMES = listed(
    """жыл ай күн апта тоқсан сағат мерзім онкүндік қаңтар ақпан наурыз сәуір мамыр маусым шілде
    тамыз қыркүйек қазан қараша желтоқсан"""
)
LIGHT = listed(
    """қамтамасыз жүзеге іске қолға назарға бақылауға жылғы айлық күндік белгіленген заңнамада
    тікелей тұрақты"""
)
# With these verbs a dative tells what the subject is a part of: `құрамына … органдар кіреді`.
BELONGS = listed("кіру жату ену болу айналу теңелу тең")

TOKEN = re.compile(
    rf"(?P<bracket>{BRACKET}|{SLASHES})|(?P<quoted>«[^»]*»|\"[^\"]*\")|(?P<person>{PERSON_NAMED})"
    rf"|(?P<agreement>{AGREEMENT})|(?P<join>\b(?:және|мен|пен|бен)\b)"
    r"|(?P<word>[^\W_]+(?:-[^\W_]+)*)|(?P<mark>[,:;.-])"
)
LEGAL_FORM = re.compile(r"[А-ЯӘІҢҒҮҰҚӨҺ]{2,6}(?:-[а-яәіңғүұқөһ]+)?")


class Token(NamedTuple):
    """A word, a bracket, a quoted name, a person or a mark with its offsets."""

    start: int
    stop: int
    kind: str
    text: str


def tokens(text: str, start: int, stop: int) -> Iterator[Token]:
    """Yield the tokens of ``text[start:stop]``."""
    for match in TOKEN.finditer(text, start, stop):
        yield Token(match.start(), match.end(), match.lastgroup or "", match.group())


class Tokens:
    """The tokens of a sentence, read as far as they are asked for."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self._rest = tokens(text, start, stop)
        self._read: list[Token] = []

    def at(self, place: int) -> Token | None:
        """Return the token at ``place``, or ``None`` behind the last one."""
        while len(self._read) <= place:
            token = next(self._rest, None)
            if token is None:
                return None
            self._read.append(token)
        return self._read[place]

    def __getitem__(self, place: int) -> Token:
        """Return a token that was asked for before."""
        return self._read[place]

    def behind(self, place: int, count: int) -> Iterator[tuple[int, Token]]:
        """Yield up to ``count`` tokens behind ``place`` with their places."""
        for at in range(place + 1, place + 1 + count):
            token = self.at(at)
            if token is None:
                return
            yield at, token


class Word(NamedTuple):
    """How a word counts in the search: its reading, its head noun and what it does to a phrase."""

    read: Analysis
    head: Head | None
    case: str | None
    part: str


@lru_cache(maxsize=16384)
def word(text: str) -> Word:
    """Read one word. ``part`` is ``breaks``, ``governs``, a case, ``ends``, ``free`` or ``plain``.

    ``free`` words are oblique and need one that ``governs`` them before the name's head, or
    one that takes their case.
    """
    small = text.lower()
    noun = head(text)
    read = analyse(text)
    if noun:
        return Word(read, noun, noun.case, "plain")
    if small in BREAKERS:
        return Word(read, None, None, "breaks")
    if small in TAKES:
        return Word(read, None, None, TAKES[small])
    return Word(read, None, read.case, _part(read, small))


def _part(read: Analysis, small: str) -> str:
    if small == "істер":  # affairs, as in `Ішкі істер органдары`; no participle
        return "plain"
    if read.verb_form == "Fin" or read.mood == "Imp":
        return "ends"
    if read.verb_form in ("Conv", "Cond"):
        return "breaks"
    if _governs(read, small):
        return "governs"
    if read.attributive:
        return "plain"
    demonstrative = small in DEMONSTRATIVES or small.isdigit()
    return "free" if demonstrative or small in AMONG or read.case in OBLIQUE else "plain"


def _governs(read: Analysis, small: str) -> bool:
    """Tell whether a verbal word takes the oblique words before it: ``ауа райын зерттеу``."""
    if read.case not in (None, "Nom"):
        return False
    verbal = small.endswith(("у", "ю")) and len(small) > 4
    return read.verb_form in ("Part", "Inf") or verbal
