"""Citations of laws, codes and the Constitution.

Literal forms: ``«T» Қазақстан Республикасының 2016 жылғы 6 сәуірдегі Заңы``; ``«T» 1995 жылғы 26
желтоқсандағы Қазақстан Республикасы Конституциялық заңының 17-1-бабы``; ``Қазақстан
Республикасының «T» Заңының 33-бабы``; ``«T», «T» және «T» Қазақстан Республикасының заңдарына``;
``2008 жылғы 4 желтоқсандағы Бюджет кодексінің 69-бабына``; ``«T» Қазақстан Республикасы
Кодексінің (Салық кодексі) 15-бабы``; ``Конституциясының 40-бабы``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar.identity import CASE, DATE_START, NUMBER, date_at, number_of
from lexparse.grammar.quotation import title_after, title_before
from lexparse.grammar.rule import Reading, Rule
from lexparse.grammar.unit import read_chain
from lexparse.kazakh.letters import LETTER, LOWER, UPPER

STATE_BEFORE = re.compile(r"(?:Қазақстан\s*Республикасы(?:ның)?|\bҚР)\s*\Z")
CONSTITUTIONAL = re.compile(r"[Кк]онституциялық\s*\Z")
NUMBER_BEFORE = re.compile(rf"{NUMBER.pattern}\s*\Z")
DATE = re.compile(DATE_START)
UNQUOTED = re.compile(
    r"(?:Қазақстан\s*Республикасы(?:ның)?|ҚР) +"
    rf"(?P<title>[{UPPER}][{LETTER}, -]{{3,180}}? туралы)\s*\Z"
)


@dataclass(slots=True)
class Front:
    """What stands before the word Заң or кодекс."""

    start: int
    title: str | None = None
    date: str | None = None
    number: str | None = None


def read_front(text: str, floor: int, word_start: int, *, titled: bool = True) -> Front:
    """Read title, date, number and state leftwards from the word, in any order."""
    front = Front(word_start)
    for _ in range(6):
        if not _take(text, floor, front, titled):
            break
    return front


def _take(text: str, floor: int, front: Front, titled: bool) -> bool:
    window = max(floor, front.start - 60)
    for pattern in (CONSTITUTIONAL, STATE_BEFORE):
        match = pattern.search(text, window, front.start)
        if match:
            front.start = match.start()
            return True
    return (
        _take_date(text, window, front)
        or _take_number(text, window, front)
        or (titled and _take_title(text, floor, front))
    )


def _take_date(text: str, window: int, front: Front) -> bool:
    if front.date:
        return False
    for match in DATE.finditer(text, window, front.start):
        date = date_at(text, match.start())
        if date and not text[date.stop : front.start].strip():
            front.start, front.date = match.start(), date.date
            return True
    return False


def _take_number(text: str, window: int, front: Front) -> bool:
    match = NUMBER_BEFORE.search(text, window, front.start)
    if front.number or match is None:
        return False
    front.start, front.number = match.start(), number_of(match)
    return True


def _take_title(text: str, floor: int, front: Front) -> bool:
    if front.title:
        return False
    title = title_before(text, floor, front.start)
    if title:
        front.start, front.title = title.start, title.text
        return True
    loose = UNQUOTED.search(text, max(floor, front.start - 240), front.start)
    if loose is None:
        return False
    front.start, front.title = loose.start("title"), " ".join(loose["title"].split())
    return True


def provision_after(text: str, position: int, stop: int) -> str | None:
    """Return the eId path of the article named behind the word, brackets passed over."""
    gap = re.compile(r"\s*(?:\([^()]{0,400}\)\s*)?").match(text, position, stop)
    chain = read_chain(text, gap.end() if gap else position, stop)
    return chain.eid if chain else None


LAW_BEHIND = re.compile(
    rf"[^«»\"“”\n;]{{0,500}}[»\"”]\s*(?:туралы\s+)?(?:{DATE_START}|(?:Қазақстан\s*Республикасы|ҚР\b)"
    rf"[^.;:()«»\"№]{{0,160}}?(?:{DATE_START}|[Зз]аң|[Кк]одекс))"
)


def in_title(text: str, position: int, stop: int) -> bool:
    """Tell whether what ends at ``position`` stands inside the title of a cited act.

    ``«… № 1048 қаулысына өзгерістер енгізу туралы» Қазақстан Республикасы Үкіметінің 2010 жылғы
    26 ақпандағы № 133 қаулысы`` cites № 133; № 1048 is a part of its name.
    """
    return bool(LAW_BEHIND.match(text, position, min(stop, position + 900)))


def _law(match: re.Match[str]) -> Reading | None:
    text, floor, stop = match.string, match.pos, match.endpos
    word = match.start() - 1
    front = read_front(text, floor, word)
    if not (front.title or front.date):
        return None
    # `Заңды` without possession is a law only right behind its title.
    if not match["owned"] and not (front.title and text[floor:word].rstrip()[-1:] in '»"”'):
        return None
    if in_title(text, match.end(), stop):
        return None
    return {
        "start": front.start,
        "kind": "law",
        "date": front.date,
        "number": front.number,
        "title": front.title,
        "provision": provision_after(text, match.end(), stop),
    }


CODE_NAME = re.compile(
    rf"(?P<name>[{UPPER}][{LOWER}]+(?:-[{LOWER}]+)*(?:\s+(?![{LOWER}]*(?:ның|нің|дың|дің|тың|тің|дағы|дегі)\s)"
    rf"[{LOWER}-]+){{0,5}})\s*\Z"
)
NOT_CODE_NAME = re.compile(r"Осы|Қазақстан|Республикасы|Бұл|Сондай|Мен\b|Және|Басқа|Тиісті")
IN_BRACKET = re.compile(r"[Кк]одекс\w*\s*\(\s*[^()]{0,60}\Z")


def _code(match: re.Match[str]) -> Reading | None:
    text, floor, stop = match.string, match.pos, match.endpos
    word = match.start() - 1
    window = max(floor, word - 90)
    if IN_BRACKET.search(text, window, word) or in_title(text, match.end(), stop):
        return None
    name = CODE_NAME.search(text, window, word)
    if name and NOT_CODE_NAME.match(name["name"]):
        name = None
    front = read_front(text, floor, name.start("name") if name else word, titled=name is None)
    title = f"{' '.join(name['name'].split())} кодексі" if name else front.title
    if title is None:
        return None
    return {
        "start": front.start,
        "kind": "code",
        "date": front.date,
        "number": front.number,
        "title": title,
        "provision": provision_after(text, match.end(), stop),
    }


def _constitution(match: re.Match[str]) -> Reading | None:
    front = read_front(match.string, match.pos, match.start(), titled=False)
    if in_title(match.string, match.end(), match.endpos):
        return None
    return {
        "start": front.start,
        "kind": "constitution",
        "title": "Қазақстан Республикасының Конституциясы",
        "provision": provision_after(match.string, match.end(), match.endpos),
    }


CONNECTED = re.compile(r"\s*(?:,|және|мен|пен)\s*")
LAWS_TAIL = re.compile(
    rf"\s*(?:{DATE_START}[^«»\"]{{0,30}})?(?:Қазақстан\s*Республикасы(?:ның)?|ҚР)?\s*"
    r"(?:[Кк]онституциялық\s+)?(?P<law>[Зз]аң)(?:дар)?ы"
)


def _listed_law(match: re.Match[str]) -> Reading | None:
    """One of several titles before ``заңдары``; the last of them is read from the word itself."""
    text, stop = match.string, match.endpos
    position = match.end()
    for _ in range(12):
        title = title_after(text, position, stop)
        if title is None:
            return None
        gap = CONNECTED.match(text, title.stop, stop)
        if gap and title_after(text, gap.end(), stop):
            position = gap.end()
            continue
        return _first_title(match) if LAWS_TAIL.match(text, title.stop, stop) else None
    return None


def _first_title(match: re.Match[str]) -> Reading | None:
    title = title_before(match.string, match.pos, match.end("title"))
    if title is None:
        return None
    return {"start": title.start, "stop": title.stop, "kind": "law", "title": title.text}


# A pattern that opens with a literal is found fastest: `аң` behind its first letter.
STATUTE_RULES = (
    Rule(
        "<title> <law>",
        re.compile(
            rf"аң(?<=[Зз]аң)(?P<owned>(?:дар)?ы)?(?:{CASE})(?![{LOWER}])(?!\s+(?:жоба|күші\s+бар))"
        ),
        _law,
    ),
    Rule("<name> code", re.compile(rf"одекс(?<=[Кк]одекс)(?:тер)?і(?:{CASE})(?![{LOWER}])"), _code),
    Rule("Constitution", re.compile(rf"Конституциясы(?:{CASE})(?![{LOWER}])"), _constitution),
    Rule(
        "<title>, <title> … <laws>",
        re.compile(r"(?P<title>[»\"”](?:\s*туралы)?)\s*(?:,|және|мен|пен)\s*(?=[«\"“])"),
        _listed_law,
    ),
)
