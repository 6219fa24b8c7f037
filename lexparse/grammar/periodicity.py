"""How often and by when, said apart: in two columns of a plan or in two sentences.

Literal forms: ``Ай сайын`` + ``Келесі айдың 10-на``; ``Тоқсан сайын`` + ``Есептік кезеңнен кейінгі
келесі айдың 10-на дейін``; ``Жарты жылда 1 рет`` + ``айдың 15-не``; ``Жыл сайын`` + ``15 қаңтарға
дейін``, ``Келесі жылғы қараша``; ``Тоқсан сайын`` + ``Тоқсан аяқталғаннан кейін 10 күн``;
``тоқсан сайынғы есептер … . … есептік кезеңнен кейінгі айдың 10-күніне``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lexparse.grammar.date import MONTH, YEAR, month_of, number_of
from lexparse.grammar.period import PERIOD, period_of
from lexparse.grammar.plain import common, compiled, plain, plain_phrase
from lexparse.grammar.recurrence import AFTER, BEFORE, FREQUENCY, NTH, WORD_START, listed, rrule
from lexparse.records import Deadline

# The period that each rule goes by, where something falls due in the month beside it.
PERIODS = {
    rrule("YEARLY"): "жыл",
    rrule("MONTHLY", 6): "жарты",
    rrule("MONTHLY", 3): common("тоқсан"),
}
MONTHLY = re.compile(r"FREQ=MONTHLY(?:;INTERVAL=\d+)?")
YEARLY = re.compile(r"FREQ=YEARLY(?:;INTERVAL=(?P<years>\d+))?")
DAY_OF_MONTH = compiled(rf"айдың\s+{NTH}")
STATED_YEAR = re.compile(YEAR)
A_MONTH = compiled(MONTH)
A_PERIOD = compiled(PERIOD)
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
AT_THE_END = compiled("соңына|аяғына")


def combine(period: Deadline, term: Deadline) -> Deadline:
    """Return ``term`` with the recurrence that ``period`` gives it.

    What the two do not settle together stays as the term alone says it: a date of a stated year
    does not recur, and a day of the month beside a period needs that period.
    """
    if period.kind != "recurring" or term.rrule:
        return term
    if term.kind == "continuous":
        return period
    if term.kind == "relative":
        return replace(term, rrule=period.rrule)
    rule = _day_rule(period, term) if term.kind == "recurring" else _date_rule(period, term)
    return replace(term, kind="recurring", due=None, rrule=rule) if rule else term


def _day_rule(period: Deadline, term: Deadline) -> str | None:
    """Read a day of the month beside each period: ``есептік кезеңнен кейінгі айдың 10-на``."""
    words, rule = plain_phrase(term.text), period.rrule or ""
    nth = DAY_OF_MONTH.search(words)
    day = number_of(nth["nth"]) if nth else 0
    if not 0 < day < 32:
        return None
    if rule in PERIODS:
        months = (BEFORE if common("алдындағы") in words else AFTER)[PERIODS[rule]]
        return rrule("YEARLY", BYMONTH=listed(months), BYMONTHDAY=day)
    return f"{rule};BYMONTHDAY={day}" if MONTHLY.fullmatch(rule) else None


def _date_rule(period: Deadline, term: Deadline) -> str | None:
    """Read a day without a year as that day of every year, a month or quarter likewise."""
    words = plain_phrase(term.text)
    yearly = YEARLY.fullmatch(period.rrule or rrule("YEARLY"))
    # `Ай сайын` beside `мамыр-тамыз айлары` is each of these months, of this year.
    if STATED_YEAR.search(words) or not (yearly or term.kind == "date"):
        return None
    years = int(yearly["years"] or 1) if yearly else 1
    if term.kind == "date":
        months, days = A_MONTH.findall(words), NUMBER.findall(words)
        if not months or not days:
            return None
        return rrule("YEARLY", years, BYMONTH=month_of(months[-1]), BYMONTHDAY=int(days[-1]))
    month = 12 if term.kind == "year" else _last_month(term, words)
    return rrule("YEARLY", years, BYMONTH=month) if month else None


def _last_month(term: Deadline, words: str) -> int | None:
    """Return the month in which a period is over, or the one before it begins."""
    match = A_PERIOD.search(words)
    period = period_of(match) if match else None
    if not period:
        return None
    if term.bound == "by" and not AT_THE_END.search(words):
        return (period.first - 2) % 12 + 1
    return period.last


# `тоқсан сайынғы есеп` is no deadline, but it tells which period is reported.
NAMED = compiled(
    rf"{WORD_START}(?P<every>[Жж]арты\s?жыл|[Жж]ыл|[Тт]оқсан|[Аа]й)"
    r"(?:(?:дық)?\s+сайын(?:[ғг]ы)?|(?:д[ыі]қ|лық)\s+(?:есеп|ақпарат|мәлімет)"
    r"|(?:с?[ыі]н[ае]|[дт][ае]|дықта)\s+(?:бір|1)\s+рет)"
)
REPORTED = compiled(r"(?:[Кк]езең|[Мм]ерзім)[^,;]{1,20}(?:кейінгі|алдындағы)")


NUMBERED = re.compile(r"[^\S\n]*[0-9]{1,3}(?:-[0-9]+)?[.)]")
LONGEST_UNIT = 1500


def _unit_start(text: str, start: int) -> int:
    """Return where the numbered unit begins to which the line of ``start`` belongs.

    A line without a number goes on from the one above; an item says nothing of the next one.
    """
    line = text.rfind("\n", 0, start) + 1
    while line and start - line < LONGEST_UNIT and not NUMBERED.match(text, line):
        line = text.rfind("\n", 0, line - 1) + 1
    return line if NUMBERED.match(text, line) else start


def with_periods(found: list[Deadline], text: str, start: int) -> list[Deadline]:
    """Give the days beside a reported period the period that is named before them in their unit.

    Where two are named, which of them is meant stays open.
    """
    return [
        combine(period, one) if (period := _period_before(one, found, text, start)) else one
        for one in found
    ]


def _period_before(one: Deadline, found: list[Deadline], text: str, start: int) -> Deadline | None:
    if one.kind != "recurring" or one.rrule or not REPORTED.search(plain_phrase(one.text)):
        return None
    rules = {
        other.rrule for other in found if other.kind == "recurring" and other.stop <= one.start
    }
    for named in NAMED.finditer(plain(text), _unit_start(text, start), one.start):
        word = named["every"].lower()
        rules.add(rrule(*next(rule for key, rule in FREQUENCY.items() if word.startswith(key))))
    rules.discard(None)
    return Deadline(text="", kind="recurring", rrule=rules.pop()) if len(rules) == 1 else None
