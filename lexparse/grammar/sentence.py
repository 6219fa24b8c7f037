"""What the rest of a sentence tells about a date in it: a command ahead, validity, the past.

``2023 жылғы мамырда … өткізілсін`` is a deadline; ``… дейін тоқтатыла тұрсын`` (a suspension),
``… дейін берілген куәліктер`` (what was done), ``2015 жылғы 9 шілдеде жарияланған`` are none.
"""

from __future__ import annotations

import re

from lexparse.kazakh.letters import LOWER

# A sentence that runs on into a list ends with the list's last item.
REACH = 400
LIST_REACH = 2500
END = re.compile(r"[.!?;\n\t](?:(?<=[\n\t])|(?=\s|$))")
LIST_END = re.compile(r"\.\s*(?:\n|$)")

COMMAND = re.compile(rf"[{LOWER}]с[ыі]н(?![{LOWER}])")
DONE = (
    r"(?:бер|қабылда|тіркел|жаса|туында|жарияла|құр|сал|бол|ал|шық|өт|өткіз|кел|ту|қой|шығар"
    r"|жүргіз|жүзеге\s+асыр|төле|пайдалануға\s+бер|енгіз|жібер|түс|аяқтал)"
    r"(?:[ыі]?[лн])?(?:[ғгқк][ае]н|(?:[дт][ыі](?!ң)))"
)
NEXT_DONE = re.compile(rf"\s*(?:(?!белгілен|бекітіл)[{LOWER}]+\s+)?{DONE}(?![{LOWER}]*\s+тәртіп)")
PAST = re.compile(rf"№|(?<![{LOWER}]){DONE}(?!\s*тәртіп)")
VALIDITY = (
    "қолданылады", "қолданыста", "қолданылсын", "күшінде", "тоқтатыла тұр", "тоқтата тұр",
    "мораторий", "тыйым салын", "жарамды", "ұзартыл", "сақталсын", "жалғаса", "созылады",
    "қолданысқа енгіз", "күшіне ен",
)  # fmt: skip
TOLD = re.compile(r"[аеыіуү][лн]д[ыі][\s»\"”)]*\Z")
FORCE_AHEAD = re.compile(r"\s*(?:қолданысқа\s+енгіз|күшіне\s+ен|күшін\s+жо|күші\s+жо)")


def rest_of(text: str, place: int) -> str:
    """Return the words from ``place`` to the end of its sentence."""
    end = END.search(text, place, place + REACH)
    return text[place : end.start() if end else place + REACH]


def commanded(match: re.Match[str]) -> bool:
    """Tell whether the match stands in an order yet to be carried out."""
    rest = rest_of(match.string, match.end())
    order = COMMAND.search(rest)
    return bool(order) and not PAST.search(rest, 0, order.start() if order else 0)


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
