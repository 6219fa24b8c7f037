"""Citations of other acts, each with its kind, issuer, date, number, title and provision.

Literal forms: ``«T» туралы Қазақстан Республикасы Үкіметінің 2005 жылғы 6 сәуірдегі № 310
қаулысы``; ``Президентінің "T" 1999 жылғы 22 қаңтардағы № 6 Жарлығына``; ``Үкіметінің 1996 жылғы
30 мамырдағы № 665 "T" қаулысы``; ``1999 жылғы 24 ақпандағы «T» № 2 қаулысына``; ``«T» Қазақстан
Республикасының 2016 жылғы 6 сәуірдегі Заңы``; ``Қазақстан Республикасының «T» Заңының 6-бабының
2-9 тармағы``; ``Бюджет кодексінің 69-бабы``; ``Конституциясының 44-бабының 5) тармақшасы``;
``Облыс әкімінің 3 мамыр 1999 жылы № 1-57р өкімінің``; ``«T», «T» Қазақстан Республикасының
заңдары``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar import issuer
from lexparse.grammar.identity import (
    DATE_START,
    GENITIVE,
    KIND_WORD,
    NUMBER,
    act_id,
    adilet_id,
    date_at,
    kind_of,
    number_of,
)
from lexparse.grammar.quotation import title_after, title_before, unquoted_before
from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.grammar.statute import STATUTE_RULES, in_title
from lexparse.grammar.unit import read_chain
from lexparse.records import Reference

__all__ = ["REFERENCE", "act_id", "adilet_id"]

PRESIDENT = "Қазақстан Республикасының Президенті"
GAP = re.compile(r"[\s,;]*(?:(?:және|мен|пен)(?=\s))?\s*")
LINK_CODE = re.compile(r"[PVUZK]\d{5,10}_?")
MANNER = re.compile(
    r"(?:бірлескен|нормативтік(?:\s+құқықтық)?|заң\s+күші\s+бар|қбү|қызмет\s+бабында\s+пайдалану"
    r"\s+үшін|осы\s+мәселе\s+бойынша)(?=\s)",
    re.IGNORECASE,
)
LINK_BEFORE = re.compile(r"[PVUZK]\d{5,10}_?\s*\Z")
BRACKET = re.compile(r"\([^()]{0,600}\)")
DATE = re.compile(DATE_START)
# The issuer of a joint order's second half, or one printed behind the date.
NEXT_ISSUER = re.compile(
    rf"(?:Қазақстан\s*Республикасы|ҚР)[^.;:()«»\"\d№]{{0,200}}?[ндт][ыі]ң(?=\s*(?:{DATE_START}|№|[Зз]аң\s+күші|[Жж]арлы))"
)
BARE_NUMBER = re.compile(r"\d[\w/-]{0,12}(?=[\s,])")
STEPS = 24


@dataclass(slots=True)
class Tail:
    """What follows a citation's date up to the word for the kind of act."""

    kind: str | None = None
    stop: int = 0
    number: str | None = None
    number_stop: int = 0
    title: str | None = None
    issuer: str | None = None
    case: str = ""
    listed: bool = False
    parted: bool = False


def read_tail(text: str, position: int, stop: int) -> Tail | None:
    """Read number, title and kind behind a date; other dates of a list are passed over."""
    tail = Tail()
    for _ in range(STEPS):
        gap = GAP.match(text, position, stop)
        if gap:
            position = gap.end()
            tail.parted = bool(gap.group().strip())
        kind = KIND_WORD.match(text, position, stop)
        if kind:
            tail.kind, tail.stop, tail.case = kind_of(kind), kind.end(), kind["case"].lower()
            return tail
        following = _step(text, position, stop, tail)
        if following is None:
            return None
        position = following
    return None


def _step(text: str, position: int, stop: int, tail: Tail) -> int | None:
    """Pass one piece of the tail and return where it ends; ``None`` where the citation breaks."""
    number = NUMBER.match(text, position, stop)
    if number:
        if tail.number is None and not tail.listed:
            tail.number, tail.number_stop = number_of(number), number.end()
        else:
            tail.listed = True
        return number.end()
    title = title_after(text, position, stop)
    if title:
        # Behind `және` the title is that of the list's next act.
        tail.listed = tail.listed or tail.parted
        tail.title = tail.title if tail.title or tail.listed else title.text
        return title.stop
    return _list_step(text, position, stop, tail) or _other_step(text, position, stop, tail)


def _list_step(text: str, position: int, stop: int, tail: Tail) -> int | None:
    """Pass the date or the bare number of the list's next act."""
    date = date_at(text, position) if DATE.match(text, position, stop) else None
    bare = BARE_NUMBER.match(text, position, stop) if tail.parted and not date else None
    tail.listed = tail.listed or bool(date or bare)
    if date:
        return date.stop
    return bare.end() if bare else None


def _other_step(text: str, position: int, stop: int, tail: Tail) -> int | None:
    for pattern in (LINK_CODE, MANNER, BRACKET):
        match = pattern.match(text, position, stop)
        if match:
            return match.end()
    following = NEXT_ISSUER.match(text, position, stop)
    if following:
        if tail.issuer is None and not tail.number:
            tail.issuer = issuer.nominative(following.group())
        return following.end()
    return None


@dataclass(slots=True)
class Front:
    """What stands before a citation's date: its issuer and title, and where the citation begins."""

    start: int
    issuer: str | None = None
    title: str | None = None
    listed: bool = False


def read_front(text: str, floor: int, date_start: int) -> Front:
    """Read issuer and title leftwards from the date, in either order."""
    front = Front(date_start)
    linked = LINK_BEFORE.search(text, max(floor, date_start - 14), date_start)
    title = title_before(text, floor, linked.start() if linked else date_start)
    if title:
        front.start, front.title = title.start, title.text
    issued = issuer.before(text, floor, front.start)
    if issued:
        front.start, front.issuer = issued.start, issued.name
        _title_left_of(text, floor, front)
    elif not title:
        _listed_front(text, floor, date_start, front)
    return front


def _title_left_of(text: str, floor: int, front: Front) -> None:
    if front.title:
        return
    title = title_before(text, floor, front.start) or unquoted_before(text, floor, front.start)
    if title:
        front.start, front.title = title.start, title.text


LIST_BEFORE = re.compile(
    r"[^;:№]{0,40}№\s*[^\s,;]+\s*(?:\([^()]*\)\s*)?(?:[а-яәіңғүұқөһЖ]+\s*)?(?:[,;]|және|мен|пен)\s*\Z"
)


def _last_date(text: str, start: int, stop: int) -> re.Match[str] | None:
    dates = list(DATE.finditer(text, start, stop))
    return dates[-1] if dates else None


def _listed_front(text: str, floor: int, date_start: int, front: Front) -> None:
    """``… сәуірдегі № 310, 2006 жылғы 3 мамырдағы № 400``: the issuer is further left."""
    before = _last_date(text, max(floor, date_start - 260), date_start)
    if before and LIST_BEFORE.match(text, before.end(), date_start):
        inner = read_front(text, floor, before.start())
        front.issuer, front.listed = inner.issuer, True


PUBLISHED = re.compile(r"\s*(?:\([^()]{0,600}\)\s*)?")


def provision_after(text: str, position: int, stop: int, case: str) -> str | None:
    """Return the eId path of the unit that is cited; the publication in brackets is passed over."""
    gap = PUBLISHED.match(text, position, stop)
    chain = read_chain(text, gap.end() if gap else position, stop)
    if chain is None:
        return None
    leads = not case or GENITIVE.match(case) or case.endswith(("ғы", "гі"))
    return chain.eid if leads or chain.path[0].startswith("att_") else None


KNOWN_DECIDERS = (
    "әкімі",
    "әкімдігі",
    "мәслихаты",
    "мәслихат",
    "сессиясы",
    "орынбасары",
    "Кеңесі",
    "комитеті",
)


def _act(match: re.Match[str]) -> Reading | None:
    text, floor, stop = match.string, match.pos, match.endpos
    date = date_at(text, match.start())
    tail = date and read_tail(text, date.stop, stop)
    if not date or not tail or not tail.kind:
        return None
    front = read_front(text, floor, match.start())
    name = front.issuer or tail.issuer or (PRESIDENT if tail.kind == "decree" else None)
    title = front.title or tail.title
    if not _is_act(tail, name, title) or in_title(text, tail.stop, stop):
        return None
    end = (tail.number_stop or date.stop) if tail.listed else tail.stop
    return {
        "start": front.start,
        "stop": end,
        "kind": tail.kind,
        "issuer": name,
        "date": date.date,
        "number": tail.number,
        "title": title,
        "provision": provision_after(text, tail.stop, stop, tail.case),
        "id": act_id(tail.kind, name, date.date, tail.number),
    }


def _is_act(tail: Tail, name: str | None, title: str | None) -> bool:
    """A court's or a commission's ``шешім`` is no act; a bare date and kind word is no citation."""
    if tail.kind == "decision":
        known = name and name.endswith(KNOWN_DECIDERS)
        return bool(known or (name is None and title and tail.number))
    return bool(name or tail.number or title)


def _titled(match: re.Match[str]) -> Reading | None:
    """``Үкіметінің «T» қаулысы``: a title and an issuer, no date."""
    text, floor, stop = match.string, match.pos, match.endpos
    kind = KIND_WORD.match(text, match.end(), stop)
    title = title_before(text, floor, match.start("mark") + 1)
    issued = title and issuer.before(text, floor, title.start)
    if not kind or not title or not issued or in_title(text, kind.end(), stop):
        return None
    return {
        "start": issued.start,
        "stop": kind.end(),
        "kind": kind_of(kind),
        "issuer": issued.name,
        "title": title.text,
        "provision": provision_after(text, kind.end(), stop, kind["case"].lower()),
    }


def _decree_of_law(match: re.Match[str]) -> Reading | None:
    """``"Жер туралы" Президенттің Заң күші бар Жарлығы``: a title, no date."""
    text, floor, stop = match.string, match.pos, match.endpos
    front = read_front(text, floor, match.start() - 1)
    kind = KIND_WORD.search(text, match.start(), match.end())
    if not front.title or not kind or in_title(text, match.end(), stop):
        return None
    return {
        "start": front.start,
        "kind": "decree",
        "issuer": front.issuer or PRESIDENT,
        "title": front.title,
        "provision": provision_after(text, match.end(), stop, kind["case"].lower()),
    }


def _further(match: re.Match[str]) -> Reading | None:
    """``№ 310, 311 қаулылары``: each further number is an act of the same date."""
    text, floor, stop = match.string, match.pos, match.endpos
    tail = read_tail(text, match.end(), stop)
    dated = _last_date(text, max(floor, match.start() - 80), match.start())
    date = dated and date_at(text, dated.start())
    if not tail or not date or not SAME_DATE.fullmatch(text, date.stop, match.start()):
        return None
    front = read_front(text, floor, date.start)
    number = match.group()
    return {
        "stop": match.end() if tail.listed or tail.number else tail.stop,
        "kind": tail.kind,
        "issuer": front.issuer,
        "date": date.date,
        "number": number,
        "id": act_id(tail.kind, front.issuer, date.date, number),
    }


SAME_DATE = re.compile(r"\s*№\s*\d[\s\w№,./-]{0,60}(?:,|\sжәне|\sмен|\sпен)\s*(?:№\s*)?")
FURTHER = r"(?:[\w/-]{0,12}[\w](?<![а-яә]{3}))?"
LISTED_NUMBER = r"\s*(?:,|және|мен|пен)\s*(?:№\s*)?\d[\w/-]*"
MANY_ACTS = r"(?i:[қк]аулыл|бұйры[қғ]т|жарлы[қғ]т|шешімд|өкімд)[ае]р"
NUMBERED = r"[^№«\"“;:.]{0,40}\.?\s*[№«\"“]"
RULES = (
    Rule("<issuer> <date> № <number> <act>", re.compile(f"{DATE_START}(?={NUMBERED})"), _act),
    Rule("<issuer> <date> <act>", re.compile(f"{DATE_START}(?!{NUMBERED})"), _act),
    Rule(
        '<issuer> "<title>" <act>',
        re.compile(
            r"(?P<mark>[»\"”])\s*(?:туралы\s+|деген\s+|атты\s+)?"
            r"(?=(?i:[қк]аулы|бұйры|жарлы|шешім|өкім))"
        ),
        _titled,
    ),
    Rule(
        '"<title>" decree with the force of law',
        re.compile(rf"аң(?<=[Зз]аң)\s+күші\s+бар\s+(?i:{KIND_WORD.pattern})"),
        _decree_of_law,
    ),
    Rule(
        "<act> … № <number>, <number>",
        re.compile(rf"[0-9](?<=[\s№,][0-9]){FURTHER}(?=(?:{LISTED_NUMBER}){{0,8}}\s*{MANY_ACTS})"),
        _further,
    ),
    *STATUTE_RULES,
)

REFERENCE = Grammar("reference", Reference, RULES)
