"""By when something is due: dates and periods of the calendar that end a deadline.

Literal forms: ``2025 жылғы 15 ақпанға дейінгі мерзімде``, ``1999 жылдың 1 қазанына дейін
мерзімде``, ``ү.ж. 1 қыркүйегіне дейін``, ``2003 жылғы 1 мамырдан кешіктірмей``, ``мамырдың
5-іне дейін``, ``31.12.2023 дейін``, ``2022 жылғы қазанға дейін``, ``мамыр айының соңына дейін``,
``III тоқсанға дейін``, ``жыл соңына дейін``, ``20 шілдеден және 20 қаңтардан кешіктірмей``,
``министрліктер 1 тамызға, әкімдіктер 1 қыркүйекке дейін``, ``су тасқыны басталғанға дейін``.

Left alone: ``2020 жылға дейінгі стратегия``, ``… дейін тоқтатыла тұрсын`` (a suspension),
``… дейін берілген куәліктер`` (what was done), ``18 жасқа дейін``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from lexparse.grammar.continuous import CONTINUOUS
from lexparse.grammar.date import (
    ABLATIVE,
    DATIVE,
    ENDING,
    FIRST_DAY,
    GENITIVE,
    LOCATIVE,
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
    OTHER_YEAR,
    PERIOD,
    PERIOD_WORD,
    THIS_YEAR,
    UNTIL,
    dated,
    period_of,
    year_before,
)
from lexparse.grammar.periodicity import with_periods
from lexparse.grammar.plain import common, compiled, plain, plain_phrase
from lexparse.grammar.plan_deadline import PLAN_DEADLINE
from lexparse.grammar.recurrence import DAY_OF_MONTH, MORE_DAYS, RECURRENCE, yearly
from lexparse.grammar.rule import Reading
from lexparse.grammar.sentence import commanded, lasting, rest_of, sentence_start
from lexparse.grammar.term import TERM
from lexparse.grammar.window import Cued, WindowedGrammar, longest, places_in
from lexparse.grammar.within import FIRST, LAST, WITHIN, between
from lexparse.kazakh.letters import LOWER
from lexparse.records import Deadline
from lexparse.text.span import Span


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


def _by_date_of_one(match: re.Match[str]) -> Reading | None:
    other = (TO_ANOTHER if match["to"] else FROM_ANOTHER).match(match.string, match.end())
    if not other or ANOTHER_BOUND.search(other["rest"]) or lasting(match):
        return None
    return dated(match, "by")


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
    anchor = Span(head.start(), match.end())
    return {
        "start": head.start(),
        "kind": "relative",
        "bound": "by",
        "anchor": "event",
        "anchor_text": anchor,
    }


# Between the dates of two bodies no order ends and no other bound is said.
ANOTHER_BOUND = compiled(rf"(?:{UNTIL}|{LATE}|бастап|[{LOWER}]с[ыі]н(?![{LOWER}]))")
OF_ANOTHER = rf"(?P<rest>[^.;:()\n]{{3,150}}?)(?<![0-9.,-]){DAY_OF_MONTH}"
TO_ANOTHER = compiled(rf"{OF_ANOTHER}{DATIVE}\s*{UNTIL}")
FROM_ANOTHER = compiled(rf"{OF_ANOTHER}{ABLATIVE}\s*{LATE}")
MONTH_BEFORE = compiled(rf"(?P<month>{MONTH})(?:с?[ыі])?[ндт][ыі]\Z")
OF_PERIOD = compiled(rf"{PERIOD}{PERIOD_WORD}{GENITIVE}\s+\Z")
OF_YEAR = compiled(
    rf"(?<![\w-])(?:(?P<year>{YEAR})\s*ж(?:ыл(?:дың)?|\.)|{THIS_YEAR}|[Жж]ыл(?:дың)?)\s*\Z"
)
# `су тасқыны`; `су айдындары мұздан`.
EVENT_BEFORE = compiled(
    rf"(?<![{LOWER}-])(?:(?:[{LOWER}]+\s+){{1,2}}[{LOWER}]+[дтн][ае]н\s+"
    rf"|(?:[{LOWER}]+\s+)?[{LOWER}]+\s+)\Z",
    re.IGNORECASE,
)
BOUNDS = ("дейін", "қарай", "кеш", "қалдырмай", "асырмай")
RULES = (
    Cued(
        "by <date>",
        compiled(rf"{DAY_MONTH}{BY}"),
        _by_date,
        BOUNDS,
        60,
        40,
    ),
    Cued(
        "by the <n>th of <month>",
        compiled(rf"ң\s*(?P<day>[0-3]?[0-9])(?![0-9])\s?-?\s?(?:күн)?{BY}"),
        _by_nth,
        BOUNDS,
        60,
        40,
    ),
    Cued(
        "by <dd.mm.yyyy>",
        compiled(
            rf"{FIRST_DAY}\.(?P<month>[01][0-9])\.(?P<year>{YEAR})(?:\s*{YEAR_WORD})?"
            rf"(?:\s?-?\s?(?:{DATIVE}|{ABLATIVE}))?{INCLUSIVE}\s*(?:{UNTIL}|{LATE})"
        ),
        _by_dotted,
        BOUNDS,
        60,
        40,
    ),
    Cued(
        "by each of <dates>",
        compiled(rf"(?P<dates>{DAY_OF_MONTH}{ENDING}{MORE_DAYS}+)\s*(?:{UNTIL}|{LATE})"),
        _by_dates,
        BOUNDS,
        100,
        40,
    ),
    Cued(
        "by <date>, the first of several",
        compiled(rf"{DAY_MONTH}(?:{DATIVE}|{ABLATIVE})(?={MORE_DAYS}+\s*(?:{UNTIL}|{LATE}))"),
        _by_first_date,
        BOUNDS,
        100,
        40,
    ),
    Cued(
        "by <date>, each body its own",
        compiled(
            rf"{DAY_MONTH}(?:(?P<to>{DATIVE})|{ABLATIVE})"
            rf"(?=(?:\s*,|\s+(?:ал|және)\s)\s*(?!{DAY_OF_MONTH}))"
        ),
        _by_date_of_one,
        BOUNDS,
        250,
        40,
    ),
    Cued(
        "by <period>",
        compiled(rf"{PERIOD}{PERIOD_WORD}{BY}"),
        _by_period,
        BOUNDS,
        45,
        30,
    ),
    Cued(
        "by the end of <period>",
        compiled(BY_THE_END),
        _by_end,
        ("соңына", "аяғына"),
    ),
    Cued(
        "by <year>, in a command",
        compiled(rf"(?P<year>{YEAR})(?<![0-9.-][0-9]{{4}})\s*жылға\s*дейін(?![{LOWER}])"),
        _by_year,
        ("жылға",),
        8,
        20,
    ),
    Cued(
        "from <date> to <date>",
        compiled(
            rf"{FIRST}[\s-]*{MONTH}{ABLATIVE}\s*(?:бастап\s*)?{LAST}{DATIVE}{INCLUSIVE}\s*{UNTIL}"
        ),
        between,
        BOUNDS,
        75,
        40,
    ),
    Cued(
        "until <event> begins",
        compiled(rf"(?:баста(?:лғанға|луына)|босағанға)\s+дейін(?![{LOWER}])"),
        _until_event,
        ("басталғанға", "басталуына", "босағанға"),
    ),
)

DEADLINE = WindowedGrammar("deadline", Deadline, RULES)
LABELS = (common("ерзімі"),)
LABEL = compiled(r"ерзімі(?:м[ыі]з)?\s*[-:]\s*")
IN_A_CLAUSE = compiled(r"[^;.)\n|]{4,60}")


def find(
    text: str,
    start: int = 0,
    stop: int | None = None,
    *,
    year: int | None = None,
    standing: bool = False,
) -> list[Deadline]:
    """Return the deadlines that the prose ``text[start:stop]`` sets, in order.

    ``year`` is the act's own: it completes dates without a year (``15 наурызға дейін``,
    ``үстіміздегі жылдың 1 маусымына дейін``), whose ``due`` is null otherwise. In ``standing``
    rules, which hold in every year, it completes nothing, and ``тұрақты негізде`` is read.
    """
    stop = len(text) if stop is None else stop
    # The recurrence first: of two readings of the same words it says more.
    found = longest(
        RECURRENCE.find(text, start, stop),
        DEADLINE.find(text, start, stop),
        WITHIN.find(text, start, stop),
        TERM.find(text, start, stop),
        CONTINUOUS.find(text, start, stop) if standing else (),
        _labelled(text, start, stop),
    )
    found = with_periods(found, text, start)
    if not year or standing:
        return found
    return [_with_year(deadline, year, text, found) for deadline in found]


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


CELL_GRAMMARS = (RECURRENCE, DEADLINE, TERM, WITHIN, PLAN_DEADLINE)
SENTENCE_CUE = compiled(
    "|".join(dict.fromkeys((*RECURRENCE.cues, *DEADLINE.cues, *TERM.cues, "аралығ")))
)


@lru_cache(maxsize=1024)
def _read_cell(cell: str, year: int | None) -> tuple[Deadline, ...]:
    found = [_with_event(deadline, cell) for deadline in _distinct(_in_cell(cell))]
    if not year:
        return tuple(found)
    return tuple(_with_year(deadline, year, cell, found) for deadline in found)


def _in_cell(cell: str) -> list[Deadline]:
    found: list[Deadline] = []
    # Most cells are a bare date or period: `2022 жылғы мамыр`.
    bare = not SENTENCE_CUE.search(plain_phrase(cell))
    for grammar in (PLAN_DEADLINE,) if bare else CELL_GRAMMARS:
        more = grammar.find(cell)
        found = longest(found, more) if found else more
        # The whole cell is one deadline: nothing longer can follow.
        if found and found[0].start == 0 and found[0].stop == len(cell):
            break
    return found


def _with_event(deadline: Deadline, cell: str) -> Deadline:
    """Let the deadline that opens a cell begin with it: `Өзгеріс енгізілгеннен кейін 1 ай ішінде`.

    In prose the words before the participle are left out, for they are the sentence's.
    """
    if not deadline.start or not cell.startswith(deadline.anchor_text or "\n"):
        return deadline
    return replace(deadline, start=0, text=cell[: deadline.stop])


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
    folded = plain(text)
    for place in places_in(folded, LABELS, start, stop).get(LABELS[0], ()):
        label = LABEL.match(folded, place, stop)
        clause = IN_A_CLAUSE.match(folded, label.end(), stop) if label else None
        if clause:
            found += find_in_cell(text, clause.start(), clause.end())[:1]
    return found


YEARLESS = {"date", "month", "quarter", "half_year", "year"}
OWN_YEAR = compiled(rf"{THIS_YEAR}\s*")
STATED_YEAR = compiled(rf"{YEAR}|[Кк]елесі|[Аа]лдағы|[Тт]иісті|[Әә]р\s")
# Neither a document's date nor a plan's name says in which year something is due.
STRAY_YEAR = compiled(
    rf"(?<![0-9.№-]){YEAR}(?![0-9])\s*ж"
    rf"(?!\.?(?:ыл[{LOWER}]*)?\s*[«\"]?[0-9]{{1,2}}[»\"]?\s*{MONTH}{LOCATIVE}[ғг][ыі])"
    rf"(?!ыл(?:дар)?[ғг]а\s+(?:арналған|дейінгі))|{OTHER_YEAR}|[Кк]елесі\s+жылы"
)


def _with_year(deadline: Deadline, year: int, text: str, found: list[Deadline]) -> Deadline:
    """Complete a date without a year by reading it again with the act's year before it.

    A year that stands by itself in the same sentence or cell may be its own: then it stays open.
    """
    if deadline.due or deadline.kind not in YEARLESS:
        return deadline
    words = common(deadline.text)
    said = OWN_YEAR.search(words)
    if STATED_YEAR.search(words) or (not said and _is_stray(deadline, text, found)):
        return deadline
    year = year if said else _year_ahead(deadline, text, found) or year
    if deadline.kind == "year":
        return replace(deadline, due=f"{year}-12-31")
    start, stop = (said.start(), said.end()) if said else (0, 0)
    words = deadline.text[:start] + deadline.text[stop:]
    # The first of a list has its word behind it: `I, III тоқсандар`.
    for end in (0, 40):
        dated = _read_cell(f"{year} жылғы {words}{text[deadline.stop :][:end]}", None)
        if dated and dated[0].kind == deadline.kind and dated[0].due:
            return replace(deadline, due=dated[0].due)
    return deadline


def _year_ahead(deadline: Deadline, text: str, found: list[Deadline]) -> int | None:
    """Return the year that the deadlines before this one in its sentence state."""
    begin = sentence_start(plain(text), deadline.start)
    ahead = [one for one in found if begin <= one.start < deadline.start and one.due]
    return int((ahead[-1].due or "")[:4]) if ahead else None


def _is_stray(deadline: Deadline, text: str, found: list[Deadline]) -> bool:
    """Tell whether the sentence of ``deadline`` states a year that no deadline has read."""
    folded = plain(text)
    start = sentence_start(folded, deadline.start)
    stop = deadline.stop + len(rest_of(folded, deadline.stop))
    return any(
        not any(one.start <= year.start() < one.stop for one in found)
        for year in STRAY_YEAR.finditer(folded, start, stop)
    )


def read_example(text: str, given: Mapping[str, int]) -> list[Deadline]:
    """Read an example of an act whose year ``given`` may say, and whether its rules stand."""
    return find(text, year=given.get("year"), standing=bool(given.get("standing")))
