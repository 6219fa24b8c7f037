"""Dates as acts print them, and the pieces of the calendar that deadlines are built of.

Literal forms: ``2022 жылғы 29 сәуірдегі``, ``1997 жылдың 1 сәуіріне``, ``2004 ж. 28 қыркүйекке``,
``2003 жылғы мамырдың 5-інде``, ``3 мамыр 1999 жылы``, ``29 сәуір 2022 ж.``, ``17.03.2023``,
``15.05.2000 ж.``, ``2004.06.01.`` (year, month, day), ``2012.19.04`` (year, day, month),
``2018 жылғы «___» қыркүйектегі`` (a day left blank), ``2022 жылғы мамыр``; glued too:
``Үкіметінің2022 жылғы29 сәуірдегі№ 274``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from lexparse.grammar.plain import common, compiled_for_both
from lexparse.grammar.rule import Reading
from lexparse.grammar.window import Cued, WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.months import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A printed date: ``date`` in ISO 8601, or null where the day is lacking.

    ``readings`` holds both dates of a doubtful one (the first is the likelier), and the reduced
    ISO form (``2022-05``) of a month without its day.
    """

    start: int
    stop: int
    rule: str
    text: str
    date: str | None
    readings: tuple[str, ...] = ()


# The stems alone: a deadline's rules need the case that follows. к softens: қыркүйегі.
MONTH = (
    "(?:[Ққ](?:аңтар|азан|араша|ыркүй(?:е?к|ег))|[Нн]ау?ы?рыз|[Нн]аурз|[Сс]әу[іы]р"
    "|[Мм]а(?:мы?р|усым)|[Шш]ілде|[Тт]амыз|[Аа]қпан|[Жж]елтоқ(?:с?ан))"
)
# A word ends here, or another is glued to it: `2022 жылғы маусымжыл сайын`.
WORD_END = rf"(?:(?![{LOWER}])|(?=жыл|дейін|кеш))"
YEAR = r"(?:1[89]|20)[0-9]{2}"
YEAR_WORD = r"ж(?:ыл(?:[ғг]ы|дың|дын|дағы|ы|)|\.|(?=\s))"
ORDINAL_MARK = r"(?:\s?-\s?(?:і?нш[іы]|ынш[ыі]|ш[іы]|[іы]))?"
# A pattern that opens with a digit class is found fast; what may not stand before it comes after.
FIRST_DAY = r"(?P<day>[0-9](?<![0-9.][0-9])[0-9]?)(?![0-9])"
DAY = rf"[0-3]?[0-9]{ORDINAL_MARK}"

NOMINATIVE = r"(?:с?[ыі])?"
GENITIVE = r"(?:с?[ыі])?[ндт][ыі]ң"
DATIVE = r"(?:(?:с?[ыі])?н[ае]|[ғгқк][ае])"
ABLATIVE = r"(?:(?:с?[ыі])?н[ае]н|[дт][ае]н)"
LOCATIVE = r"(?:с?[ыі]н)?[дт][ае]"
# `қазандықты` (a boiler) is no October: after the ending the word must end.
ENDING = (
    r"(?:с?[ыі])?(?:[ндт][ыі]ң|н[ае]н?|н?[дт][ае](?:н|[ғг][ыі])?|[ғгқк][ае])?"
    rf"{WORD_END}"
)


@lru_cache(maxsize=512)
def iso(year: int, month_number: int, day: int) -> str | None:
    """Return the ISO date, or ``None`` when the calendar has no such day (31 ақпан)."""
    try:
        return dt.date(year, month_number, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=512)
def last_of_month(year: int, month_number: int) -> str:
    """Return the month's last day."""
    day = calendar.monthrange(year, month_number)[1]
    return dt.date(year, month_number, day).isoformat()


def day_before(date: str) -> str:
    """Return the day before an ISO date."""
    return (dt.date.fromisoformat(date) - dt.timedelta(days=1)).isoformat()


STARTS = {common(name)[:3]: number for number, name in enumerate(MONTHS, 1)}


def month_of(stem: str) -> int:
    """Return the month of what ``MONTH`` matched: its first three letters tell."""
    return STARTS[common(stem[:3]).lower()]


def number_of(digits: str) -> int:
    """Return the number that opens ``14-ші`` or ``5``."""
    found = re.match(r"[0-9]+", digits)
    return int(found.group()) if found else 0


def _words(match: re.Match[str]) -> Reading | None:
    number = month_of(match["month"])
    date = iso(int(match["year"]), number, number_of(match["day"]))
    return {"date": date} if date else None


def _dotted(match: re.Match[str]) -> Reading | None:
    date = iso(int(match["year"]), int(match["month"]), int(match["day"]))
    return {"date": date} if date else None


def _year_first(match: re.Match[str]) -> Reading | None:
    year, first, second = (int(match[part]) for part in ("year", "first", "second"))
    date, other = iso(year, first, second), iso(year, second, first)
    if date is None:
        return None
    return {"date": date, "readings": (date, other) if other and other != date else ()}


def _day_before_month(match: re.Match[str]) -> Reading | None:
    date = iso(int(match["year"]), int(match["second"]), int(match["first"]))
    return {"date": date} if date else None


def _dayless(match: re.Match[str]) -> Reading | None:
    return {"date": None, "readings": (f"{match['year']}-{month_of(match['month']):02d}",)}


OF_YEAR = rf"(?P<year>{YEAR})(?<![0-9.][0-9]{{4}})\s*{YEAR_WORD}"
QUOTED_DAY = rf"[«\"“]?\s*(?P<day>{DAY})\s*[»\"”]?"
BLANK_DAY = r"(?:[«\"“]\s*_*\s*[»\"”]|_+)"
DIGITS_END = r"(?![0-9])(?!\.[0-9])"
YYYY_FIRST = (
    rf"(?P<year>{YEAR})(?<![0-9.][0-9]{{4}})\.(?P<first>[0-9]{{2}})\.(?P<second>[0-9]{{2}})"
    rf"{DIGITS_END}\.?"
)

# Every form prints the year in full.
CENTURIES = ("18", "19", "20")
RULES = (
    Cued(
        "<year> <day> <month>",
        compiled_for_both(rf"{OF_YEAR}\s*{QUOTED_DAY}[\s-]*(?P<month>{MONTH}{ENDING})"),
        _words,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "<year> <month>'s <day>",
        compiled_for_both(
            rf"{OF_YEAR}\s*(?P<month>{MONTH}{GENITIVE})\s*(?P<day>[0-3]?[0-9])(?![0-9])"
            rf"(?:\s?-\s?{ENDING}|\s*күн{ENDING})?"
        ),
        _words,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "<day> <month> <year>",
        compiled_for_both(
            rf"{FIRST_DAY}{ORDINAL_MARK}[»\"”]?\s*(?P<month>{MONTH}{NOMINATIVE}),?\s*"
            rf"(?P<year>{YEAR})(?![0-9])(?:\s*{YEAR_WORD})?"
        ),
        _words,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "dd.mm.yyyy",
        compiled_for_both(
            rf"{FIRST_DAY}\.(?P<month>[01]?[0-9])\.(?P<year>{YEAR}){DIGITS_END}"
            rf"(?:\s*{YEAR_WORD})?"
        ),
        _dotted,
        CENTURIES,
        30,
        40,
    ),
    # The official database prints year, month, day; other systems year, day, month.
    Cued(
        "yyyy.mm.dd",
        compiled_for_both(YYYY_FIRST),
        _year_first,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "yyyy.dd.mm",
        compiled_for_both(YYYY_FIRST),
        _day_before_month,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "<year>, a blank day, <month>",
        compiled_for_both(rf"{OF_YEAR}\s*{BLANK_DAY}\s*(?P<month>{MONTH}{ENDING})"),
        _dayless,
        CENTURIES,
        30,
        40,
    ),
    Cued(
        "<year> <month>",
        compiled_for_both(rf"{OF_YEAR}\s*(?P<month>{MONTH}{ENDING})"),
        _dayless,
        CENTURIES,
        30,
        40,
    ),
)

# Every form prints the year in full.
DATE = WindowedGrammar("date", Date, RULES)
