"""Where quoted new wording begins and ends: by line and printed number, not by counting marks.

Quotes in acts do not balance (``…белгісімен);`` never closed, one closer for two openers), so a
quoted block ends at a line that closes with a mark, or where the act's own numbering goes on.
"""

from __future__ import annotations

import re

from lexparse.structure.markers import marker

OPENING = re.compile(r"[«\"“„]")
CLOSED = re.compile(r"[»\"”]\s*[.;,:]*\s*[»\"”]?\s*[.;]*\s*$")
# `«X» деген жолдан кейін …` opens with a quote and is a command, not a quoted block.
COMMAND_AFTER_QUOTE = re.compile(
    r"[«\"“][^»\"”]*[»\"”]\s*(?:деген|туралы|сөз|атты|және|,|-|[а-яәіңғүұқөһ])", re.IGNORECASE
)
LEADS_TO_QUOTE = re.compile(
    r"(?:жазылсын|толықтырылсын|ауыстырылсын|өзгертілсін|мына|мынадай|мазмұндағы|оқылсын|редакцияда)"
    r"\W{0,4}:?:?\s*$",
    re.IGNORECASE,
)
OWN_FORMULA = re.compile(r"\bос[ыі]\s+(?:қаулы|бұйрық|жарлық|шешім|өкім)", re.IGNORECASE)


def opens_quote(text: str, start: int, stop: int, before: str, after_quote: bool) -> bool:
    """Tell whether the line is quoted new wording.

    ``before`` ends the text above it; ``after_quote`` says that a quoted block has just closed:
    several quoted lines may follow one command.
    """
    if not OPENING.match(text, start, stop):
        return False
    if after_quote and closes_quote(text, start + 1, stop):
        return not COMMAND_AFTER_QUOTE.match(text, start, stop)
    if not LEADS_TO_QUOTE.search(before):
        return False
    return not COMMAND_AFTER_QUOTE.match(text, start, stop) or closes_quote(text, start + 1, stop)


def closes_quote(text: str, start: int, stop: int) -> bool:
    """Tell whether ``text[start:stop]`` ends a quoted block (``…»;``, ``….».``, ``…";``)."""
    return start < stop and bool(CLOSED.search(text, max(start, stop - 12), stop))


def resumes_after_quote(text: str, start: int, stop: int, number: str | None) -> bool:
    """Tell whether the act's own numbering goes on at this line though no mark closed the quote.

    Only the paragraph that follows ``number`` and speaks of the act itself (``Осы қаулы …``)
    counts: a quoted list has numbers of its own.
    """
    opening = marker(text, start, stop)
    if opening is None or opening.kind != "paragraph" or not number or not opening.num:
        return False
    follows = opening.num == str(int(number.split("-")[0]) + 1)
    return follows and bool(OWN_FORMULA.match(text, opening.stop, stop))
