"""Deadlines inside a stretch of the calendar: between two dates, in a quarter, within a year.

Literal forms: ``1 қазаны мен 30 желтоқсан аралығында``, ``1-10 мамыр аралығында``,
``IV тоқсанда``, ``2003 жылдың бірінші жартыжылдығында``, ``2022 жылғы мамыр айында``, ``2003
жылдың ішінде``, ``1999-2000 жылдар ішінде``; one day or a bare period only when a command
follows: ``2023 жылғы 25 мамырда … өткізілсін``.

Left alone: ``2015 жылғы 9 шілдеде жарияланған`` (it happened), ``2022 жылғы мамыр`` bare.
"""

from __future__ import annotations

import re

from lexparse.grammar.date import ENDING, LOCATIVE, MONTH, YEAR, YEAR_WORD
from lexparse.grammar.period import (
    DAY_MONTH,
    PERIOD,
    PERIOD_WORD,
    Year,
    dated,
    period_of,
    year_before,
)
from lexparse.grammar.rule import Reading, Rule
from lexparse.grammar.sentence import commanded, lasting
from lexparse.grammar.window import WindowedGrammar
from lexparse.kazakh.inflection import harmony
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.months import MONTHS
from lexparse.records import Deadline


def between(match: re.Match[str]) -> Reading | None:
    """Read a stretch by its last day, ``LAST``."""
    year = year_before(match)
    if match["year2"]:
        year = Year(int(match["year2"]), year.start)
    return None if lasting(match) else dated(match, "within", year)


def _on_date(match: re.Match[str]) -> Reading | None:
    return dated(match, "on") if commanded(match) else None


def _within_period(match: re.Match[str]) -> Reading | None:
    period, year = period_of(match), year_before(match)
    # `қазанда` without a year is also "in a cauldron".
    bare = period and period.kind == "month" and not (match["named"] or year.stated)
    if not period or bare or not (match["inside"] or commanded(match)):
        return None
    due = period.within(year.number)
    return {"start": year.start, "kind": period.kind, "due": due, "bound": "within"}


def _within_year(match: re.Match[str]) -> Reading | None:
    if lasting(match):
        return None
    last = match["last"] or match["year"]
    return {"kind": "year", "due": f"{last}-12-31", "bound": "within"}


FIRST = r"[0-9](?<![0-9.,][0-9])[0-9]?(?![0-9])"
LAST = (
    rf"(?:(?P<year2>{YEAR})\s*{YEAR_WORD}\s*)?(?P<day>[0-9]{{1,2}})(?![0-9])"
    rf"[\s-]*(?P<month>{MONTH})"
)
# `мамырда`, `қыркүйекте`: the only sign that a bare day has; желтоқсанда holds тоқсан.
LOCATIVES = tuple(
    name[-4:] + ("т" if name[-1] == "к" else "д") + ("е" if harmony(name) == "F" else "а")
    for name in MONTHS[:-1]
)

RULES = (
    Rule(
        "between <date> and <date>",
        re.compile(
            rf"{FIRST}(?:[\s-]*{MONTH}{ENDING}|(?=\s?-))\s*(?:мен|бен|пен|және|-)?\s*{LAST}"
            rf"{ENDING}\s*(?:күндері\s+)?аралығы(?:нда)?"
        ),
        between,
    ),
    Rule("on <date>, in a command", re.compile(rf"{DAY_MONTH}{LOCATIVE}(?![{LOWER}])"), _on_date),
    Rule(
        "within <period>",
        re.compile(
            rf"{PERIOD}{PERIOD_WORD}(?:(?P<inside>{ENDING}\s*(?:ішінде|аралығында))"
            rf"|{LOCATIVE}(?![{LOWER}]))"
        ),
        _within_period,
    ),
    Rule(
        "within <year>",
        re.compile(
            rf"(?P<year>{YEAR})(?<![0-9.][0-9]{{4}})\s*(?:-\s*(?P<last>{YEAR})\s*)?жыл(?:дар)?"
            r"(?:дың|ы|ғы)?\s*(?:ішінде|аралығында)"
        ),
        _within_year,
    ),
)

WITHIN = WindowedGrammar(
    "within",
    Deadline,
    RULES,
    cues=(
        "аралығ",
        "дың ішінде",
        "дар ішінде",
        "жыл ішінде",
        "айының ішінде",
        "айында",
        "айларында",
        "тоқсан",
        "жылдығ",
        "жылдықт",
        *LOCATIVES,
    ),
    before=75,
    after=30,
)
