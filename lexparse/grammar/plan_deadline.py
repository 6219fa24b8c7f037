"""The deadline column of a plan, where a bare month, quarter or year is a deadline by itself.

Literal forms: ``2022 жылғы 30 желтоқсан``, ``15.05.2023 ж.``, ``25 шілде``, ``2022 жылғы мамыр``,
``қазан айы``, ``мамыр-тамыз айлары``, ``II тоқсан 1997 ж.``, ``1997 жылдың III тоқсаны``,
``II квартал 1997 ж.``, ``2003 жылдың 1-жартыжылдығы``, ``2022 - 2024 жылдар``, ``1997 ж.``,
``бір ай``, ``Тоқсан аяқталғаннан кейін 10 күн``, ``тоқсандық``, ``жарты жылдық``, ``айдың 15-не``,
``Тұрақты``, ``Әрқашан``, ``ұдайы``, ``Барлық кезеңде``, ``Су тасқыны басталғанға дейін``, ``су
тасқыны кезінде``, ``жүйемен ықпалдастыруды іске асырғаннан кейін``.
"""

from __future__ import annotations

import re

from lexparse.grammar.date import (
    CENTURIES,
    DATIVE,
    ENDING,
    FIRST_DAY,
    MONTH,
    NOMINATIVE,
    WORD_END,
    YEAR,
    YEAR_WORD,
    iso,
)
from lexparse.grammar.period import (
    DAY_MONTH,
    FOUR,
    LISTED_PERIOD,
    PERIOD,
    PERIOD_WORD,
    WORD_START,
    Year,
    dated,
    period_of,
    year_before,
)
from lexparse.grammar.plain import common, compiled
from lexparse.grammar.recurrence import BY_NTH, bound_of_nth, rrule
from lexparse.grammar.rule import Reading, Rule
from lexparse.grammar.term import OF, UNIT, bare
from lexparse.grammar.window import Cued, WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.records import Deadline
from lexparse.text.span import trimmed


def _year(match: re.Match[str]) -> Year:
    """Return the year before a day or period, else the one after it.

    In ``30 мамыр2022 жылғы 30 желтоқсан`` what follows is the next date's.
    """
    before = year_before(match)
    if before.stated or not match["year"]:
        return before
    return Year(int(match["year"]), match.start(), stated=True)


def _ends(match: re.Match[str], year: Year) -> Reading:
    """Leave the year after a day or period that has its own out of the match."""
    after = match["year"] and year.start == match.start() and year.stated
    return {} if after or not match["year"] else {"stop": match.start("after")}


def _day(match: re.Match[str]) -> Reading | None:
    year = _year(match)
    reading = dated(match, "by" if match["dative"] else "on", year)
    if not reading or SINCE.match(match.string, match.end()):
        return None
    return {**reading, **_ends(match, year)}


def _dotted(match: re.Match[str]) -> Reading | None:
    due = iso(int(match["year"]), int(match["month"]), int(match["day"]))
    return {"kind": "date", "due": due, "bound": "on"} if due else None


def _period(match: re.Match[str]) -> Reading | None:
    period, year = period_of(match), _year(match)
    # `жылу маусымы` is the heating season, no June.
    bare = match["month1"] and not (match["month2"] or match["named"] or year.stated)
    if not period or (bare and LED.search(match.string, 0, match.start())):
        return None
    if SINCE.match(match.string, match.end()):
        return None
    due = period.within(year.number)
    reading = {"start": year.start, "kind": period.kind, "due": due, "bound": "within"}
    return {**reading, **_ends(match, year)}


def _to_period(match: re.Match[str]) -> Reading | None:
    period = period_of(match)
    if not period:
        return None
    due = period.within(int(match["year"]))
    start = year_before(match).start
    return {"start": start, "kind": period.kind, "due": due, "bound": "within"}


def _listed(match: re.Match[str]) -> Reading | None:
    period, year = period_of(match), _year(match)
    if not period:
        return None
    due = period.within(year.number)
    return {"start": year.start, "kind": period.kind, "due": due, "bound": "within"}


def _years(match: re.Match[str]) -> Reading | None:
    return {"kind": "year", "due": f"{match['year']}-12-31", "bound": "within"}


# A beginning is no deadline: `2023 жылғы шілдеден бастап`.
SINCE = compiled(r"\s*бастап")
LED = compiled(r"[^\s,;/(]\s*\Z")
ADJECTIVES = {
    common("күнделікті"): rrule("DAILY"),
    "апталық": rrule("WEEKLY"),
    "апта": rrule("WEEKLY"),
    "ай": rrule("MONTHLY"),
    common("тоқсан"): rrule("MONTHLY", 3),
    "жарты": rrule("MONTHLY", 6),
    "жыл": rrule("YEARLY"),
}


def _adjective(match: re.Match[str]) -> Reading | None:
    word = match["period"].lower()
    rule = next((rule for start, rule in ADJECTIVES.items() if word.startswith(start)), None)
    return {"kind": "recurring", "rrule": rule}


def _nth_of_a_month(match: re.Match[str]) -> Reading | None:
    """Read the day alone: of which months, the plan's column of periods tells."""
    return {"kind": "recurring", "rrule": None, "bound": bound_of_nth(match)}


def _continuous(_: re.Match[str]) -> Reading | None:
    return {"kind": "continuous"}


def _event(match: re.Match[str]) -> Reading | None:
    if HAS_MONTH.search(match.group()):
        return None
    bound = "within" if match["during"] else "after" if match["behind"] else "by"
    anchor = trimmed(match.string, match.start(), match.end())
    return {"kind": "relative", "bound": bound, "anchor": "event", "anchor_text": anchor}


HAS_MONTH = compiled(MONTH)
WORD = rf"[{LOWER}{LOWER.upper()}]+(?:-[{LOWER}]+)*"
YEAR_AFTER = rf"(?P<after>,?\s*(?P<year>{YEAR})(?![0-9])(?:\s*{YEAR_WORD})?)?"
COUNTED = ("жұмыс", "банк", "күн", "тәулік", "апта", "ай", "жыл", "сағат")
RULES = (
    Rule(
        "<date>",
        compiled(rf"{DAY_MONTH}(?:(?P<dative>{DATIVE}){WORD_END}|{ENDING}){YEAR_AFTER}"),
        _day,
    ),
    Cued(
        "<dd.mm.yyyy>",
        compiled(
            rf"{FIRST_DAY}\.(?P<month>[01][0-9])\.(?P<year>{YEAR})(?![0-9])(?:\s*{YEAR_WORD})?"
        ),
        _dotted,
        (".",),
        5,
        12,
    ),
    Rule(
        "<period>",
        compiled(rf"{PERIOD}{PERIOD_WORD}{ENDING}(?:\s+(?:кезінде|ішінде)|{YEAR_AFTER})"),
        _period,
    ),
    Cued(
        "<period> of a list",
        compiled(rf"{LISTED_PERIOD}(?:ық)?{PERIOD_WORD}{ENDING}{YEAR_AFTER})"),
        _listed,
        (",", "және", "мен ", "пен ", "бен "),
        40,
        40,
    ),
    Cued(
        "<period> to <period>",
        compiled(
            rf"{WORD_START}(?:{MONTH}|{FOUR}\s?-?\s?(?:тоқсан|квартал|жарты\s?жылд[ыі][қғ]))"
            rf"{NOMINATIVE}\s*-\s*(?P<year>{YEAR})\s*{YEAR_WORD}\s*{PERIOD}{PERIOD_WORD}{ENDING}"
        ),
        _to_period,
        ("-",),
        40,
        60,
    ),
    Cued(
        "<years>",
        compiled(
            rf"(?:(?<![0-9.-]){YEAR}\s*(?:ж(?:\.|ыл)?\s*)?-\s*)?(?P<year>{YEAR})(?![0-9.])\s*"
            rf"(?:ж(?:ыл(?:ы|дар[{LOWER}]*)?(?![{LOWER}])|\.?ж\.|\.)(?!\s*(?:[0-9]|{MONTH}|{FOUR}[\s-]))|\Z)"
        ),
        _years,
        CENTURIES,
        15,
        20,
    ),
    Cued(
        "<n> <units>",
        compiled(rf"{UNIT}{OF}(?![{LOWER}])"),
        bare,
        COUNTED,
    ),
    Cued(
        "<period>ly",
        compiled(
            r"^\s*(?P<period>[Кк]үнделікті|[Аа]птал|[Аа]йл|[Тт]оқсанд|[Жж]арты\s?жылд|[Жж]ылд"
            r"|(?:[Аа]пта|[Аа]й|[Тт]оқсан|[Жж]ыл)\s+сайынғ)(?:ық|ік|ы|)\s*$"
        ),
        _adjective,
        ("күнделікті", "лық", "дық", "лік", "дік", "сайынғ"),
        20,
        5,
    ),
    Cued(
        "by the <n>th of a month",
        compiled(rf"^\s*[Аа]йдың\s+{BY_NTH}\s*$"),
        _nth_of_a_month,
        ("йдың",),
        3,
        50,
    ),
    Cued(
        "all the time",
        compiled(
            r"(?:[Тт]ұра[қк]ты(?:\s+(?:түрде|негізде))?|[Бб]арлық\s+кезе[ңн](?:де|ге|дерде)?"
            r"|[Үү]немі|[Үү]здіксіз|[Ұұ]дайы(?:\s+(?:түрде|негізде))?|[Әә]рдайым|[Әә]рқашан"
            rf"|[Жж]ыл\s+бойы)(?![{LOWER}])"
        ),
        _continuous,
        ("ұра", "кезе", "немі", "здіксіз", "дайы", "рқашан", "бойы"),
        15,
        20,
    ),
    Cued(
        "<event>",
        compiled(
            rf"^\s*(?:{WORD}\s+){{1,6}}(?:{WORD}(?:[ғгқк][ае]н[ғг][ае]|у[ыі]н[ае])\s+дейін"
            rf"|{WORD}[ғгқк][ае]нн[ае]н\s+(?P<behind>кейін|соң)|(?P<during>кезінде|барысында))\s*$"
        ),
        _event,
        ("дейін", "кейін", "соң", "кезінде", "барысында"),
        120,
        10,
    ),
)

PLAN_DEADLINE = WindowedGrammar("plan_deadline", Deadline, RULES)
