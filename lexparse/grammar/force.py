"""When something takes effect: from an event, some days after it, or from a date.

Literal forms: ``қол қойылған күнінен бастап қолданысқа енгізіледі``, ``алғашқы ресми жарияланған
күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі``, ``жарияланған күнінен бастап
бір ай өткен соң күшіне енеді``, ``2022 жылғы 1 қаңтардан бастап``, ``01.01.2025 бастап``,
``қолданысқа енгізілу тәртібін 2-т. қараңыз``, ``2023 жылғы 8 маусымнан бастап туындаған құқықтық
қатынастарға қолданылады`` (reaches back); of a part of the act, ``2020 жылғы 1 шілдеден бастап
қолданысқа енгізілетін 2-тармағын қоспағанда``.

Left alone: ``қолданысқа енгізілген Кодекс`` (it already is), ``6 ай бойы қолданылады``,
``2020 жылғы 1 шілдеден бастап қолданысқа енгізілетін Кодекс`` (another act).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from lexparse.grammar.date import ABLATIVE, DATE, Date
from lexparse.grammar.plain import compiled
from lexparse.grammar.rule import Reading
from lexparse.grammar.term import PASSED, UNIT, anchored, counted_units, event_before
from lexparse.grammar.window import Cued, WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.records import Force

REACH = 70
FROM_DATE = compiled(rf"\s*-?\s*(?:{ABLATIVE})?\s*(?:ж\.\s*)?(?P<since>бастап)?\s*,?\s*\Z")
FROM_EVENT = compiled(r"(?P<since>бастап|кейін|соң)\s*,?\s*\Z")
ONCE_PASSED = compiled(rf"{UNIT}{PASSED}\s*,?\s*\Z")
# A date that is its own starting point: `1 қаңтардан`, `1 қаңтарда`.
CASED = compiled(r"[дтн][ае]н?\Z")


def _last_date(text: str, place: int) -> tuple[Date, bool] | None:
    """Return the date that ends at ``place``, and whether ``бастап`` follows it."""
    dates = [date for date in DATE.find(text, max(0, place - REACH), place) if date.date]
    tail = FROM_DATE.match(text, dates[-1].stop, place) if dates else None
    if not tail or not (tail["since"] or CASED.search(dates[-1].text)):
        return None
    return dates[-1], bool(tail["since"])


def _when(match: re.Match[str]) -> int:
    """Return where the words end that say when."""
    return match.end("when") if match["when"] else match.start()


def _from_date(match: re.Match[str]) -> Reading | None:
    found = _last_date(match.string, _when(match))
    if not found:
        return None
    date, _ = found
    start = min(date.start, match.start())
    return {"start": start, "kind": "date", "date": date.date, "bound": "on", "state": "resolved"}


def _from_event(match: re.Match[str]) -> Reading | None:
    text, place = match.string, _when(match)
    since = FROM_EVENT.search(text, max(0, place - 12), place)
    event = anchored(text, since.end("since")) if since else {}
    if not since or not event or ONCE_PASSED.search(text, max(0, place - 40), place):
        return None
    return {
        "start": min(event["start"], match.start()),
        "kind": "relative",
        "anchor": event["anchor"],
        "bound": "on" if since["since"] == "бастап" else "after",
        "state": "pending",
    }


def _once_passed(match: re.Match[str]) -> Reading | None:
    text, place = match.string, _when(match)
    passed = ONCE_PASSED.search(text, max(0, place - 40), place)
    counted = counted_units(passed) if passed else None
    if not counted:
        return None
    event = event_before(text, counted["start"])
    return {
        "start": min(event.get("start", counted["start"]), match.start()),
        "kind": "relative",
        "amount": counted["amount"],
        "unit": counted["unit"],
        "anchor": event.get("anchor"),
        "bound": "after",
        "state": "pending",
    }


def _elsewhere(_: re.Match[str]) -> Reading | None:
    return {"state": "unknown"}


def _reaches_back(match: re.Match[str]) -> Reading | None:
    found = _last_date(match.string, match.start())
    if not found:
        return None
    date, _ = found
    return {"start": date.start, "kind": "date", "not_before": date.date, "state": "resolved"}


# `қолданысқа 2022 жылғы 1 қаңтардан бастап енгізіледі` has the words that say when inside.
INTO_FORCE = (
    r"(?:қолданысқа|күшіне)\s*(?:(?P<when>(?:(?!қоспағанда)[^.;:()\n]){8,120}?"
    r"(?:бастап|кейін|соң))\s+)?(?:енгіз|ен(?=[еу]))"
)
# The finite verb is the act's own, the participle that of what is named behind it.
IN_FORCE = compiled(rf"{INTO_FORCE}(?![{LOWER}]*(?:ген(?![{LOWER}])|т[ыі]н))[{LOWER}]*")
EXCEPTED = compiled(rf"{INTO_FORCE}[{LOWER}]*т[ыі]н(?=[^;\n]{{1,250}}?қоспағанда)[{LOWER}]*")

EXCEPTION_RULES = (
    Cued(
        "an exception in force once <n> <units> have passed since <event>",
        EXCEPTED,
        _once_passed,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "an exception in force from <date>",
        EXCEPTED,
        _from_date,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "an exception in force from <event>",
        EXCEPTED,
        _from_event,
        ("қолданысқа", "күшіне"),
    ),
)
EXCEPTIONS = frozenset(rule.name for rule in EXCEPTION_RULES)

RULES = (
    *EXCEPTION_RULES,
    Cued(
        "in force as another provision says",
        compiled(r"қолданысқа\s+енгізілу\s+(?:тәртібі|мерзімі)н?\s[^();\n]{0,40}?қараңыз"),
        _elsewhere,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "in force once <n> <units> have passed since <event>",
        IN_FORCE,
        _once_passed,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "in force from <date>",
        IN_FORCE,
        _from_date,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "in force from <event>",
        IN_FORCE,
        _from_event,
        ("қолданысқа", "күшіне"),
    ),
    Cued(
        "applies to relations since <date>",
        compiled(
            rf"(?:туында|пайда\s+бол)[{LOWER}]*\s+(?:құқықтық\s+|құқық\s+)?қатынастарға"
            rf"(?:\s+(?:да\s+)?(?:қолданылады|таралады|қолданылсын))?"
        ),
        _reaches_back,
        ("туында", "пайда бол"),
    ),
)

FORCE = WindowedGrammar("force", Force, RULES)


def find(
    text: str,
    start: int = 0,
    stop: int | None = None,
    *,
    days: Mapping[str, str] | None = None,
    exceptions: bool = False,
) -> list[Force]:
    """Return what ``text[start:stop]`` says of taking effect, in order.

    What takes effect at a time of its own, and is excepted, comes only with ``exceptions``.
    ``days`` gives the ISO dates of known anchors (``{"signing": "2022-04-29"}``) and turns
    pending rules into dates.
    """
    return [
        resolve(force, days or {})
        for force in FORCE.find(text, start, stop)
        if exceptions or force.rule not in EXCEPTIONS
    ]


def resolve(force: Force, days: Mapping[str, str]) -> Force:
    """Return ``force`` with its date, where ``days`` has the day of its anchor.

    The day of the event does not count, and force begins when the last counted day is over:
    ten calendar days after publication on 1 March end on 11 March, so 12 March. «Жарияланғаннан
    кейін» without a count names no day and stays pending, not before the event.
    """
    known = days.get(force.anchor or "")
    if force.state != "pending" or not known:
        return force
    if force.amount is None and force.bound == "after":
        return replace(force, not_before=known)
    last = _later(dt.date.fromisoformat(known), force.amount or 0, force.unit)
    if not last:
        return replace(force, not_before=known)
    first = last + dt.timedelta(days=1) if force.amount else last
    return replace(force, date=first.isoformat(), state="resolved")


def _later(day: dt.date, amount: int, unit: str | None) -> dt.date | None:
    """Return the day ``amount`` units after ``day``; working days need a calendar: ``None``."""
    if not amount or unit == "calendar_day":
        return day + dt.timedelta(days=amount)
    if unit not in {"month", "year"}:
        return None
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
