"""By when something is due: dates and periods of the calendar that end a deadline.

Literal forms: ``2025 жылғы 15 ақпанға дейінгі мерзімде``, ``1999 жылдың 1 қазанына дейін
мерзімде``, ``ү.ж. 1 қыркүйегіне дейін``, ``2003 жылғы 1 мамырдан кешіктірмей``, ``мамырдың
5-іне дейін``, ``31.12.2023 дейін``, ``2022 жылғы қазанға дейін``, ``мамыр айының соңына дейін``,
``III тоқсанға дейін``, ``жыл соңына дейін``, ``20 шілдеден және 20 қаңтардан кешіктірмей``,
``су тасқыны басталғанға дейін``.

Left alone: ``2020 жылға дейінгі стратегия``, ``… дейін тоқтатыла тұрсын`` (a suspension),
``… дейін берілген куәліктер`` (what was done), ``18 жасқа дейін``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from lexparse.grammar.date import (
    ABLATIVE,
    DATIVE,
    ENDING,
    FIRST_DAY,
    GENITIVE,
    MONTH,
    YEAR,
    YEAR_WORD,
    iso,
)
from lexparse.grammar.period import (
    BY,
    BY_THE_END,
    DAY_MONTH,
    INCLUSIVE,
    LATE,
    PERIOD,
    PERIOD_WORD,
    THIS_YEAR,
    UNTIL,
    dated,
    period_of,
    year_before,
)
from lexparse.grammar.plan_deadline import PLAN_DEADLINE
from lexparse.grammar.recurrence import DAY_OF_MONTH, MORE_DAYS, RECURRENCE, yearly
from lexparse.grammar.rule import Reading, Rule
from lexparse.grammar.sentence import commanded, lasting
from lexparse.grammar.term import TERM
from lexparse.grammar.window import WindowedGrammar, longest
from lexparse.grammar.within import FIRST, LAST, WITHIN, between
from lexparse.kazakh.letters import LOWER
from lexparse.records import Deadline


def _by_date(match: re.Match[str]) -> Reading | None:
    return None if lasting(match) else dated(match, "by")


def _by_dotted(match: re.Match[str]) -> Reading | None:
    due = iso(int(match["year"]), int(match["month"]), int(match["day"]))
    return {"kind": "date", "due": due, "bound": "by"} if due and not lasting(match) else None


def _by_dates(match: re.Match[str]) -> Reading | None:
    year = year_before(match)
    if year.number or lasting(match):
        return None
    return {"kind": "recurring", "rrule": yearly(match["dates"]), "bound": "by"}


def _by_first_date(match: re.Match[str]) -> Reading | None:
    year = year_before(match)
    return dated(match, "by", year) if year.number and not lasting(match) else None


def _by_nth(match: re.Match[str]) -> Reading | None:
    head = MONTH_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    if not head or lasting(match):
        return None
    return dated(head, "by", day=match["day"])


def _by_period(match: re.Match[str]) -> Reading | None:
    period, year = period_of(match), year_before(match)
    # `мамырға дейін` without a year or its word may be anything.
    bare = period and period.kind == "month" and not (match["named"] or year.stated)
    if not period or bare or lasting(match):
        return None
    due = period.before(year.number)
    return {"start": year.start, "kind": period.kind, "due": due, "bound": "by"}


def _by_end(match: re.Match[str]) -> Reading | None:
    text, place = match.string, match.start()
    of_period = OF_PERIOD.search(text, max(0, place - 40), place)
    period = period_of(of_period) if of_period else None
    if lasting(match):
        return None
    if of_period and period:
        year = year_before(of_period)
        due = period.within(year.number)
        return {"start": year.start, "kind": period.kind, "due": due, "bound": "by"}
    of_year = OF_YEAR.search(text, max(0, place - 30), place)
    if not of_year:
        return None
    due = f"{of_year['year']}-12-31" if of_year["year"] else None
    return {"start": of_year.start(), "kind": "year", "due": due, "bound": "by"}


def _by_year(match: re.Match[str]) -> Reading | None:
    if lasting(match) or not commanded(match):
        return None
    return {"kind": "year", "due": f"{int(match['year']) - 1}-12-31", "bound": "by"}


def _until_event(match: re.Match[str]) -> Reading | None:
    place = match.start()
    head = EVENT_BEFORE.search(match.string, max(0, place - 60), place)
    if not head or lasting(match) or not commanded(match):
        return None
    anchor = head.group() + match.group()
    return {
        "start": head.start(),
        "kind": "relative",
        "bound": "by",
        "anchor": "event",
        "anchor_text": anchor,
    }


MONTH_BEFORE = re.compile(rf"(?P<month>{MONTH})(?:с?[ыі])?[ндт][ыі]\Z")
OF_PERIOD = re.compile(rf"{PERIOD}{PERIOD_WORD}{GENITIVE}\s+\Z")
OF_YEAR = re.compile(
    rf"(?<![\w-])(?:(?P<year>{YEAR})\s*ж(?:ыл(?:дың)?|\.)|{THIS_YEAR}|[Жж]ыл(?:дың)?)\s*\Z"
)
EVENT_BEFORE = re.compile(rf"(?<![{LOWER}-])(?:[{LOWER}]+\s+)?[{LOWER}]+\s+\Z", re.IGNORECASE)
RULES = (
    Rule("by <date>", re.compile(rf"{DAY_MONTH}{BY}"), _by_date),
    Rule(
        "by the <n>th of <month>",
        re.compile(rf"ң\s*(?P<day>[0-3]?[0-9])(?![0-9])\s?-?\s?(?:күн)?{BY}"),
        _by_nth,
    ),
    Rule(
        "by <dd.mm.yyyy>",
        re.compile(
            rf"{FIRST_DAY}\.(?P<month>[01][0-9])\.(?P<year>{YEAR})(?:\s*{YEAR_WORD})?"
            rf"(?:\s?-?\s?(?:{DATIVE}|{ABLATIVE}))?{INCLUSIVE}\s*(?:{UNTIL}|{LATE})"
        ),
        _by_dotted,
    ),
    Rule(
        "by each of <dates>",
        re.compile(rf"(?P<dates>{DAY_OF_MONTH}{ENDING}{MORE_DAYS}+)\s*(?:{UNTIL}|{LATE})"),
        _by_dates,
    ),
    Rule(
        "by <date>, the first of several",
        re.compile(rf"{DAY_MONTH}(?:{DATIVE}|{ABLATIVE})(?={MORE_DAYS}+\s*(?:{UNTIL}|{LATE}))"),
        _by_first_date,
    ),
    Rule("by <period>", re.compile(rf"{PERIOD}{PERIOD_WORD}{BY}"), _by_period),
    Rule("by the end of <period>", re.compile(BY_THE_END), _by_end),
    Rule(
        "by <year>, in a command",
        re.compile(rf"(?P<year>{YEAR})(?<![0-9.-][0-9]{{4}})\s*жылға\s*дейін(?![{LOWER}])"),
        _by_year,
    ),
    Rule(
        "from <date> to <date>",
        re.compile(
            rf"{FIRST}[\s-]*{MONTH}{ABLATIVE}\s*(?:бастап\s*)?{LAST}{DATIVE}{INCLUSIVE}\s*{UNTIL}"
        ),
        between,
    ),
    Rule(
        "until <event> begins",
        re.compile(rf"баста(?:лғанға|луына)\s+дейін(?![{LOWER}])"),
        _until_event,
    ),
)

DEADLINE = WindowedGrammar(
    "deadline",
    Deadline,
    RULES,
    cues=("дейін", "кеш", "қалдырмай", "асырмай"),
    before=75,
    after=30,
)

LABEL = re.compile(r"ерзімі(?:м[ыі]з)?\s*[-:]\s*")
IN_A_CLAUSE = re.compile(r"[^;.)\n|]{4,60}")


def find(
    text: str, start: int = 0, stop: int | None = None, *, year: int | None = None
) -> list[Deadline]:
    """Return the deadlines that the prose ``text[start:stop]`` sets, in order.

    ``year`` is the act's own: it completes dates without a year (``15 наурызға дейін``,
    ``үстіміздегі жылдың 1 маусымына дейін``), whose ``due`` is null otherwise.
    """
    stop = len(text) if stop is None else stop
    found = longest(
        DEADLINE.find(text, start, stop),
        WITHIN.find(text, start, stop),
        TERM.find(text, start, stop),
        RECURRENCE.find(text, start, stop),
        _labelled(text, start, stop),
    )
    return [_with_year(deadline, year) for deadline in found]


def find_in_cell(
    text: str, start: int = 0, stop: int | None = None, *, year: int | None = None
) -> list[Deadline]:
    """Return the deadlines of a plan's deadline cell ``text[start:stop]``."""
    read = _read_cell(text[start:stop], year)
    if not start:
        return list(read)
    return [
        replace(deadline, start=deadline.start + start, stop=deadline.stop + start)
        for deadline in read
    ]


@lru_cache(maxsize=1024)
def _read_cell(cell: str, year: int | None) -> tuple[Deadline, ...]:
    found: list[Deadline] = []
    for grammar in (DEADLINE, RECURRENCE, TERM, WITHIN, PLAN_DEADLINE):
        found = longest(found, grammar.find(cell))
        # The whole cell is one deadline: nothing longer can follow.
        if found and found[0].start == 0 and found[0].stop == len(cell):
            break
    return tuple(_with_year(deadline, year) for deadline in _distinct(found))


def _distinct(found: list[Deadline]) -> list[Deadline]:
    """Leave out what says the same again: ``Жыл сайын (жылына 1 рет)``."""
    return [
        deadline
        for place, deadline in enumerate(found)
        if not (deadline.rrule and deadline.rrule in [one.rrule for one in found[:place]])
    ]


def _labelled(text: str, start: int, stop: int) -> list[Deadline]:
    """Read what stands after ``орындау мерзімі -``, as a plan's cell."""
    found: list[Deadline] = []
    place = text.find("ерзімі", start, stop)
    while place >= 0:
        label = LABEL.match(text, place, stop)
        clause = IN_A_CLAUSE.match(text, label.end(), stop) if label else None
        if clause:
            found += find_in_cell(text, clause.start(), clause.end())[:1]
        place = text.find("ерзімі", place + 6, stop)
    return found


YEARLESS = {"date", "month", "quarter", "half_year", "year"}
OWN_YEAR = re.compile(rf"{THIS_YEAR}\s*")
STATED_YEAR = re.compile(rf"{YEAR}|[Кк]елесі|[Аа]лдағы|[Тт]иісті|[Әә]р\s")


def _with_year(deadline: Deadline, year: int | None) -> Deadline:
    """Complete a date without a year by reading it again with the act's year before it."""
    if not year or deadline.due or deadline.kind not in YEARLESS:
        return deadline
    if STATED_YEAR.search(deadline.text):
        return deadline
    if deadline.kind == "year":
        return replace(deadline, due=f"{year}-12-31")
    dated = _read_cell(f"{year} жылғы {OWN_YEAR.sub('', deadline.text)}", None)
    same = [one for one in dated if one.kind == deadline.kind]
    return replace(deadline, due=same[0].due) if same else deadline


def read_example(text: str, given: Mapping[str, int]) -> list[Deadline]:
    """Read an example of an act whose year ``given`` may say."""
    return find(text, year=given.get("year"))
