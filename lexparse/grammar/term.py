"""Deadlines that count from an event: so many days, weeks or months within, by or after it.

Literal forms: ``мемлекеттік тіркелгеннен кейін он жұмыс күні ішінде``, ``тізімді алған күннен
бастап бір айдан кешіктірмей``, ``алған күннен үш жұмыс күнінен кешіктірілмейтін мерзімде``,
``екі айлық мерзімде``, ``бір ай мерзім ішінде``, ``бір айдың ішінде``, ``бес жұмыс күнінен аспайтын
мерзімде``, ``екі апта мерзімнен асырмай``, ``күнтізбелік он күн өткен соң``, ``тіркелген күннен
бастап бір жыл өткенше``, ``отырысқа дейін кемінде 3 (үш) жұмыс күні қалғанда``, ``жиырма төрт сағат
ішінде``.

Left alone: ``үш күнге дейін қысқартылуын`` (a target value), ``6 ай бойы қолданылады``,
``соңғы үш жыл ішінде`` (looks back), ``тоқсан тәуліктен аспайтын мерзімге`` (how long).
"""

from __future__ import annotations

import re

from lexparse.grammar.date import ABLATIVE
from lexparse.grammar.plain import common, compiled
from lexparse.grammar.rule import Reading
from lexparse.grammar.sentence import FORCE_AHEAD, told
from lexparse.grammar.window import Cued, WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.numerals import WORDS, cardinal
from lexparse.records import Deadline
from lexparse.text.span import Span, trimmed

UNITS = {
    common("жұмыс"): "working_day",
    "банк": "working_day",
    common("күнтізбелік"): "calendar_day",
    common("күн"): "calendar_day",
    common("тәулік"): "calendar_day",
    "апта": "week",
    "ай": "month",
    "жыл": "year",
    common("сағат"): "hour",
}
UNIT = (
    r"(?P<unit>жұмыс\s*күн|банк(?:тік)?\s*күн|күнтізбелік\s*күн|күн|тәулік|апта|ай|жыл|сағат)"
    r"(?:дер|дар|тар|тер|лар|лер)?"
)
OF = r"(?:[ыі]|[ндт][ыі]ң|[ыі]н[ыі]ң)?"
LONG = r"(?:[лдт][ыі][қк])"
ABOUT = rf"(?:{LONG}|[ыі])?"
FROM = rf"(?:{ABLATIVE}|{ABOUT}\s*мерзімнен)"

LOOK_BACK = 120
# Whether it is a number, ``cardinal`` tells.
NUMBER = rf"(?:[0-9]+|(?:{'|'.join(WORDS)})(?:\s*(?:{'|'.join(WORDS)})){{0,4}})"
COUNT = compiled(
    rf"(?P<before>(?:кемінде|кем\s+дегенде|ең\s+кемі)\s+)?(?:күнтізбелік\s*)?"
    rf"(?:[0-9]+\s?-\s?)?(?P<count>{NUMBER}(?:\s*\(\s*{NUMBER}\s*\))?)\s*\Z",
    re.IGNORECASE,
)
HALF = compiled(r"(?P<half>[Жж]арты)\s*\Z")
# `соңғы үш жыл ішінде`, `қатарынан екі ай ішінде` look back.
PAST_AHEAD = compiled(r"(?:соңғы|алдыңғы|қатарынан|өткен)\s*\Z")
# The rule's content, no duty's term: `бес жұмыс күні ішінде қараудың міндеттілігі`.
CONTENT = compiled(rf"\s+[{LOWER}]+у(?:дың|дің|ының|інің)(?![{LOWER}])")
HOLDS = compiled(r"\s+(?:қолданыла|қолданыста|жарамды|күшінде)")

FIRST_LETTER = compiled(r"(?<![\w-])\w")
WORD = rf"[{LOWER}]+(?:-[{LOWER}]+)*"
DONE = rf"{WORD}[ғгқк][ае]н"
DAY_OF = r"(?:күн|сәт|кез|уақыт|мезгіл)[іы]?[ндт][ае]н"
# What makes one phrase with its verb: ресми жарияла-, қол қой-, шешім қабылда-, жүзеге асыр-.
MODIFIER = (
    r"(?:алғаш(?:қы|\s+рет)?|ресми|бірінші|мемлекет[тг]ік(?:\s+тіркеуден)?|қол|келіп|қайта|күшіне"
    r"|қолданысқа|шешім(?=\s+қабылда)|жүзеге|іске|пайдалануға)"
)
POSTPOSITION = "(?:туралы|бойынша|үшін|сәйкес|және|мен|бен|пен|немесе|арқылы|жөнінде)"
EVENT_OPENING = (
    rf"(?P<object>(?!(?:{MODIFIER}|{POSTPOSITION})\s){WORD}\s+)?(?P<event>(?:{MODIFIER}\s+){{0,3}}"
)
EVENT = compiled(
    rf"{EVENT_OPENING}(?:{DONE}\s+{DAY_OF}|{DONE}(?:[ыі])?н[ае]н|{WORD}у\s+{DAY_OF}|(?!{DAY_OF}){WORD}{ABLATIVE}"
    rf"|{DONE}(?=\s+соң)))\s+(?:бастап|кейін(?:гі)?|соң)\Z",
    re.IGNORECASE,
)
# The count right behind the day needs no postposition: `алған күннен үш жұмыс күні ішінде`.
EVENT_DAY = compiled(rf"{EVENT_OPENING}{DONE}\s+{DAY_OF})\Z", re.IGNORECASE)
# A pronoun belongs to its participle: `ол жасалған`, `оларды алған`; in `оны бекітілген күннен
# бастап … жібереді` it does not, for what is approved has no object.
PRONOUN = compiled(
    rf"ол(?:ар)?\s|о(?:лар)?[нд]ы\s+(?!{WORD}(?<=[{LOWER}]{{3}}[лн])[ғгқк][ае]н)", re.IGNORECASE
)
JOINED = r"(?!(?:және|мен|бен|пен|немесе|бірақ|ол)\s)"
UNTIL_EVENT = compiled(
    rf"(?<![{LOWER}-])(?:(?:{JOINED}{WORD}\s+)?{WORD}(?:тын|тін|[ғгқк][ае]н)\s+күн(?:ге|іне)"
    rf"|(?:{JOINED}{WORD}\s+)?(?:{WORD}[ғгқк][ае]н[ғг][ае]|{WORD}у[ыі]на)"
    rf"|(?:{JOINED}{WORD}\s+){{0,2}}мерзіміне"
    rf"|{WORD}(?:[ғгқк][ае]|[ыі]н[ае]))\s+дейін\s*\Z",
    re.IGNORECASE,
)
# `осыдан он жыл бұрын` is ten years ago.
SINCE_EVENT = compiled(
    rf"(?<![{LOWER}-])(?!.*(?:осы|бұ|со|о)дан\s*\Z)(?:{JOINED}{WORD}\s+)?{WORD}(?:(?:тын|тін)\s+күннен|[дт][ае]н)\s*\Z",
    re.IGNORECASE,
)
AFTER = compiled(rf"(?:бастап|кейін(?:гі)?|соң)(?![{LOWER}])")
NO_EVENT = compiled(r"(?:со|о|бұ|осы|мұ)(?:дан|ған)\s+(?:кейін|бастап|соң)\Z", re.IGNORECASE)
GAP = 60
# күннен, сәттен, уақыттан.
DAY_ENDS = ("нен", "тен", "тан")
BREAK = compiled(r"[.;:()|\n]")

ANCHORS = (
    ("signing", compiled(r"қол\s+қой", re.IGNORECASE)),
    ("publication", compiled(r"жариялан", re.IGNORECASE)),
    ("registration", compiled(r"тіркел|тіркеу|тіркет|тіркег", re.IGNORECASE)),
    ("force", compiled(r"қолданысқа|күшіне", re.IGNORECASE)),
    ("receipt", compiled(r"(?:^|\s)(?:ал(?:ған|ын)|түс|келіп)", re.IGNORECASE)),
)


def _ending_at(pattern: re.Pattern[str], text: str, place: int, words: int) -> re.Match[str] | None:
    """Return the longest match of at most ``words`` words that ends at ``place``.

    Only word starts are tried: a search would try every letter.
    """
    left = max(0, place - LOOK_BACK)
    left = max(left, text.rfind("\n", left, place) + 1)
    starts = [letter.start() for letter in FIRST_LETTER.finditer(text, left, place)][-words:]
    return next(filter(None, (pattern.match(text, start, place) for start in starts)), None)


def anchored(text: str, stop: int) -> Reading:
    """Read the event phrase that ends at ``stop``: ``start``, ``anchor``, ``anchor_text``."""
    event = _ending_at(EVENT, text, stop, 7)
    if not event or NO_EVENT.search(text, stop - 15 if stop > 15 else 0, stop):
        return {}
    return _anchor(event)


def _anchor(event: re.Match[str]) -> Reading:
    own = PRONOUN.match(event.group())
    start = event.start() if own else event.start("event")
    anchor = next((name for name, sign in ANCHORS if sign.search(event["event"])), "event")
    # What was received names the document: `тізімді алған`, `тапсырма түскен`.
    quoted = anchor == "event" or (anchor == "receipt" and event["object"])
    reading: dict[str, object] = {"start": start, "anchor": anchor}
    return reading | ({"anchor_text": Span(*event.span())} if quoted else {})


def event_before(text: str, start: int) -> Reading:
    """Read the event that the count starting at ``start`` hangs on, a few words off at most."""
    left = max(0, start - GAP)
    ends = [found.end() for found in AFTER.finditer(text, left, start)]
    if ends and not BREAK.search(text, ends[-1], start):
        return anchored(text, ends[-1])
    ahead = text[left:start].rstrip()
    day = _ending_at(EVENT_DAY, text, left + len(ahead), 7) if ahead.endswith(DAY_ENDS) else None
    return _anchor(day) if day else {}


def counted_units(match: re.Match[str]) -> Reading | None:
    """Read amount and unit, with the words before that belong to them."""
    text, place = match.string, match.start()
    counted = _ending_at(COUNT, text, place, 8)
    amount = cardinal(counted["count"]) if counted else None
    unit = next(unit for word, unit in UNITS.items() if match["unit"].startswith(word))
    half = None if amount else HALF.search(text, max(0, place - 10), place)
    if half and unit == "year":
        return {"start": half.start(), "amount": 6, "unit": "month", "before": ""}
    if not counted or not amount or (unit == "year" and amount > 1000):
        return None
    if PAST_AHEAD.search(text, max(0, counted.start() - 15), counted.start()):
        return None
    return {
        "start": counted.start(),
        "amount": amount,
        "unit": unit,
        "before": counted["before"] or "",
    }


def _relative(match: re.Match[str], bound: str) -> Reading | None:
    counted = counted_units(match)
    if not counted or CONTENT.match(match.string, match.end()):
        return None
    if FORCE_AHEAD.match(match.string, match.end()) or HOLDS.match(match.string, match.end()):
        return None
    if told(match):
        return None
    reading = {**counted, "kind": "relative", "bound": bound}
    reading.pop("before")
    reading.update(event_before(match.string, counted["start"]))
    if bound == "by" and "anchor" not in reading:
        reading.update(_until(match.string, counted["start"]))
    return reading


def _until(text: str, start: int) -> Reading:
    if not text[max(0, start - 10) : start].rstrip().endswith(common("дейін")):
        return {}
    event = _ending_at(UNTIL_EVENT, text, start, 5)
    if not event:
        return {}
    return {"start": event.start(), "anchor": "event", "anchor_text": _words(event)}


def _since(text: str, start: int) -> Reading:
    event = _ending_at(SINCE_EVENT, text, start, 3)
    return {"start": event.start(), "anchor_text": _words(event)} if event else {}


def _words(event: re.Match[str]) -> Span:
    return trimmed(event.string, event.start(), event.end())


def _within(match: re.Match[str]) -> Reading | None:
    return _relative(match, "within")


def _limited(match: re.Match[str]) -> Reading | None:
    """Read a limit: not to be late is a bound of its own, unless `мерзім ішінде` follows."""
    return _relative(match, "by" if match["late"] and not match["inside"] else "within")


def _by(match: re.Match[str]) -> Reading | None:
    return _relative(match, "by")


def _after(match: re.Match[str]) -> Reading | None:
    return _relative(match, "after")


def _ahead(match: re.Match[str]) -> Reading | None:
    counted = counted_units(match)
    if not counted:
        return None
    reading = {**counted, "kind": "relative", "bound": "by", "anchor": "event"}
    least = reading.pop("before")
    event = _until(match.string, counted["start"]) or _since(match.string, counted["start"])
    if not (least or event or match["left"]):
        return None
    return {**reading, **event}


def bare(match: re.Match[str]) -> Reading | None:
    """Read a count that stands alone in a cell: ``бір ай``, ``… аяқталғаннан кейін 10 күн``."""
    return _relative(match, "within")


PASSED = r"[ыі]?\s*өтк(?:ен\s*(?:соң|сон(?!\w))|еннен\s*кейін|ен\s+күннен\s+бастап)"
LATE = r"(?:кешікт[іи]рмей|кешіктірілмей|кешікпей|кеш\s+(?:емес|қалмай|қалдырмай)|қалдырмай)"
RULES = (
    Cued(
        "within <n> <units>",
        compiled(
            rf"{UNIT}(?:{OF}\s*(?:{LONG}?\s*мерзім(?:нің)?\s*)?ішінде|{ABOUT}\s*мерзім(?:де|інде)"
            rf"|{OF}\s*аралығында)(?![{LOWER}])"
        ),
        _within,
        ("ішінде", "мерзім", "аралығ"),
        30,
        25,
    ),
    Cued(
        "within a term of no more than <n> <units>",
        compiled(
            rf"{UNIT}(?:{FROM}\s*(?:аспайтын|асырмай(?:тын)?|(?P<late>кешіктір(?:іл)?мейтін"
            rf"|кешікпейтін))|[ыі]?(?:н[ае]|[ғгқк][ае])\s*дейінгі)"
            rf"\s*мерзім(?:де|(?P<inside>(?:нің)?\s*ішінде))"
        ),
        _limited,
        ("мерзім",),
        60,
        30,
    ),
    Cued(
        "no more than <n> <units>",
        compiled(rf"{UNIT}{FROM}\s*(?:асырмай|аспай)(?![{LOWER}])"),
        _within,
        ("асырмай", "аспай"),
        35,
        10,
    ),
    Cued(
        "not later than <n> <units>",
        compiled(rf"{UNIT}{FROM}\s*{LATE}(?![{LOWER}])"),
        _by,
        ("кеш", "қалдырмай"),
        35,
        20,
    ),
    Cued(
        "before <n> <units> pass",
        compiled(rf"{UNIT}[ыі]?\s*өтк(?:енше|енге\s+дейін)(?![{LOWER}])"),
        _by,
        ("өтк",),
        25,
        20,
    ),
    Cued(
        "once <n> <units> have passed",
        compiled(rf"{UNIT}{PASSED}"),
        _after,
        ("өтк",),
        25,
        30,
    ),
    Cued(
        "<n> <units> before <event>",
        compiled(rf"{UNIT}[ыі]?\s*(?:бұрын|(?P<left>қалғанда))(?![{LOWER}])"),
        _ahead,
        ("бұрын", "қалғанда"),
        25,
        10,
    ),
)

TERM = WindowedGrammar("term", Deadline, RULES)
