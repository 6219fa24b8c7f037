"""Days and periods of the calendar inside a deadline, with or without their year.

Literal forms: ``2022 жылғы 14 маусым``, ``үстіміздегі жылдың 1 маусымы``, ``ү.ж. 1 қыркүйегі``,
``2022 жылғы мамыр айы``, ``мамыр-тамыз айлары``, ``2003 жылдың IV тоқсаны``, ``II квартал``,
``бірінші жартыжылдық``. Where no year is printed, ``due`` stays null.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lexparse.grammar.date import (
    ABLATIVE,
    DATIVE,
    MONTH,
    NOMINATIVE,
    ORDINAL_MARK,
    YEAR,
    YEAR_WORD,
    day_before,
    iso,
    last_of_month,
    month_of,
    number_of,
)
from lexparse.grammar.plain import common, compiled
from lexparse.grammar.rule import Reading
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.numerals import roman

THIS_YEAR = (
    r"(?:(?:[Үү]стіміздегі|[Аа]ғымдағы|[Бб]иылғы|[Оо]сы)\s+жыл(?:[ғг]ы|дың|ы)|[ҮүАа]\.\s?ж\.)"
)
OTHER_YEAR = r"(?:[Кк]елесі|[Аа]лдағы|[Тт]иісті|[Әә]р)\s+жыл(?:[ғг]ы|дың)"
FIRST_FOUR = {
    common(word): number
    for number, word in enumerate(("бірінші", "екінші", "үшінші", "төртінші"), 1)
}
FOUR = r"(?:I{1,3}|IV|І{1,3}|ІV|[1-4](?:\s?-\s?ш[іы])?|[Бб]ірінші|[Ее]кінші|[Үү]шінші|[Тт]өртінші)"
# Patterns open with a digit or at a word's start, so that they fail fast; the year before them
# is read backwards, by ``year_before``.
WORD_START = r"(?<![\w-](?<![ғг]ы))"
DAY = rf"(?P<day>[0-9](?<![0-9.,][0-9])[0-9]?)(?![0-9]){ORDINAL_MARK}"
DAY_MONTH = rf"{DAY}[\s-]*(?P<month>{MONTH})"
QUARTER_OR_HALF = r"(?:(?P<quarter>тоқсан|квартал)|жарты\s?жыл(?:д[ыі][қғ])?)"
PERIOD = (
    rf"{WORD_START}(?:(?P<month1>{MONTH})"
    rf"(?:{NOMINATIVE}(?:\s?-\s?|\s+(?:мен|пен|бен|және)\s+)(?P<month2>{MONTH}))?"
    rf"|(?:(?P<place1>{FOUR})\s*-\s*)?(?P<place>{FOUR})\s?-?\s?{QUARTER_OR_HALF})"
)
# The word айы or the plural between a period and its case: `қазан айына`, `тамыз айларында`.
PERIOD_WORD = r"(?:(?P<named>\s*ай(?:лар)?)|[дт]ар)?"

UNTIL = (
    rf"(?:дейін(?:гі\s*(?:мерзім(?:де|інде|(?:нің)?\s*ішінде)|(?:уақыт|кезең|аралық)[тд][ае])"
    rf"|\s*мерзімде|(?![{LOWER}]))|қарай(?![{LOWER}]))"
)
LATE = (
    r"(?:кешікт[іи]р(?:іл)?мей(?:тін)?|кешікпей(?:тін)?|кеш\s+(?:емес|қалмай|қалдырмай)"
    r"|қалдырмай|асырмай)(?:\s*мерзім(?:де|інде|\s*ішінде))?"
)
INCLUSIVE = r"(?:\s*\(?қоса\s+алғанда\)?)?"
BY = rf"(?:{DATIVE}{INCLUSIVE}\s*{UNTIL}|{ABLATIVE}{INCLUSIVE}\s*{LATE})"
BY_THE_END = rf"(?:соңына|аяғына)\s*{UNTIL}"


class Period(NamedTuple):
    """A run of months: its kind, and its first and last month, 1 to 12.

    A run that goes on into the next year (``қараша - қаңтар``) has no last day that is sure.
    """

    kind: str
    first: int
    last: int

    def within(self, year: int | None) -> str | None:
        """Return the period's last day."""
        return last_of_month(year, self.last) if year and self.first <= self.last else None

    def before(self, year: int | None) -> str | None:
        """Return the day before the period begins."""
        first = iso(year, self.first, 1) if year else None
        return day_before(first) if first else None


def place(text: str) -> int | None:
    """Return the number that ``IV``, ``2-ші`` or ``екінші`` gives."""
    return number_of(text) or roman(text) or FIRST_FOUR.get(text.lower())


def period_of(match: re.Match[str]) -> Period | None:
    """Return the period that the groups of ``PERIOD`` hold."""
    if not match["place"]:
        first = month_of(match["month1"])
        return Period("month", first, month_of(match["month2"]) if match["month2"] else first)
    size = 3 if match["quarter"] else 6
    last = (place(match["place"]) or 13) * size
    ranged = "place1" in match.re.groupindex and match["place1"]
    first = (place(ranged) or 13) * size if ranged else last
    kind = "quarter" if match["quarter"] else "half_year"
    return Period(kind, first - size + 1, last) if max(first, last) < 13 else None


class Year(NamedTuple):
    """The year before a day or period: its number if stated, and where its words begin."""

    number: int | None
    start: int
    stated: bool = False


YEAR_BEFORE = compiled(
    rf"(?:(?<![0-9.])(?P<year>{YEAR})\s*{YEAR_WORD}|{THIS_YEAR}|(?P<other>{OTHER_YEAR}))\s*\Z"
)
LINKS = (",", common("және"), "мен", "пен", "бен")
AND = r"\s*(?:,|және|мен|пен|бен)\s*"
LISTED = (
    rf"(?:(?:[0-9]{{1,2}}\s*)?{MONTH}[{LOWER}]*(?:\s+ай[{LOWER}]*)?(?:\s+дейін)?"
    rf"|{FOUR}(?:\s?-?\s?тоқсан[{LOWER}]*)?|[0-9]{{1,2}})"
)
SHARED_YEAR = compiled(
    rf"(?<![0-9.])(?P<year>{YEAR})\s*{YEAR_WORD}\s*{LISTED}(?:{AND}{LISTED}){{0,5}}{AND}\Z"
)


# The first ones of a list that has its word once: `I, III тоқсандар 2020 ж.`.
LISTED_PERIOD = rf"{WORD_START}(?P<place>{FOUR})(?=(?:{AND}{FOUR})+\s?-?\s?{QUARTER_OR_HALF}"


def year_before(match: re.Match[str]) -> Year:
    """Return the year that stands before ``match``, or that a list before it shares.

    ``2022 жылғы 20 шілдеге және 20 қазанға дейін``: the second date has the first one's year.
    ``келесі жылдың`` names a year that the text alone does not tell.
    """
    text, place = match.string, match.start()
    said = text[max(0, place - 5) : place].rstrip()
    if said.endswith(LINKS):
        shared = SHARED_YEAR.search(text, max(0, place - 60), place)
        return Year(int(shared["year"]), place, stated=True) if shared else Year(None, place)
    # жылғы, жылы, жылдың, жыл, ж.
    if not said or said[-1] not in "ынлж.":
        return Year(None, place)
    printed = YEAR_BEFORE.search(text, max(0, place - 30), place)
    if not printed:
        return Year(None, place)
    number = int(printed["year"]) if printed["year"] else None
    return Year(number, printed.start(), stated=bool(printed["year"] or printed["other"]))


def dated(
    match: re.Match[str], bound: str, year: Year | None = None, day: str | None = None
) -> Reading | None:
    """Read the groups ``day`` and ``month``; 31 ақпан is no date, in no year."""
    year = year or year_before(match)
    number, count = month_of(match["month"]), number_of(day or match["day"])
    if not number or not iso(year.number or 2000, number, count):
        return None
    due = iso(year.number, number, count) if year.number else None
    return {"start": year.start, "kind": "date", "due": due, "bound": bound}
