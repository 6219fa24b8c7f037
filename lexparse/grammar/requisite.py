"""The act's own lines: requisites and status, stamps, enacting words, signature posts.

Literal forms: ``… министрінің 2020 жылғы 14 мамырдағы № 193/НҚ бұйрығы. … Әділет министрлігінде
2020 жылғы 16 мамырда № 20643 болып тіркелді. Күші жойылды - …``; ``Қазақстан РеспубликасыҮкіметінің
2022 жылғы 29 сәуірдегі№ 274 қаулысыменбекітілді``; ``… № 193/НҚ бұйрыққа қосымша``; ``Облыс
әкімінің 15.05.2000 ж. №1-255р өкіміне №1 қосымша``; ``Абай облысы мәслихатының 2022 жылғы 28
желтоқсандағы № 12/79-VII 1 қосымша``; ``2018 жылғы «___» қыркүйектегі № ___ бұйрығына қосымша``;
``Қағидаларға 2-қосымша``; ``Күшін жойған``; ``«КЕЛІСІЛДІ»``; ``Қазақстан Республикасының Үкіметі
ҚАУЛЫ ЕТЕДІ:``; ``Облыс әкімі``. The caller gives the span of one stamp, cell or line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lexparse.grammar import issuer
from lexparse.grammar.identity import DATE_START, act_id, date_at
from lexparse.grammar.reference import PRESIDENT
from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.grammar.stamp import PrintedAct, read_act
from lexparse.kazakh.letters import LOWER, UPPER
from lexparse.records import Record, Reference, Registration

Role = Literal[
    "own", "approved_by", "attachment_to", "agreed", "status", "registered", "enacts", "signs"
]
Status = Literal["repealed", "updated", "new", "in_force"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requisite(Record):
    """What one stamp or line says of the act: ``role`` tells whose date and number these are.

    ``own``: the act's own; ``approved_by``: of the act that approved what follows, commonly the
    act itself; ``attachment_to``: of the act, or the document named in ``to``, to which
    ``attachment`` (its number) belongs. A blank to be filled in leaves date and number null.
    """

    text: str
    role: Role
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    attachment: str | None = None
    to: str | None = None
    registration: Registration | None = None
    status: Status | None = None
    repealed_by: Reference | None = None
    jointly: Reference | None = None


DATE = re.compile(DATE_START)
APPROVED = re.compile(
    r"\s*[«\"]?бекіт(?:іл(?:ген|ді|сін)|кен)[»\"]?\s*(?=[\n|.]|\Z)", re.IGNORECASE
)
ATTACHMENT = re.compile(
    r"\s*(?:(?P<before>№?\s*\d{1,3}(?:-\d+)?)\s?-?\s?)?қосымша(?![а-яәіңғүұқөһ])"
    r"(?:\s*(?P<after>№\s*\d{1,3}))?",
    re.IGNORECASE,
)
LEFT_EDGE = re.compile(r"(?:\A|[\n\t|*]|қосымша)\s*\Z", re.IGNORECASE)
# A stamp of old orders names the act by its title first; a line of its own never does.
TITLED_EDGE = re.compile(r"[»\"]\s*\Z")


def _digits(match: re.Match[str]) -> str | None:
    printed = match["before"] or match["after"]
    return re.sub(r"[№\s]", "", printed) if printed else None


def _stamp(match: re.Match[str]) -> Reading | None:
    """``<issuer> <date> № <number> <act>`` with what makes it a stamp behind it."""
    text, floor, stop = match.string, match.pos, match.endpos
    found = read_act(text, match.start(), stop)
    issued = issuer.before(text, floor, match.start())
    start = issued.start if issued else match.start()
    edge = max(floor, start - 20)
    titled = TITLED_EDGE.search(text, edge, start)
    if not found or not (titled or LEFT_EDGE.search(text[edge:start])):
        return None
    role = _role(text, stop, found) if issued or found.kind else _own_number(text, stop, found)
    if role is None or (titled and role[1]["role"] == "own"):
        return None
    end, fields = role
    kind = found.kind or _kind_by(issued.name if issued else None)
    return {
        "start": start,
        "stop": end,
        "kind": kind,
        "issuer": issued.name if issued else _issuer_by(kind),
        "date": found.date,
        "number": found.number,
        "jointly": found.jointly,
        **fields,
    }


# `2022 жылғы 29 сәуір № 274 Нұр-Сұлтан, Үкімет Үйі` under the title of the signed paper.
CITY = re.compile(
    rf"[\s,]*(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s+қаласы)?)?(?:,\s*Үкімет\s+Үйі)?\s*(?:\n|\Z)"
)


def _own_number(text: str, stop: int, found: PrintedAct) -> tuple[int, dict[str, object]] | None:
    if found.date and found.number and CITY.match(text, found.stop, stop):
        return found.stop, {"role": "own"}
    return None


def _role(text: str, stop: int, found: PrintedAct) -> tuple[int, dict[str, object]] | None:
    attachment = ATTACHMENT.match(text, found.stop, stop)
    if attachment and found.case not in {"мен", "пен", "бен"}:
        return attachment.end(), {"role": "attachment_to", "attachment": _digits(attachment)}
    approved = APPROVED.match(text, found.stop, stop)
    if approved and found.kind and found.case in {"мен", "пен", "бен"}:
        return _back(text, approved.end()), {"role": "approved_by"}
    if found.kind and not found.case and found.number and OWN_END.match(text, found.stop, stop):
        return _own(text, found.stop, stop)
    return None


def _behind(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _back(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _kind_by(name: str | None) -> str | None:
    """A maslikhat adopts decisions only (Law № 148 of 23 January 2001, article 11)."""
    return "decision" if name and name.endswith("мәслихаты") else None


def _issuer_by(kind: str | None) -> str | None:
    return PRESIDENT if kind == "decree" else None


OWN_END = re.compile(r"\s*(?:[.;*]|\n|\||\Z)")
REGISTERED = re.compile(
    rf"\s*\.?\s*(?P<body>[{UPPER}][{UPPER}{LOWER}\s,-]{{0,120}}?[әӘ]ділет\s[{LOWER}\s]{{3,60}}?(?:де|да)\s+)"
    rf"(?P<date>{DATE_START}[^№]{{0,140}}?)№\s*(?P<number>[\d/-]+)\s*(?:болып\s+|нөмірімен\s+)?"
    r"(?:енгізіл|тіркел)(?:ді|ген|іп)"
)
LONGEST_REGISTRATION = 280
CAPITAL = re.compile(rf"[{UPPER}]")
REPEALED = re.compile(r"\s*\.?\s*[Кк]үші\s+жойыл(?:ды|ған)\s*-\s*(?=\S)")


def _own(text: str, position: int, stop: int) -> tuple[int, dict[str, object]]:
    """Read what the requisite line goes on to say: registration and repeal."""
    fields: dict[str, object] = {"role": "own"}
    registered = REGISTERED.match(text, position, stop)
    if registered:
        fields["registration"] = _registration(registered)
        position = registered.end()
    repealed = _repealed(text, position, stop)
    if repealed:
        fields |= {"status": "repealed", "repealed_by": repealed}
        position = repealed.stop
    return position, fields


def _registration(match: re.Match[str]) -> Registration:
    date = date_at(match.string, match.start("date"))
    return Registration(number=match["number"], date=date.date if date else None)


def _repealed(text: str, position: int, stop: int) -> Reference | None:
    lead = REPEALED.match(text, position, stop)
    first = DATE.search(text, lead.end(), min(stop, lead.end() + 320)) if lead else None
    if lead is None or first is None:
        return None
    found = read_act(text, first.start(), stop)
    issued = issuer.before(text, lead.end(), first.start())
    if not found or not found.kind:
        return None
    name = issued.name if issued else _issuer_by(found.kind)
    return Reference(
        start=lead.end(),
        stop=found.stop,
        text=text[lead.end() : found.stop],
        kind=found.kind,
        issuer=name,
        date=found.date,
        number=found.number,
        id=act_id(found.kind, name, found.date, found.number),
    )


STATUS = (("күшін", "repealed"), ("жаңарт", "updated"), ("жаңа", "new"), ("қолдан", "in_force"))


def _status(match: re.Match[str]) -> Reading | None:
    word = match["word"].lower()
    status = next(name for stem, name in STATUS if word.startswith(stem))
    return {"start": match.start("word"), "role": "status", "status": status}


def _registered(match: re.Match[str]) -> Reading | None:
    text, floor = match.string, match.pos
    found = None
    for opening in CAPITAL.finditer(text, max(floor, match.start() - LONGEST_REGISTRATION)):
        if opening.start() > match.start():
            break
        found = REGISTERED.match(text, opening.start(), match.end())
        if found:
            break
    if found is None:
        return None
    start = found.start("body")
    return {"start": start, "role": "registered", "registration": _registration(found)}


# The document that an attachment belongs to, when no act is named: `Қағидаларға 2-қосымша`.
DOCUMENT = re.compile(
    rf"(?:\A|[\n\t])\s*(?P<name>[{UPPER}{LOWER}«\"][^\n\t|.;:()]*(?:\n(?!\n)[^\n\t|.;:()]+)*?"
    rf"(?:ға|ге|қа|ке|на|не))\s*\Z"
)


def _repeal(match: re.Match[str]) -> Reading | None:
    repealed = _repealed(match.string, match.start("lead"), match.endpos)
    if repealed is None:
        return None
    return {
        "start": match.start("lead"),
        "stop": repealed.stop,
        "role": "status",
        "status": "repealed",
        "repealed_by": repealed,
    }


def _attachment(match: re.Match[str]) -> Reading | None:
    text, floor = match.string, match.pos
    line = max(floor, text.rfind("\n", floor, match.start()) + 1)
    end = text.find("\n", match.end(), match.endpos)
    stop = end if end >= 0 else match.endpos
    unit = ATTACHMENT_HERE.search(text, max(line, match.start() - 16), stop)
    if unit is None or unit.end("unit") < match.end():
        return None
    window = max(floor, unit.start() - 300)
    document = DOCUMENT.search(text[window : unit.start()])
    return {
        "start": window + document.start("name") if document else _behind(text, unit.start()),
        "stop": unit.end("unit"),
        "role": "attachment_to",
        "attachment": _digits(unit),
        "to": " ".join(document["name"].split()) if document else None,
    }


ATTACHMENT_HERE = re.compile(
    rf"(?P<unit>(?<![{LOWER}\w]){ATTACHMENT.pattern})[ *]*$", re.IGNORECASE | re.MULTILINE
)
PERSON = rf"[{UPPER}]\.\s?(?:[{UPPER}]\.\s?)?[{UPPER}][{LOWER}]+"
AGREED_BODY = re.compile(rf"[»\"*]*\s*(?P<body>[{UPPER}](?:(?!{PERSON})[^_\d№«»\"|;:]){{3,200}})")


def _agreed(match: re.Match[str]) -> Reading | None:
    body = AGREED_BODY.match(match.string, match.end(), match.endpos)
    stop = _back(match.string, body.end()) if body else match.end()
    name = issuer.nominative(body["body"].strip(" *\n")) if body else None
    return {"start": match.start("word"), "stop": stop, "role": "agreed", "issuer": name}


ENACTED = (
    ("қаулы", "resolution"),
    ("бұйыр", "order"),
    ("шеш", "decision"),
    ("өкім", "directive"),
)


def _enacts(match: re.Match[str]) -> Reading | None:
    text, floor = match.string, match.pos
    words = match["words"].lower()
    kind = next(kind for stem, kind in ENACTED if words.startswith(stem))
    issued = issuer.standing(text, floor, match.start("words"))
    if words.startswith("қаулы") and words.endswith("мін"):
        kind = "decree"
    return {
        "start": issued.start if issued else match.start("words"),
        "role": "enacts",
        "kind": kind,
        "issuer": issued.name if issued else _issuer_by(kind),
    }


DEPUTY = re.compile(r"\s+(?:бірінші\s+)?орынбасары\Z|\s+хатшысы\Z|нің\s+аппарат\s+басшысы\Z")


# `Александр Якубович президенті` is a line of a list of members.
PERSON_NAME = re.compile(r"(?:ұлы|қызы|ович|евич|овна|евна)\b")
# `Экономика және бюджеттік Әділет министрі`: two signatures side by side, flattened.
TWO_COLUMNS = re.compile(
    rf"Республикасы\w*\s+Қазақстан\s|(?:\A|Республикасы(?:ның)?\s+)[{UPPER}][{LOWER}]+[{LOWER}\s,]*"
    rf"\s[{UPPER}][{LOWER}].*\bминистрі\Z"
)


# `Министрдің міндетін атқарушы` does not say of which ministry.
NAMELESS = re.compile(r"(?:\S+[дтн][ыі]ң\s+)?міндетін\s+атқарушы\Z", re.IGNORECASE)


def _signs(match: re.Match[str]) -> Reading | None:
    """A line that is nothing but a post tells whose act it is: ``… мәслихатының хатшысы``."""
    post = match["post"]
    if PERSON_NAME.search(post) or TWO_COLUMNS.search(post):
        return None
    name = issuer.nominative(DEPUTY.sub("", post)) if " " in post or "\n" in post else None
    if name and NAMELESS.match(name):
        name = None
    start, stop = match.span("post")
    return {"start": start, "stop": stop, "role": "signs", "issuer": name}


POSTS = (
    r"(?:[Пп]ремьер-?\s?[Мм]инистрі|[Мм]инистрі?|[Пп]резиденті|[Әә]кімі|[Тт]өрағасы|[Хх]атшысы|[Бб]астығы"
    r"|[Бб]асшысы|міндетін\s+атқарушы|[Оо]рынбасары|[Бб]ас\s+прокуроры)"
)
RULES = (
    Rule("<issuer> <date> № <number>", DATE, _stamp),
    Rule(
        "<issuer> <blank date> № <blank>",
        re.compile(r"(?:20|19)[0-9_]{2}\s*жыл[а-яәіңғүұқөһ]*\s*(?=[«\"“_])"),
        _stamp,
    ),
    Rule(
        "<status>",
        re.compile(
            r"^[\s*]*(?P<word>(?i:күшін\s+жойған|жаңартылған|жаңа|қолданыстағы|қолданыста))[ *.]*$",
            re.MULTILINE,
        ),
        _status,
    ),
    Rule(
        "repealed by <act>",
        re.compile(r"^[ *]*(?P<lead>[Кк]үші\s+жойыл(?:ды|ған)\s*-)", re.MULTILINE),
        _repeal,
    ),
    Rule(
        "registered <date> № <number>",
        re.compile(r"ркел(?<=тіркел)(?:ді|ген|іп)"),
        _registered,
    ),
    Rule(
        "<document>, attachment <n>",
        re.compile(r"(?:осымша|ОСЫМ[шШ][аА])(?<=[қҚ].{6})(?![а-яәіңғүұқөһ])"),
        _attachment,
    ),
    Rule(
        "agreed by <body>",
        re.compile(r"^[\s*«\"]*(?P<word>КЕЛІСІЛ(?:ДІ|ГЕН)|КЕЛІСЕМІН|Келісіл(?:ді|ген))", re.M),
        _agreed,
    ),
    Rule(
        "<issuer> enacts",
        re.compile(
            r"(?P<words>[қҚбБшШөӨ](?i:аулы\s+ете(?:ді|мін)|ұйырам(?:ын|ыз)|ешім\s+(?:қабылда"
            r"(?:ды|дым|ймын)|ет(?:ті|тім|еді|емін)|шығарды)|ешт(?:ім|і)|кім\s+ете(?:мін|ді)))"
            r"\s*(?=:|$)",
            re.MULTILINE,
        ),
        _enacts,
    ),
    Rule(
        "<post> signs",
        re.compile(
            rf"(?:^|\t)[ *]*(?!КЕЛІС|Келіс|БЕКІТ)(?P<post>(?:Қазақстан\s+Республикасы(?:ның)?\s*)?"
            rf"(?:[{UPPER}{LOWER}-]+,?(?:[^\S\n]+|\n(?!\n))){{0,16}}"
            rf"{POSTS})[ *]*(?:-[ *]*)?(?=$|\t)",
            re.MULTILINE,
        ),
        _signs,
    ),
)

REQUISITE = Grammar("requisite", Requisite, RULES)


def find(text: str, start: int = 0, stop: int | None = None) -> list[Requisite]:
    """Return what the stamp, cell or line ``text[start:stop]`` says of the act."""
    return REQUISITE.find(text, start, stop)
