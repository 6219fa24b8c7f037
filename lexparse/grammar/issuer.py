"""Who issued an act: the printed name beside its date, and the one name it is known by.

Literal forms: ``Қазақстан Республикасы Үкіметінің``, ``ҚР Әділет министрінің м.а.``, ``ҚРҮ-нің``,
``Қазақстан РеспубликасыҮкіметінің``, ``Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі
министрінің``, ``Алматы облыстық әкімінің``, ``Абай облысының мәслихатының``, ``Облыс әкімінің``.
Canonical: ``Қазақстан Республикасының Үкіметі``, ``Алматы облысының әкімі``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LOWER = "а-яәіңғүұқөһё"
UPPER = "А-ЯӘІҢҒҮҰҚӨҺЁ"
GENITIVE = r"[ндт][ыі]ң"
STATE = r"(?:Қазақстан\s*Республикасы(?:ның)?|ҚР)"
ACTING = r"(?:м[ің]ндет[ің]н\s*(?:уақытша\s*)?ат[қк]арушы(?:сы)?(?:ның)?|м\.\s?а\.)"
# Posts and bodies that issue acts, with either letter.
BODIES = (
    r"(?:Үк[іи]мет|[Пп]резидент|[Пп]ремьер-?\s?[Мм]инистр|[Мм]инистр|Кабинет|[Әә]к[іи]м|[Әә]кімдіг"
    r"|[Мм]әслихат|[Тт]өраға|[Бб]асты[ғқ]|[Бб]асшы|[Бб]асқарма|[Мм]инистрліг|[Аа]генттіг|[Кк]омитет"
    r"|[Кк]еңес|Сот|Пленум|Төралқа|[Пп]рокурор|[Оо]рынбасар|[Дд]ирек[тц]ор|[Сс]ессия|Парламент"
    r"|Мәжіліс|[Кк]омиссия|[Дд]епартамент|Банк|[Бб]асқарушы|[Аа]ппарат|[Кк]еңсе|[Дд]әрігер|[Хх]атшы)"
)
HEAD = re.compile(
    rf"(?:(?:{BODIES}(?:с?[ыі])?|ҚРҮ-?){GENITIVE}(?:\s*(?:бірінші\s+)?{ACTING})?|{ACTING})\s*\Z"
)
NOMINATIVE_HEAD = re.compile(rf"(?:{BODIES}с?[ыі]|{ACTING}|[Мм]инистр|[Әә]кім|[Тт]өраға)\s*\Z")
# What may stand between the issuer and the date (a decision of 1997: "осы мәселе бойынша").
ASIDE = re.compile(r"\s*осы\s+мәселе\s+бойынша\s*\Z")
REACH = 260
HEAD_REACH = 70
STOPS = re.compile(r"[;:()«»\"“”\t\d№]|\.\s|(?<!Қазақстан)\n\s*\n(?![а-яәіңғүұқөһ])")
# A word that no name of a body holds: what lies left of it is another clause.
NOT_NAME = re.compile(
    r"\b(?:туралы|осы|шешім|қаулы|бұйры|[Жж]арлы[қғ]|бекіт|енгіз|кейбір|сәйкес|жанында)\w*|[а-я]сын\b"
)
STATE_WORD = re.compile(rf"\b(?:Қазақстан\s*Республикасы(?:ның)?|ҚР(?![{UPPER}]))")
PLACE = (
    r"(?:обл(?:ысының|ыстық|ысы|ыс|\.)|қала(?:сының|лық|сы)?|аудан(?:ының|дық|ы)?|ауыл(?:ының|дық|ы)?"
    r"|кент(?:інің|тік|і)?|(?:ауылдық|селолық)\s+округ(?:інің|тік|і)?|округ(?:інің|тік|і)?)"
)
LOCAL_HEAD = re.compile(r"[Әә]к[іи]м|[Мм]әслихат|[Сс]ессия|[Оо]рынбасар|[Бб]асшы")
LOCAL = re.compile(
    rf"(?:(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}{LOWER}]+)?\s+){{0,3}}"
    rf"(?:[{UPPER}][{LOWER}]+)?\s*{PLACE}\s+){{1,3}}\Z"
)
CAPITAL_RUN = re.compile(
    rf"(?:^|[^{LOWER}{UPPER}-])(?P<name>[{UPPER}][{LOWER}{UPPER}-]*(?:,?\s+[{LOWER}-]+){{0,9}}\s*)\Z"
)


class Issued(NamedTuple):
    """A printed issuer ``[start, stop)`` and its canonical name."""

    start: int
    stop: int
    name: str


def before(text: str, floor: int, stop: int) -> Issued | None:
    """Return the issuer that ends at ``stop`` in the genitive, none left of ``floor``."""
    window = text[max(floor, stop - REACH) : stop]
    aside = ASIDE.search(window)
    if aside:
        window = window[: aside.start()]
    if not window.rstrip().endswith(("ң", "н", "а.", "атқарушы")):
        return None
    head = HEAD.search(window, max(0, len(window) - HEAD_REACH))
    if head is None:
        return None
    left = _left_of(window, head)
    printed = window[left:].strip()
    begin = max(floor, stop - REACH) + left
    return Issued(begin, begin + len(printed), nominative(printed))


def standing(text: str, floor: int, stop: int) -> Issued | None:
    """Return the body or post in the nominative that ends at ``stop``: ``облыс әкімі ШЕШТІ``."""
    window = text[max(floor, stop - REACH) : stop]
    head = NOMINATIVE_HEAD.search(window, max(0, len(window) - HEAD_REACH))
    if head is None:
        return None
    left = _left_of(window, head)
    printed = window[left:].strip()
    begin = max(floor, stop - REACH) + left
    return Issued(begin, begin + len(printed), nominative(printed))


def _left_of(window: str, head: re.Match[str]) -> int:
    """Return where the name begins in ``window``: at the state, the place, or the first capital."""
    floor = 0
    for stop in STOPS.finditer(window, 0, head.end()):
        floor = stop.end() if stop.end() <= head.start() else floor
    for word in NOT_NAME.finditer(window, floor, head.start()):
        floor = word.end()
    states = list(STATE_WORD.finditer(window, floor, head.end()))
    if states:
        return states[-1].start()
    local = LOCAL_HEAD.match(head.group()) and LOCAL.search(window[floor : head.start()])
    if local:
        return floor + _first_letter(local.group(), local.start())
    run = CAPITAL_RUN.search(window[floor : head.start()])
    return floor + run.start("name") if run else head.start()


def _first_letter(group: str, start: int) -> int:
    return start + len(group) - len(group.lstrip())


BODY = (
    r"(?:министрліг|агенттіг|комитет|кеңсес|әкімшіліг|басқармас|департамент|банк|сот|аппарат|кеңес)"
)
BODY_THEN_POST = re.compile(
    rf"(?P<body>\b[{UPPER}{LOWER}]*{BODY}[іы]?)\s+(?P<post>(?:[{LOWER}]+\s+)?"
    r"(?:төраға|басшы|басты[қғ]|басқарма|пленум|директор|орынбасар|төралқа)[а-яәіңғүұқөһ]*)",
    re.IGNORECASE,
)
PLACE_GENITIVE = {
    "облыс": "облысының",
    "қала": "қаласының",
    "аудан": "ауданының",
    "ауыл": "ауылының",
    "кент": "кентінің",
    "округ": "округінің",
}
PLACE_WORD = re.compile(
    r"\b(?P<place>облыс|қала|аудан|ауыл|кент|округ)(?:ысының|сының|ының|інің|тық|лық|дық|тік|сы|ы|і)?"
    r"\s+(?=(?:әкім|мәслихат)\w*(?:\s|\Z))",
    re.IGNORECASE,
)
CENTRAL = re.compile(
    r"(?:.*\S министрі(?:нің міндетін атқарушы)?|(?:.*\s)?(?:Үкіметі|Президенті|Премьер-Министрі"
    r"|Кабинеті))\Z"
)
FOREIGN = re.compile(r"Федерация|Ресей|Қырғыз|Беларусь|Өзбекстан|КСР|ССР|Одағы")


# The genitive stands once, on the owner nearest to the head: `Қазақстан Республикасы Президенті
# Кеңсесінің бастығы`.
NESTED = re.compile(
    rf"^Қазақстан Республикасы\s.*[{LOWER}]{GENITIVE}\s+(?!(?:уақытша\s+)?міндетін)", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def nominative(printed: str) -> str:
    """Return the name of the body or post by which it is known, from any printed form."""
    name = " ".join(re.sub(rf"(?<=[{LOWER}])(?=[{UPPER}])", " ", printed).split())
    name = re.sub(r"\bҚРҮ-?(?:нің)?", "Қазақстан Республикасының Үкіметі", name)
    name = re.sub(r"\bҚР\b", "Қазақстан Республикасының", name)
    name = re.sub(
        r"м\.\s?а\.|міндетін\s+(?:уақытша\s+)?атқарушысы?(?:ның)?", "міндетін атқарушы", name
    )
    name = _bare(name)
    if not NESTED.search(name):
        name = re.sub(r"^Қазақстан Республикасы\b", "Қазақстан Республикасының", name)
    name = re.sub(r"(?<!Премьер-)Министр", "министр", name) if "Кабинет" not in name else name
    name = re.sub(r"Премьер-?\s?[Мм]инистр", "Премьер-Министр", name)
    name = BODY_THEN_POST.sub(_body_genitive, name)
    name = _placed(name)
    if CENTRAL.match(name) and not name.startswith("Қазақстан") and not FOREIGN.search(name):
        name = f"Қазақстан Республикасының {name}"
    return _lettered(name)


def _lettered(name: str) -> str:
    """Print capitals as official names do: the name's first word, not the kind of body."""
    name = re.sub(r"(?<=\s)(?:Агенттіг|Комитет|Министрліг)", lambda word: word[0].lower(), name)
    name = re.sub(
        r"^(Қазақстан Республикасының )(\S)(?!инистр)", lambda m: m[1] + m[2].upper(), name
    )
    return name[:1].upper() + name[1:]


def _bare(name: str) -> str:
    """Take the genitive off the last word, or off the word before ``міндетін атқарушы``."""
    if name.endswith("міндетін атқарушы"):
        return name
    bare = re.sub(rf"(?<=[{LOWER}]){GENITIVE}\Z", "", name)
    return re.sub("ғ\\Z", "қ", bare)


def _body_genitive(match: re.Match[str]) -> str:
    body = match["body"]
    back = body[-1] in "ыЫ" or re.search(r"(?:банк|сот|аппарат)\Z", body, re.IGNORECASE)
    return f"{body}{'ның' if back else 'нің'} {match['post']}"


def _placed(name: str) -> str:
    """Fold ``Алматы облыстық әкімі`` and ``Алматы облысы әкімі`` to ``Алматы облысының әкімі``."""
    folded = PLACE_WORD.sub(_place_genitive, name)
    if folded == name or " " not in folded.strip():
        return name
    folded = re.sub(r"^Қазақстан Республикасының (?=\S+ )", "", folded)
    # `Павлодар облысы Павлодар қаласының әкімі`: a city's akim is known by the city.
    return re.sub(r"^\S+ облысы(?:ның)? (?=\S+ қаласының (?:әкім|мәслихат))", "", folded)


def _place_genitive(match: re.Match[str]) -> str:
    # `Облыс әкімі` names no oblast: the act's own issuer says which.
    if match.start() == 0:
        return match.group()
    return f"{PLACE_GENITIVE[match['place'].lower()]} "
