"""Deadlines that come round again, as RFC 5545 rules: each year, quarter, month or week.

Literal forms: ``жыл сайын``, ``жыл сайын, 15 желтоқсанға дейін``, ``жыл сайын … және
30 наурыздан кешіктірмей``, ``жыл сайын, шілде айында``, ``жарты жылғы қорытынды бойынша -
20 шілдеге дейін, 20 қаңтарға дейін``, ``тоқсан сайынғы негізде, есепті кезеңнен кейінгі айдың
10-ы күніне дейінгі мерзімде``, ``жоспарланатын тоқсанның алдындағы айдың 20-сы күнінен
кешіктірмей``, ``есепті жылдан кейінгі жылдың 1 ақпанына дейін``, ``әр айдың 5-іне``,
``айына кемінде бір рет``, ``үш жылда бір рет``, ``әр жұма сайын``.

Left alone: ``жыл сайынғы есеп`` (which report), ``бір реттік пароль``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lexparse.grammar.date import (
    ABLATIVE,
    DATIVE,
    ENDING,
    GENITIVE,
    LOCATIVE,
    MONTH,
    YEAR_WORD,
    month_of,
    number_of,
)
from lexparse.grammar.period import FOUR, LATE, UNTIL, place
from lexparse.grammar.rule import Reading, Rule
from lexparse.grammar.window import WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.numerals import WORDS, cardinal
from lexparse.records import Deadline

WEEKDAYS = {
    "дүйсенбі": "MO",
    "сейсенбі": "TU",
    "сәрсенбі": "WE",
    "бейсенбі": "TH",
    "жұма": "FR",
    "сенбі": "SA",
    "жексенбі": "SU",
}
WEEKDAY = f"(?:{'|'.join(f'[{day[0].upper()}{day[0]}]{day[1:]}' for day in WEEKDAYS)})"
# The frequency of a period; months are counted where RFC 5545 has no word.
FREQUENCY = {
    "жарты": ("MONTHLY", 6),
    "тоқсан": ("MONTHLY", 3),
    "жыл": ("YEARLY", 1),
    "ай": ("MONTHLY", 1),
    "апта": ("WEEKLY", 1),
    "күн": ("DAILY", 1),
}
# The months in which something falls due after, or before, each such period.
AFTER = {"жарты": (1, 7), "тоқсан": (1, 4, 7, 10), "жыл": (1,)}
BEFORE = {"жарты": (6, 12), "тоқсан": (3, 6, 9, 12), "жыл": (12,)}


def rrule(frequency: str, interval: int = 1, **parts: object) -> str:
    """Write an RFC 5545 rule: ``FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=20``."""
    step = [f"INTERVAL={interval}"] if interval > 1 else []
    return ";".join(
        [f"FREQ={frequency}", *step, *(f"{key}={value}" for key, value in parts.items())]
    )


def _period(word: str | None) -> str:
    """Return the key of the period that a word names, ``""`` for one that it leaves open."""
    word = (word or "").lower()
    return next((key for key in FREQUENCY if word.startswith(key)), "")


class Every(NamedTuple):
    """The words before ``сайын`` or ``рет``: the period, its rule, and where they begin."""

    period: str
    rule: str
    start: int


def _every(match: re.Match[str]) -> Every | None:
    text, place = match.string, match.start()
    head = EVERY_BEFORE.search(text, max(0, place - 40), place)
    if not head:
        return None
    word = head["every"].lower()
    steps = cardinal(head["step"]) if head["step"] else 1
    if word in WEEKDAYS:
        return Every("апта", rrule("WEEKLY", BYDAY=WEEKDAYS[word]), head.start())
    frequency, interval = FREQUENCY[_period(word)]
    return Every(_period(word), rrule(frequency, interval * (steps or 1)), head.start())


def _recurring(start: int, rule: str | None, bound: str | None = None) -> dict[str, object]:
    return {"start": start, "kind": "recurring", "rrule": rule, "bound": bound}


def yearly(dates: str) -> str | None:
    """Write the rule of a list of days; days of several numbers fit no single rule."""
    days = {number_of(day) for day, _ in DAYS.findall(dates)}
    months = sorted(month_of(name) or 0 for _, name in DAYS.findall(dates))
    if len(days) > 1 or not months[0]:
        return None
    return rrule("YEARLY", BYMONTH=_listed(months), BYMONTHDAY=days.pop())


def _listed(numbers: list[int] | tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _each(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    return _recurring(every.start, every.rule) if every else None


def _each_by_dates(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    return _recurring(every.start, yearly(match["dates"]), "by") if every else None


def _each_on_dates(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    return _recurring(every.start, yearly(match["dates"])) if every else None


def _dates_apart(match: re.Match[str]) -> Reading | None:
    every, ahead = _every(match), DATES_APART.match(match.string, match.end())
    if not every or not ahead:
        return None
    if OWN_YEAR.search(match.string, match.end(), ahead.start("dates")):
        return None
    return {"stop": ahead.end(), **_recurring(every.start, yearly(ahead["dates"]), "by")}


def _in_months(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    if not every:
        return None
    if match["quarter"]:
        months = [(place(match["quarter"]) or 0) * 3]
    else:
        months = [month_of(name) or 0 for name in re.findall(MONTH, match["months"])]
    return (
        _recurring(every.start, rrule("YEARLY", BYMONTH=_listed(months))) if all(months) else None
    )


def _each_nth(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    return _nth(match, every.start, every) if every else None


def _nth_apart(match: re.Match[str]) -> Reading | None:
    every, ahead = _every(match), NTH_APART.match(match.string, match.end())
    reading = _nth(ahead, every.start, every) if every and ahead else None
    return {"stop": ahead.end(), **reading} if ahead and reading else None


def _nth_of_month(match: re.Match[str]) -> Reading | None:
    text, place = match.string, match.start()
    head = MONTH_BEFORE.search(text, max(0, place - 70), place)
    return _nth(match, head.start(), None, head) if head else None


def _nth(
    match: re.Match[str], start: int, every: Every | None, head: re.Match[str] | None = None
) -> Reading | None:
    """Read ``BY_NTH`` with the month that ``head`` names beside the period of ``every``."""
    part = (head or match).groupdict()
    period = every.period if every else _period(part["counted"]) or ("ай" if part["each"] else "")
    day, bound = number_of(match["nth"]), "by" if match["by"] or match["dative"] else None
    if not 0 < day < 32:
        return None
    if period == "ай":
        return _recurring(start, rrule("MONTHLY", BYMONTHDAY=day), bound)
    months = (BEFORE if part["side"] == "алдындағы" else AFTER).get(period)
    if not months or not (part["side"] or part["next"]):
        return _recurring(start, every.rule if every else None, bound)
    return _recurring(start, rrule("YEARLY", BYMONTH=_listed(months), BYMONTHDAY=day), bound)


def _beside_year(match: re.Match[str]) -> Reading | None:
    text, place = match.string, match.start()
    before = COUNTED_BEFORE if match["side"] else YEAR_BEFORE
    head = before.search(text, max(0, place - 60), place)
    number = month_of(match["month"] or match["month2"])
    day = number_of(match["day"] or match["nth"])
    if not head or not number or not 0 < day < 32:
        return None
    return _recurring(head.start(), rrule("YEARLY", BYMONTH=number, BYMONTHDAY=day), "by")


def _after_results(match: re.Match[str]) -> Reading | None:
    text, place = match.string, match.start()
    head = RESULTS_OF.search(text, max(0, place - 40), place)
    return _recurring(head.start(), yearly(match["dates"]), "by") if head else None


def _times(match: re.Match[str]) -> Reading | None:
    """Read a number of turns: once a period is a rule, twice and more leave open when."""
    text, place = match.string, match.start()
    counted = TIMES_BEFORE.search(text, max(0, place - 70), place)
    if not counted:
        return None
    frequency, interval = FREQUENCY[_period(counted["every"])]
    steps = cardinal(counted["step"]) if counted["step"] else 1
    once = cardinal(counted["times"]) == 1
    rule = rrule(frequency, interval * (steps or 1)) if once else None
    return _recurring(counted.start(), rule)


# How many periods lie between two turns is a small number; the whole fragment is not needed.
COUNT = (
    rf"(?:[0-9]{{1,2}}|(?:{'|'.join(WORDS)})(?:\s+(?:{'|'.join(WORDS)})){{0,2}})(?:\s*\([^()]*\))?"
)
WORD_START = rf"(?:(?<![{LOWER}-])|(?=жыл))"
PERIOD = (
    rf"(?:[Әә]р(?:бір)?\s+)?(?:(?P<step>{COUNT})\s+)?"
    rf"(?P<every>[Жж]арты\s?жыл(?:дық)?|[Жж]ыл|[Тт]о[қк]сан|[Аа]й|[Аа]пта|[Кк]үн|{WEEKDAY})"
)
EVERY_BEFORE = re.compile(rf"{WORD_START}{PERIOD}\s*\Z")
TIMES_BEFORE = re.compile(
    rf"{WORD_START}{PERIOD}(?:с?[ыі]н[ае]|[дт][ае]|[ыі]нда)\s+"
    rf"(?:кемінде\s+|кем\s+дегенде\s+)?(?P<times>{COUNT})\s*\Z",
    re.IGNORECASE,
)
RESULTS_OF = re.compile(
    rf"{WORD_START}(?:[Жж]ыл|[Тт]оқсан|[Жж]арты\s?жыл(?:дық)?)(?:{GENITIVE}|[ғг]ы)?\s+\Z"
)
COUNTED = (
    r"(?:[Жж]ылдың\s+)?(?:(?:[Ее]септі?к?|[Жж]оспарланатын|[Өө]ткен|[Тт]иісті)\s+)?"
    r"(?P<counted>[Кк]езең|[Мм]ерзім|[Тт]оқсан|[Аа]й|[Жж]арты\s?жыл(?:дық)?|[Жж]ыл)"
    rf"(?:{ABLATIVE}|{GENITIVE}|\s+аяқталғаннан)\s+"
)
COUNTED_BEFORE = re.compile(rf"{WORD_START}{COUNTED}\Z")
YEAR_BEFORE = re.compile(r"(?<!\w)(?:[Ее]септі?к?|[Әә]р(?:бір)?)\s+\Z")
BESIDE = (
    rf"(?:{COUNTED}(?P<side>кейінгі|алдындағы)\s+(?:келесі\s+)?|(?P<next>[Кк]елесі)\s+"
    r"|(?P<each>[Әә]р(?:бір)?)\s+)"
)
MONTH_BEFORE = re.compile(rf"{WORD_START}{BESIDE}\Z")

EVERY = rf"сайын(?:[ғг]ы\s+негізде|(?![{LOWER}]))"
LINK = r"\s*[,(:-]?\s*(?:[^.;:|\n\t,0-9-]{0,60}?бойынша\s*[-,:]?\s*)?"
DAY_OF_MONTH = rf"[0-9](?<![0-9.,][0-9])[0-9]?(?![0-9])[\s-]*{MONTH}"
DAYS = re.compile(rf"([0-3]?[0-9])(?![0-9])[\s-]*({MONTH})")
OWN_YEAR = re.compile(rf"[0-9]\s*{YEAR_WORD}[^0-9]{{0,20}}\Z")
MORE_DAYS = (
    r"(?:(?:\s*дейін)?\s*(?:,|/|және|мен|бен|пен)\s*(?:жыл\s+сайын\s+)?"
    rf"{DAY_OF_MONTH}{ENDING})"
)
DATES = rf"(?P<dates>{DAY_OF_MONTH}{ENDING}{MORE_DAYS}*)"
BOUND = rf"\s*(?:{UNTIL}|{LATE})"
# `айдың 10-ы күніне`, `5-күніне`, `10-на`, `20 - нан`.
NTH = (
    r"(?P<nth>[0-3]?[0-9])(?![0-9])(?:\s?-\s?(?:ш[ыі]|[ыі]нш[ыі]))?\s?-?\s?"
    rf"(?:(?:с?[ыі])?\s*күн)?(?:{ABLATIVE}|(?P<dative>{DATIVE})|{LOCATIVE})(?![{LOWER}])"
)
BY_NTH = rf"{NTH}(?P<by>{BOUND}|\s*қарай)?"
# Within one sentence: `жыл сайын … тізбесін қалыптастырады және 30 наурыздан кешіктірмей`.
APART = r"[^.;:|\n\t]{1,300}?(?<![0-9.,-])"
DATES_APART = re.compile(rf"{APART}{DATES}{BOUND}")
NTH_APART = re.compile(rf"{APART}{BESIDE}айдың\s+{BY_NTH}")
LAST = r"(?=\s*(?:[,;.)|]|\Z))"

RULES = (
    Rule("every <period>, by <dates>", re.compile(rf"{EVERY}{LINK}{DATES}{BOUND}"), _each_by_dates),
    Rule(
        "every <period>, on <dates>",
        re.compile(
            rf"{EVERY}{LINK}(?P<dates>{DAY_OF_MONTH}{MORE_DAYS}*)(?:{LOCATIVE}(?![{LOWER}])|{LAST})"
        ),
        _each_on_dates,
    ),
    Rule(
        "every <period>, in <months>",
        re.compile(
            rf"{EVERY}{LINK}(?:(?P<quarter>{FOUR})\s?-?\s?тоқсан(?:{LOCATIVE})?"
            rf"|(?P<months>{MONTH}(?:\s*(?:,|-|және|мен|пен)\s*{MONTH}){{0,5}})"
            rf"(?:\s+ай(?:лар)?(?:{LOCATIVE}|ы)|{LOCATIVE}|{LAST}))(?![{LOWER}])"
        ),
        _in_months,
    ),
    Rule(
        "every <period>, by the <n>th of the month",
        re.compile(rf"{EVERY}\s*,?\s*(?:{BESIDE}?айдың\s+)?{BY_NTH}"),
        _each_nth,
    ),
    Rule("every <period> … by <dates>", re.compile(EVERY), _dates_apart),
    Rule("every <period> … by the <n>th of the month", re.compile(EVERY), _nth_apart),
    Rule("every <period>", re.compile(EVERY), _each),
    Rule(
        "by the <n>th of the month beside a period",
        re.compile(rf"айдың\s+{BY_NTH}"),
        _nth_of_month,
    ),
    Rule(
        "by <date> of the year beside another",
        re.compile(
            r"(?:(?P<side>кейінгі|алдындағы)(?:\s+жылдың)?|жылдың)\s+"
            r"(?:(?P<day>[0-3]?[0-9])(?![0-9])[\s-]*"
            rf"(?P<month>{MONTH})(?:{DATIVE}|{ABLATIVE})|(?P<month2>{MONTH}){GENITIVE}\s+{NTH})"
            rf"(?P<by>{BOUND})?"
        ),
        _beside_year,
    ),
    Rule(
        "after a period's results, by <dates>",
        re.compile(
            rf"қорытынды(?:с[ыі]|лары)?\s+бойынша[^.;:|\n\t0-9]{{0,60}}[\s-]*{DATES}{BOUND}"
        ),
        _after_results,
    ),
    Rule("<n> times a <period>", re.compile(rf"рет(?![{LOWER}])"), _times),
)

RECURRENCE = WindowedGrammar(
    "recurrence",
    Deadline,
    RULES,
    cues=("сайын", " рет", "кейінгі", "алдындағы", "айдың ", "жылдың ", "қорытынды"),
    before=1,
    after=120,
)
