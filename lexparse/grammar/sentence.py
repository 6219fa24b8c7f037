"""What the rest of a sentence tells about a date in it: a command ahead, validity, the past.

``2023 жылғы мамырда … өткізілсін``, ``… дейін шаралар қолданылсын`` are deadlines; ``… дейін
тоқтатыла тұрсын`` (a suspension), ``… дейін тариф қолданылсын`` (how long), ``… дейін берілген
куәліктер`` (what was done), ``2015 жылғы 9 шілдеде жарияланған`` are none.
"""

from __future__ import annotations

import re

from lexparse.grammar.plain import common, compiled
from lexparse.kazakh.letters import LOWER

# A sentence that runs on into a list ends with the list's last item.
REACH = 400
LIST_REACH = 2500
END = compiled(r"[.!?;\n\t](?:(?<=[\n\t])|(?=\s|$))")
LIST_END = compiled(r"\.\s*(?:\n|$)")

COMMAND = compiled(rf"[{LOWER}]с[ыі]н(?![{LOWER}])")
DONE = (
    r"(?:бер|қабылда|тіркел|жаса|туында|жарияла|құр|сал|бол|ал|шық|өт|өткіз|кел|ту|қой|шығар"
    r"|жүргіз|жүзеге\s+асыр|төле|пайдалануға\s+бер|енгіз|жібер|түс|аяқтал)"
    rf"(?:[ыі]?[лн])?(?:[ғгқк][ае]н|(?:[дт][ыі](?![{LOWER}])))"
)
NEXT_DONE = compiled(rf"\s*(?:(?!белгілен|бекітіл)[{LOWER}]+\s+)?{DONE}(?![{LOWER}]*\s+тәртіп)")
PAST = compiled(rf"№|(?<![{LOWER}]){DONE}(?!\s*тәртіп)")
VALIDITY = tuple(map(common, (
    "қолданыста", "күшінде", "тоқтатыла тұр", "тоқтата тұр",
    "мораторий", "тыйым сал", "жарамды", "ұзартыл", "сақталсын", "жалғаса", "созылады",
    "қолданысқа енгіз", "күшіне ен",
)))  # fmt: skip
APPLIED = compiled(r"қолданыл(?:ады|(?P<order>сын))")
# What is applied, in the nominative: measures are taken, a norm, a price or a limit holds for a
# time, and so do the measures that restrict. `шараларды`, `осы ережеге сәйкес` are no subjects.
SUBJECT = compiled(
    r"(?<![\w-])(?:(?P<measures>(?<!шектеу\s)(?<!карантиндік\s)шара)"
    r"|акт|қаулы|бұйры[қғ]|жарлы[қғ]|өкім|шешім|заң|кодекс|ереже|қағида|тәрті[пб]|нұсқаулық|әдістеме|стандарт|регламент|тала[пб]|норма(?:тив)?|тариф|баж"
    r"|мөлшер(?:леме)?|ставка|баға|салы[қғ]|коэффициент|үстеме|жеңілді[кг]|квота|лимит|режим"
    rf"|шектеу|тыйым|мораторий|карантин(?:дік)?)(?:[лдт][ае]р)?(?:с?[ыі])?(?![{LOWER}-])",
    re.IGNORECASE,
)
ITEM = compiled(rf"[{LOWER}](?:уды|уді|уын|уін|[уыі]\s+жөнінде)[\s»\"”)]*\Z")
TOLD = compiled(r"[аеыіуү][лн]д[ыі][\s»\"”)]*\Z")
FORCE_AHEAD = compiled(r"\s*(?:қолданысқа\s+енгіз|күшіне\s+ен|күшін\s+жо|күші\s+жо)")


def rest_of(text: str, place: int) -> str:
    """Return the words from ``place`` to the end of its sentence."""
    end = END.search(text, place, place + REACH)
    return text[place : end.start() if end else place + REACH]


def sentence_start(text: str, place: int) -> int:
    """Return where the sentence that holds ``place`` begins, as far as can be told."""
    ends = [end.end() for end in END.finditer(text, max(0, place - REACH), place)]
    return ends[-1] if ends else max(0, place - REACH)


def commanded(match: re.Match[str]) -> bool:
    """Tell whether the match stands in an order yet to be carried out."""
    rest = rest_of(match.string, match.end())
    order = COMMAND.search(rest)
    past = PAST.search(rest)
    # келті(рсін) is no past: what is done must be said before the order.
    return bool(order) and not (past and order and past.end() <= order.start())


def itemised(match: re.Match[str]) -> bool:
    """Tell whether the match stands in an item of an order: `… нығайтуды;`, `… істеуі жөнінде;`."""
    return bool(ITEM.search(rest_of(match.string, match.end())))


def told(match: re.Match[str]) -> bool:
    """Tell whether the sentence tells what happened: its last verb stands in the past.

    Only the passive is sure to tell it: жасады is past and present alike, міндетті no verb.
    """
    return bool(TOLD.search(rest_of(match.string, match.end())))


def _applied(match: re.Match[str], rest: str) -> bool:
    """Tell whether the sentence says how long a norm is applied; to apply measures is an order."""
    verb = APPLIED.search(rest)
    if not verb:
        return False
    text, place = match.string, match.start()
    said = text[sentence_start(text, place) : match.end()] + rest[: verb.start()]
    subjects = [subject["measures"] for subject in SUBJECT.finditer(said)]
    if not subjects:
        return not verb["order"]
    return not subjects[-1]


def lasting(match: re.Match[str]) -> bool:
    """Tell whether the match bounds how long something holds, or what was done before it."""
    text, place = match.string, match.end()
    if NEXT_DONE.match(text, place):
        return True
    rest = rest_of(text, place)
    if any(word in rest for word in VALIDITY) or _applied(match, rest):
        return True
    if not rest.rstrip().endswith(":"):
        return False
    end = LIST_END.search(text, place, place + LIST_REACH)
    return text.find("мораторий", place, end.start() if end else place + LIST_REACH) >= 0
