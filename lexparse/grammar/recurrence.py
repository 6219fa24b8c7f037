"""Deadlines that come round again, as RFC 5545 rules: each year, quarter, month or week.

Literal forms: ``жыл сайын``, ``жыл сайын, 15 желтоқсанға дейін``, ``жыл сайын … және
30 наурыздан кешіктірмей``, ``жыл сайын, шілде айында``, ``жарты жылғы қорытынды бойынша -
20 шілдеге дейін, 20 қаңтарға дейін``, ``тоқсан сайынғы негізде, есепті кезеңнен кейінгі айдың
10-ы күніне дейінгі мерзімде``, ``жоспарланатын тоқсанның алдындағы айдың 20-сы күнінен
кешіктірмей``, ``есепті жылдан кейінгі жылдың 1 ақпанына дейін``, ``әр айдың 5-іне``,
``әр айдың 10-ы күні``, ``айына кемінде бір рет``, ``жарты жылда бір рет, 10 қаңтарға және
10 шілдеге қарай``, ``үш жылда бір рет``, ``әр жұма сайын``.

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
    WORD_END,
    YEAR_WORD,
    month_of,
    number_of,
)
from lexparse.grammar.period import FOUR, LATE, UNTIL, place
from lexparse.grammar.plain import common, compiled
from lexparse.grammar.rule import Reading
from lexparse.grammar.window import Cued, WindowedGrammar
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
DAY_CODES = {common(day): code for day, code in WEEKDAYS.items()}
# The frequency of a period; months are counted where RFC 5545 has no word.
FREQUENCY = {
    "жарты": ("MONTHLY", 6),
    common("тоқсан"): ("MONTHLY", 3),
    "жыл": ("YEARLY", 1),
    "ай": ("MONTHLY", 1),
    "апта": ("WEEKLY", 1),
    common("күн"): ("DAILY", 1),
}
# The months in which something falls due after, or before, each such period.
AFTER = {"жарты": (1, 7), common("тоқсан"): (1, 4, 7, 10), "жыл": (1,)}
BEFORE = {"жарты": (6, 12), common("тоқсан"): (3, 6, 9, 12), "жыл": (12,)}
# How often each rule comes round in a year.
A_YEAR = {"FREQ=YEARLY": 1, "FREQ=MONTHLY;INTERVAL=6": 2, "FREQ=MONTHLY;INTERVAL=3": 4}


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
    if word in DAY_CODES:
        return Every("апта", rrule("WEEKLY", BYDAY=DAY_CODES[word]), head.start())
    frequency, interval = FREQUENCY[_period(word)]
    return Every(_period(word), rrule(frequency, interval * (steps or 1)), head.start())


def _recurring(start: int, rule: str | None, bound: str | None = None) -> dict[str, object]:
    return {"start": start, "kind": "recurring", "rrule": rule, "bound": bound}


def yearly(dates: str) -> str | None:
    """Write the rule of a list of days; days of several numbers fit no single rule."""
    days = {number_of(day) for day, _ in DAYS.findall(dates)}
    months = sorted(month_of(name) for _, name in DAYS.findall(dates))
    if len(days) > 1:
        return None
    return rrule("YEARLY", BYMONTH=listed(months), BYMONTHDAY=days.pop())


def listed(numbers: list[int] | tuple[int, ...]) -> str:
    """Write the numbers of an RFC 5545 list."""
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
    start = ahead.start("dates")
    return {"stop": ahead.end(), **_recurring(start, yearly(ahead["dates"]), "by")}


def _in_months(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    if not every:
        return None
    if match["quarter"]:
        months = [(place(match["quarter"]) or 0) * 3]
    else:
        months = [month_of(name) for name in A_MONTH.findall(match["months"])]
    return _recurring(every.start, rrule("YEARLY", BYMONTH=listed(months))) if all(months) else None


def _each_nth(match: re.Match[str]) -> Reading | None:
    every = _every(match)
    return _nth(match, every.start, every) if every else None


def _nth_apart(match: re.Match[str]) -> Reading | None:
    every, ahead = _every(match), NTH_APART.match(match.string, match.end())
    reading = _nth(ahead, ahead.start("nth_day"), every) if every and ahead else None
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
    day, bound = number_of(match["nth"]), bound_of_nth(match)
    if not 0 < day < 32:
        return None
    if period == "ай":
        return _recurring(start, rrule("MONTHLY", BYMONTHDAY=day), bound)
    months = (BEFORE if part["side"] == common("алдындағы") else AFTER).get(period)
    if not months or not (part["side"] or part["next"]):
        return _recurring(start, every.rule if every else None, bound)
    return _recurring(start, rrule("YEARLY", BYMONTH=listed(months), BYMONTHDAY=day), bound)


def bound_of_nth(match: re.Match[str]) -> str | None:
    """Return ``by`` or ``on`` as the case of ``BY_NTH`` says."""
    if match["by"] or match["dative"]:
        return "by"
    return "on" if match["on"] or match["on_day"] else None


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


def _counted(match: re.Match[str]) -> tuple[Every, int] | None:
    """Return the period before ``рет`` and how many times in it."""
    text, place = match.string, match.start()
    counted = TIMES_BEFORE.search(text, max(0, place - 70), place)
    times = cardinal(counted["times"]) if counted else None
    if not counted or not times:
        return None
    frequency, interval = FREQUENCY[_period(counted["every"])]
    steps = cardinal(counted["step"]) if counted["step"] else 1
    rule = rrule(frequency, interval * (steps or 1))
    return Every(_period(counted["every"]), rule, counted.start()), times


def _times(match: re.Match[str]) -> Reading | None:
    """Read a number of turns: once a period is a rule, twice and more leave open when."""
    counted = _counted(match)
    if not counted:
        return None
    every, times = counted
    return _recurring(every.start, every.rule if times == 1 else None)


def _times_by_dates(match: re.Match[str]) -> Reading | None:
    """Read as many dates as there are turns; fewer would leave a turn open."""
    counted = _counted(match)
    if not counted:
        return None
    every, times = counted
    told = len(DAYS.findall(match["dates"])) == times * A_YEAR.get(every.rule, 0)
    return _recurring(every.start, yearly(match["dates"]) if told else None, "by")


def _once_by_nth(match: re.Match[str]) -> Reading | None:
    counted = _counted(match)
    return _nth(match, counted[0].start, counted[0]) if counted and counted[1] == 1 else None


# How many periods lie between two turns is a small number; the whole fragment is not needed.
COUNT = (
    rf"(?:[0-9]{{1,2}}|(?:{'|'.join(WORDS)})(?:\s+(?:{'|'.join(WORDS)})){{0,2}})(?:\s*\([^()]*\))?"
)
WORD_START = rf"(?:(?<![{LOWER}-])|(?=жыл))"
PERIOD = (
    rf"(?:[Әә]р(?:бір)?\s+)?(?:(?P<step>{COUNT})\s+)?"
    rf"(?P<every>[Жж]арты\s?жыл(?:дық)?|[Жж]ыл|[Тт]о[қк]сан|[Аа]й|[Аа]пта|[Кк]үн|{WEEKDAY})"
)
EVERY_BEFORE = compiled(rf"{WORD_START}{PERIOD}\s*\Z")
TIMES_BEFORE = compiled(
    rf"{WORD_START}{PERIOD}(?:с?[ыі]н[ае]|[дт][ае]|[ыі]нда)\s+"
    rf"(?:кемінде\s+|кем\s+дегенде\s+)?(?P<times>{COUNT})\s*\Z",
    re.IGNORECASE,
)
RESULTS_OF = compiled(
    rf"{WORD_START}(?:[Жж]ыл|[Тт]оқсан|[Жж]арты\s?жыл(?:дық)?)(?:{GENITIVE}|[ғг]ы)?\s+\Z"
)
COUNTED = (
    r"(?:[Жж]ылдың\s+)?(?:(?:[Ее]септі?к?|[Жж]оспарланатын|[Өө]ткен|[Тт]иісті)\s+)?"
    r"(?P<counted>[Кк]езең|[Мм]ерзім|[Тт]оқсан|[Аа]й|[Жж]арты\s?жыл(?:дық)?|[Жж]ыл)"
    rf"(?:{ABLATIVE}|{GENITIVE}|\s+аяқталғаннан)\s+"
)
COUNTED_BEFORE = compiled(rf"{WORD_START}{COUNTED}\Z")
YEAR_BEFORE = compiled(r"(?<!\w)(?:[Ее]септі?к?|[Әә]р(?:бір)?)\s+\Z")
BESIDE = (
    rf"(?:{COUNTED}(?P<side>кейінгі|алдындағы)\s+(?:келесі\s+)?|(?P<next>[Кк]елесі)\s+"
    r"|(?P<each>[Әә]р(?:бір)?)\s+)"
)
MONTH_BEFORE = compiled(rf"{WORD_START}{BESIDE}\Z")

EVERY = rf"сайт?ын(?:[ғг]ы\s+негізде|(?![{LOWER}]))"
LINK = r"\s*[,(:-]?\s*(?:[^.;:|\n\t,0-9-]{0,60}?бойынша\s*[-,:]?\s*)?"
DAY_OF_MONTH = rf"[0-9](?<![0-9.,][0-9])[0-9]?(?![0-9])[\s-]*{MONTH}"
A_MONTH = compiled(MONTH)
DAYS = compiled(rf"([0-3]?[0-9])(?![0-9])[\s-]*({MONTH})")
OWN_YEAR = compiled(rf"[0-9]\s*{YEAR_WORD}[^0-9]{{0,20}}\Z")
MORE_DAYS = (
    r"(?:(?:\s*дейін)?\s*(?:,|/|және|мен|бен|пен)\s*(?:жыл\s+сайын\s+)?"
    rf"{DAY_OF_MONTH}{ENDING})"
)
DATES = rf"(?P<dates>{DAY_OF_MONTH}{ENDING}{MORE_DAYS}*)"
BOUND = rf"\s*(?:{UNTIL}|{LATE})"
# `айдың 10-ы күніне`, `5-күніне`, `10-на`, `20 - нан`, `10-ы күні`.
NTH = (
    r"(?P<nth>[0-3]?[0-9])(?![0-9])(?:\s?-\s?(?:ш[ыі]|[ыі]нш[ыі]))?\s?-?\s?"
    rf"(?:(?:(?:с?[ыі])?\s*күн)?(?:{ABLATIVE}|(?P<dative>{DATIVE})|(?P<on>{LOCATIVE}))"
    rf"|(?P<on_day>(?:с?[ыі])?\s*күні)){WORD_END}"
)
BY_NTH = rf"{NTH}(?P<by>{BOUND}|\s*қарай)?"
# Within one sentence: `жыл сайын … тізбесін қалыптастырады және 30 наурыздан кешіктірмей`.
APART = r"[^.;:|\n\t]{1,300}?(?<![0-9.,-])"
DATES_APART = compiled(rf"{APART}{DATES}{BOUND}")
NTH_APART = compiled(rf"{APART}(?P<nth_day>{BESIDE}айдың\s+{BY_NTH})")
LAST = r"(?=\s*(?:[,;.)|]|\Z))"

RULES = (
    Cued(
        "every <period>, by <dates>",
        compiled(rf"{EVERY}{LINK}{DATES}{BOUND}"),
        _each_by_dates,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period>, on <dates>",
        compiled(
            rf"{EVERY}{LINK}(?P<dates>{DAY_OF_MONTH}{MORE_DAYS}*)(?:{LOCATIVE}(?![{LOWER}])|{LAST})"
        ),
        _each_on_dates,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period>, in <months>",
        compiled(
            rf"{EVERY}{LINK}(?:(?P<quarter>{FOUR})\s?-?\s?тоқсан(?:{LOCATIVE})?"
            rf"|(?P<months>{MONTH}(?:\s*(?:,|-|және|мен|пен)\s*{MONTH}){{0,5}})"
            rf"(?:\s+ай(?:лар)?(?:{LOCATIVE}|ы)|{LOCATIVE}|{LAST}))(?![{LOWER}])"
        ),
        _in_months,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period>, by the <n>th of the month",
        compiled(rf"{EVERY}\s*,?\s*(?:{BESIDE}?айдың\s+)?{BY_NTH}"),
        _each_nth,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period> … by <dates>",
        compiled(EVERY),
        _dates_apart,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period> … by the <n>th of the month",
        compiled(EVERY),
        _nth_apart,
        ("сайын", "сайтын"),
    ),
    Cued(
        "every <period>",
        compiled(EVERY),
        _each,
        ("сайын", "сайтын"),
    ),
    Cued(
        "by the <n>th of the month beside a period",
        compiled(rf"айдың\s+{BY_NTH}"),
        _nth_of_month,
        ("айдың",),
    ),
    Cued(
        "by <date> of the year beside another",
        compiled(
            r"(?:(?P<side>кейінгі|алдындағы)(?:\s+жылдың)?|жылдың)\s+"
            r"(?:(?P<day>[0-3]?[0-9])(?![0-9])[\s-]*"
            rf"(?P<month>{MONTH})(?:{DATIVE}|{ABLATIVE})|(?P<month2>{MONTH}){GENITIVE}\s+{NTH})"
            rf"(?P<by>{BOUND})?"
        ),
        _beside_year,
        ("кейінгі", "алдындағы", "жылдың"),
    ),
    Cued(
        "after a period's results, by <dates>",
        compiled(rf"қорытынды(?:с[ыі]|лары)?\s+бойынша[^.;:|\n\t0-9]{{0,60}}[\s-]*{DATES}{BOUND}"),
        _after_results,
        ("қорытынды",),
    ),
    Cued(
        "<n> times a <period>, by <dates>",
        compiled(rf"рет{LINK}{DATES}{BOUND}"),
        _times_by_dates,
        ("рет",),
    ),
    Cued(
        "once a <period>, by the <n>th of the month",
        compiled(rf"рет\s*,?\s*(?:{BESIDE}?айдың\s+)?{BY_NTH}"),
        _once_by_nth,
        ("рет",),
    ),
    Cued(
        "<n> times a <period>",
        compiled(rf"рет(?![{LOWER}])"),
        _times,
        ("рет",),
    ),
)

RECURRENCE = WindowedGrammar("recurrence", Deadline, RULES)
