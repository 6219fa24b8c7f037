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
    LISTED_PERIOD,
    PERIOD,
    PERIOD_WORD,
    Year,
    dated,
    period_of,
    year_before,
)
from lexparse.grammar.plain import compiled
from lexparse.grammar.rule import Reading
from lexparse.grammar.sentence import commanded, itemised, lasting
from lexparse.grammar.window import Cued, WindowedGrammar
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


def _within_listed(match: re.Match[str]) -> Reading | None:
    period, year = period_of(match), year_before(match)
    if not period or not commanded(match):
        return None
    due = period.within(year.number)
    return {"start": year.start, "kind": period.kind, "due": due, "bound": "within"}


def _opening(match: re.Match[str]) -> Reading | None:
    """Read the years that an order or an item of one begins with."""
    ahead = match.string[max(0, match.start() - 12) : match.start()]
    if not OPENING.search(ahead) or lasting(match) or not (commanded(match) or itemised(match)):
        return None
    return {"kind": "year", "due": f"{match['last']}-12-31", "bound": "within"}


# Before an item's words: its number, a dash, or the sentence before.
OPENING = compiled(r"(?:\A|\n|[.;:])\s*(?:[0-9]{1,3}(?:-[0-9]+)?[).]|[-*])?\s*\Z")


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

PERIOD_CUES = (
    "тоқсан", "жылдығ", "жылдықт", " айында", " айларында", " айының", "айлары", *LOCATIVES,
)  # fmt: skip

RULES = (
    Cued(
        "between <date> and <date>",
        compiled(
            rf"{FIRST}(?:[\s-]*{MONTH}{ENDING}|(?=\s?-))\s*(?:мен|бен|пен|және|-)?\s*{LAST}"
            rf"{ENDING}\s*(?:күндері\s+)?аралығы(?:нда)?"
        ),
        between,
        ("аралығ",),
        75,
        10,
    ),
    Cued(
        "on <date>, in a command",
        compiled(rf"{DAY_MONTH}{LOCATIVE}(?![{LOWER}])"),
        _on_date,
        LOCATIVES,
        30,
        10,
    ),
    Cued(
        "within <period>",
        compiled(
            rf"{PERIOD}{PERIOD_WORD}(?:(?P<inside>{ENDING}\s*(?:ішінде|аралығында))"
            rf"|{LOCATIVE}(?![{LOWER}]))"
        ),
        _within_period,
        PERIOD_CUES,
        45,
        25,
    ),
    Cued(
        "within <period> of a list",
        compiled(
            rf"{LISTED_PERIOD}{PERIOD_WORD}(?P<inside>{ENDING}\s*(?:ішінде|аралығында)|{LOCATIVE}))"
        ),
        _within_listed,
        ("тоқсан", "жылдығ", "жылдықт"),
        50,
        30,
    ),
    Cued(
        "in <years>, opening an item",
        compiled(
            rf"(?P<year>{YEAR})(?<![0-9.][0-9]{{4}})\s*-\s*(?P<last>{YEAR})\s*жылдары(?![{LOWER}])"
        ),
        _opening,
        ("жылдары",),
        18,
        10,
    ),
    Cued(
        "within <year>",
        compiled(
            rf"(?P<year>{YEAR})(?<![0-9.][0-9]{{4}})\s*(?:-\s*(?P<last>{YEAR})\s*)?жыл(?:дар)?"
            r"(?:дың|ы|ғы)?\s*(?:ішінде|аралығында)"
        ),
        _within_year,
        ("ішінде", "аралығ"),
        30,
        10,
    ),
)

WITHIN = WindowedGrammar("within", Deadline, RULES)
