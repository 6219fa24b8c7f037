"""What identifies an act: the word for its kind, its date and number, and the ids made of them.

Literal forms: ``қаулысымен``, ``бұйрығына``, ``Жарлығының``, ``шешімі``, ``өкіміне``; ``№ 310``,
``№ 193/НҚ``, ``№ 12/79-VII``, ``№1-255р``, ``№ 17-42-3.3.7``, ``№ 3-82 "а"``, ``№ ҚР ДСМ-49``;
``P2200000274``, ``/akn/kz/act/resolution/government/2022-04-29/274``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lexparse.grammar.date import DATE
from lexparse.kazakh.letters import LETTER, LOWER, UPPER

CASE = (
    r"[нт][ыі]ң|д[ыі]ң|нд[ае](?:[ғг][ыі])?|[дт][ае](?:[ғг][ыі])?|н[ае]н|[дт][ае]н|[мпб]ен"
    r"|[ғгқкн][ае]|[ндт][ыі]|н|"
)
ENDING = rf"(?P<plural>[лдт][ае]р)?(?:с?[ыі])?(?P<case>{CASE})"
# Letters lost in scans: `бұйрыгына`, `қаулысы`. `өкім` is no `өкімет` (the authorities).
KIND_WORD = re.compile(
    rf"(?:(?P<resolution>[қк]аулы)|(?P<order>бұйры[қғкг])|(?P<decree>жарлы[қғкг])"
    rf"|(?P<decision>шешім)|(?P<directive>өкім(?!ет|дік))){ENDING}",
    re.IGNORECASE,
)
GENITIVE = re.compile(r"[ндт][ыі]ң")

_LETTERS = rf"(?:[{UPPER}A-Z]{{1,5}}(?![{LOWER}a-z])|[{LOWER}]{{1,2}}(?![{LETTER}]))"
_SEGMENT = rf"(?:\d+|{_LETTERS})"
NUMBER_SIGN = r"(?:№|(?<!\w)N(?=\s?\d))"
PLAIN_NUMBER = (
    rf"(?:ҚР\s?-?\s?ДСМ\s?-?\s?|[{UPPER}A-Z]{{1,3}}-)?\d+(?:\s?-\s?(?=\d)|[-/.](?=\w))?"
    rf"(?:{_SEGMENT}(?:\s?-\s?(?=\d)|[-/.](?=\w))?)*"
)
NUMBER = re.compile(
    rf"{NUMBER_SIGN}\s*(?P<number>{PLAIN_NUMBER}(?:\s?[\"«][{LOWER}][\"»]|\s[өрқ](?![{LETTER}]))?)"
)
BLANK_NUMBER = re.compile(rf"{NUMBER_SIGN}\s*(?:_+|(?=\s*(?:қаулы|бұйры|шешім|өкім|жарлы)))", re.I)

# Where a date may begin; which date it is, the date grammar says. It opens with a digit class
# alone, which the regex engine finds fastest; what may not stand before it comes after.
DATE_START = (
    r"[0-9](?<![0-9][0-9])(?:(?:(?<=1)[89]|(?<=2)0)[0-9]{2}\s*(?:ж|\.[0-9]{2}\.[0-9]{2})"
    r"|[0-9]?(?:\.[0-9]{2}\.(?:19|20)[0-9]{2}"
    rf"|\s?(?!және|мен|пен)[{LOWER}]{{4,12}},?\s*(?:19|20)[0-9]{{2}}))"
)
BLANK_DATE = re.compile(
    rf"(?:20|19)[0-9_]{{0,2}}\s*жыл\w*\s*(?:[«\"“]?[\s_]*[»\"”]?)\s*(?:[{LOWER}]{{4,14}}|_+)?"
)
EMPTY_DAY = re.compile(r"[«\"“]\s*_*\s*[»\"”]|_{2,}|\Z")


class PrintedDate(NamedTuple):
    """A date at its place: ISO, and both readings of a doubtful one (the likelier first)."""

    start: int
    stop: int
    date: str
    readings: tuple[str, ...]


@lru_cache(maxsize=4096)
def _date_in(window: str) -> tuple[int, str, tuple[str, ...]] | None:
    best: tuple[int, str, tuple[str, ...]] | None = None
    for rule in DATE.rules:
        match = rule.pattern.match(window)
        reading = match and rule.read(match)
        if match and reading and reading["date"] and (best is None or match.end() > best[0]):
            best = (match.end(), reading["date"], tuple(reading.get("readings", ())))
    return best


def date_at(text: str, position: int) -> PrintedDate | None:
    """Return the date that begins at ``position``, or ``None``."""
    found = _date_in(text[position : position + 48])
    if found is None:
        return None
    length, date, readings = found
    return PrintedDate(position, position + length, date, readings)


def kind_of(match: re.Match[str]) -> str | None:
    """Return which group of ``KIND_WORD`` matched: ``resolution`` or another."""
    kinds = ("resolution", "order", "decree", "decision", "directive")
    return next((kind for kind in kinds if match[kind]), None)


def number_of(match: re.Match[str]) -> str:
    """Return the number as it is cited: one space at most, no space round its hyphens."""
    folded = " ".join(match["number"].split())
    return re.sub(r"\s?-\s?", "-", folded).rstrip(".-/")


SLUGS = {
    "Үкіметі": "government",
    "Президенті": "president",
    "Премьер-Министрі": "prime-minister",
    "Министрлер Кабинеті": "cabinet-of-ministers",
    "Ұлттық Банкінің Басқармасы": "national-bank",
    "Жоғарғы Сотының Пленумы": "supreme-court",
}
MINISTERS = {
    "Ақпарат және коммуникациялар": "information-and-communications",
    "Ақпарат және қоғамдық даму": "information-and-social-development",
    "Ауыл шаруашылығы": "agriculture",
    "Білім және ғылым": "education-and-science",
    "Ғылым және жоғары білім": "science-and-higher-education",
    "Денсаулық сақтау": "health",
    "Еңбек және халықты әлеуметтік қорғау": "labour-and-social-protection",
    "Индустрия және инфрақұрылымдық даму": "industry-and-infrastructure-development",
    "Инвестициялар және даму": "investment-and-development",
    "Көлік": "transport",
    "Көлік және коммуникация": "transport-and-communications",
    "Қаржы": "finance",
    "Қоршаған орта және су ресурстары": "environment-and-water-resources",
    "Қорғаныс": "defence",
    "Мәдениет және ақпарат": "culture-and-information",
    "Мәдениет және спорт": "culture-and-sports",
    "Оқу-ағарту": "education",
    "Өнеркәсіп және құрылыс": "industry-and-construction",
    "Сауда және интеграция": "trade-and-integration",
    "Су ресурстары және ирригация": "water-resources-and-irrigation",
    "Сыртқы істер": "foreign-affairs",
    "Төтенше жағдайлар": "emergency-situations",
    "Туризм және спорт": "tourism-and-sports",
    "Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі": "digital-development",
    "Экология және табиғи ресурстар": "ecology-and-natural-resources",
    "Экология, геология және табиғи ресурстар": "ecology-geology-and-natural-resources",
    "Экономика және бюджеттік жоспарлау": "economy-and-budget-planning",
    "Энергетика": "energy",
    "Әділет": "justice",
    "Ішкі істер": "internal-affairs",
    "Ұлттық экономика": "national-economy",
}
REGIONS = {
    "Абай облысының": "abai-region",
    "Ақмола облысының": "akmola-region",
    "Ақтөбе облысының": "aktobe-region",
    "Алматы облысының": "almaty-region",
    "Алматы қаласының": "almaty",
    "Астана қаласының": "astana",
    "Атырау облысының": "atyrau-region",
    "Батыс Қазақстан облысының": "west-kazakhstan-region",
    "Жамбыл облысының": "zhambyl-region",
    "Жетісу облысының": "zhetisu-region",
    "Қарағанды облысының": "karaganda-region",
    "Қостанай облысының": "kostanay-region",
    "Қызылорда облысының": "kyzylorda-region",
    "Маңғыстау облысының": "mangystau-region",
    "Павлодар облысының": "pavlodar-region",
    "Солтүстік Қазақстан облысының": "north-kazakhstan-region",
    "Түркістан облысының": "turkistan-region",
    "Ұлытау облысының": "ulytau-region",
    "Шығыс Қазақстан облысының": "east-kazakhstan-region",
    "Шымкент қаласының": "shymkent",
}
LOCAL_BODIES = {"әкімі": "akim", "әкімдігі": "akimat", "мәслихаты": "maslikhat"}
STATE = "Қазақстан Республикасының "


def issuer_slug(issuer: str | None) -> str | None:
    """Return the issuer's part of an act id, or ``None`` for a body that the table lacks."""
    if not issuer:
        return None
    name = issuer.removesuffix("нің міндетін атқарушы")
    if name.startswith(STATE):
        name = name.removeprefix(STATE)
        minister = MINISTERS.get(name.removesuffix(" министрі"))
        return f"minister-of-{minister}" if minister else SLUGS.get(name)
    region, _, body = name.rpartition(" ")
    if region in REGIONS and body in LOCAL_BODIES:
        return f"{LOCAL_BODIES[body]}-of-{REGIONS[region]}"
    return None


def act_id(
    kind: str | None, issuer: str | None, date: str | None, number: str | None
) -> str | None:
    """Return ``/akn/kz/act/<kind>/<issuer>/<date>/<number>``, ``None`` if a part is unknown."""
    slug = issuer_slug(issuer)
    if not (kind and slug and date and number):
        return None
    safe = re.sub(r"[\s/\"«»]+", "-", number).strip("-").lower()
    return f"/akn/kz/act/{kind}/{slug}/{date}/{safe}"


SERIES = {("resolution", "government"): "P", ("decree", "president"): "U"}
DIGITS = re.compile(r"\d+\Z")


def adilet_id(
    kind: str | None,
    issuer: str | None,
    date: str | None,
    number: str | None,
    registration_number: str | None = None,
) -> str | None:
    """Return the id under which the official database publishes the act, or ``None``.

    Before → after: government, 2022, № 274 → ``P2200000274``; an order registered in 2020 under
    № 20643 → ``V2000020643``; a resolution of 1999, № 1504 → ``P990001504_``. In 2010 both
    lengths are in use, so that year gives ``None``.
    """
    if not date:
        return None
    if registration_number:
        return _padded("V", date, registration_number)
    series = SERIES.get((kind or "", issuer_slug(issuer) or ""))
    return _padded(series, date, number or "") if series else None


YEAR_OF_BOTH_LENGTHS = 2010


def _padded(series: str, date: str, number: str) -> str | None:
    year = int(date[:4])
    if not DIGITS.match(number) or year == YEAR_OF_BOTH_LENGTHS:
        return None
    if year < YEAR_OF_BOTH_LENGTHS:
        return f"{series}{date[2:4]}{int(number):07d}_"
    return f"{series}{date[2:4]}{int(number):08d}"
