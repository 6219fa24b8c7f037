"""What the rest of a sentence tells about a date in it: a command ahead, validity, the past.

``2023 жылғы мамырда … өткізілсін`` is a deadline; ``… дейін тоқтатыла тұрсын`` (a suspension),
``… дейін берілген куәліктер`` (what was done), ``2015 жылғы 9 шілдеде жарияланған`` are none.
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
    "қолданылады", "қолданыста", "қолданылсын", "күшінде", "тоқтатыла тұр", "тоқтата тұр",
    "мораторий", "тыйым сал", "жарамды", "ұзартыл", "сақталсын", "жалғаса", "созылады",
    "қолданысқа енгіз", "күшіне ен",
)))  # fmt: skip
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


def lasting(match: re.Match[str]) -> bool:
    """Tell whether the match bounds how long something holds, or what was done before it."""
    text, place = match.string, match.end()
    if NEXT_DONE.match(text, place):
        return True
    rest = rest_of(text, place)
    if any(word in rest for word in VALIDITY):
        return True
    if not rest.rstrip().endswith(":"):
        return False
    end = LIST_END.search(text, place, place + LIST_REACH)
    return text.find("мораторий", place, end.start() if end else place + LIST_REACH) >= 0
