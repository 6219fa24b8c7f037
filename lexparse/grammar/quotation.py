"""Quoted titles beside a citation, read by direction since acts nest and lose their marks.

Literal forms: ``«Құқықтық актілер туралы»``, ``"Заңды тұлғаларды тіркеу" туралы``,
``«… «Достық үйі» кәсіпорнын құру туралы»``; one opener for two closers (``«A» қаулысына өзгеріс
енгізу туралы» …``) and one closer for two openers (``«A «B» туралы» …`` without its last mark).
"""

from __future__ import annotations

import re
from typing import NamedTuple

MARK = re.compile(r"[«»\"“”„]")
SENTENCE_STOP = re.compile(r"[;:]")
OPENERS, CLOSERS = "«“„", "»”"
REACH = 1600
ABOUT = re.compile(r"\s*(?:туралы|деген|атты)(?=\W)")
ABOUT_BEFORE = re.compile(r"(?<=[»\"”])\s*туралы\s*\Z")
ITEM_NUMBER = re.compile(r"\s*(?:\d{1,4}(?:-\d+)?\s?[.)]\s*|[а-я]\)\s*|-\s+)?")
UNQUOTED = re.compile(
    r"(?:\A|\n|\|\t)\s*(?:\d{1,4}(?:[-.]\d+)?\s?[.)]\s*|-\s+)?(?P<title>[^\n|]*(?:туралы|жөнінде))\s*\Z"
)
# Words of a sentence, not of a title: `… сәйкес`, `… туралы … енгізілсін`.
SENTENCE = re.compile(
    r"[:;]|\.\s|\bосы\b|\bсәйкес\b|\bқоса\s+беріл|[а-яәіңғүұқөһ](?:сын|сін)\b", re.I
)


class Title(NamedTuple):
    """A title and where it stands, its marks and ``туралы`` outside them included."""

    start: int
    stop: int
    text: str


def title_before(text: str, floor: int, stop: int) -> Title | None:
    """Return the quoted title that ends at ``stop`` (white space aside)."""
    end = _back(text, floor, stop)
    about = ABOUT_BEFORE.search(text, max(floor, end - 12), end)
    close = _back(text, floor, about.start()) if about else end
    if close <= floor or text[close - 1] not in '"»”':
        return None
    line = max(floor, close - REACH, text.rfind("\n", floor, close) + 1)
    begin = _opening(text, line, close - 1)
    if begin is None:
        return None
    inner = text[begin + 1 : close - 1].strip()
    return Title(begin, end, " ".join(inner.split())) if inner else None


def _back(text: str, floor: int, stop: int) -> int:
    while stop > floor and text[stop - 1].isspace():
        stop -= 1
    return stop


def _opening(text: str, line: int, close: int) -> int | None:
    """Return where the quotation that ends at ``close`` opens, not left of ``line``."""
    depth = 1
    marks = [mark.start() for mark in MARK.finditer(text, line, close)]
    for place in range(len(marks) - 1, -1, -1):
        depth += -1 if _opens(text, marks[place], line, depth) else 1
        if depth == 0:
            return _outermost(text, line, marks[: place + 1])
    # One opener for two closers: the item itself opens with it.
    first = ITEM_NUMBER.match(text, line, close)
    begin = first.end() if first else line
    return begin if text[begin : begin + 1] in {"«", '"', "“"} and begin < close else None


def _opens(text: str, at: int, line: int, depth: int) -> bool:
    if text[at] in OPENERS:
        return True
    if text[at] in CLOSERS:
        return False
    left = at == line or text[at - 1].isspace() or text[at - 1] in "([-/«"
    right = at + 1 < len(text) and text[at + 1].isspace()
    return left and (not right or depth == 1)


def _outermost(text: str, line: int, marks: list[int]) -> int:
    """Go on to an opener further left that nothing closes (``«A «B туралы»``)."""
    at = marks[-1]
    if len(marks) < 2 or SENTENCE_STOP.search(text, marks[-2], at):
        return at
    left = marks[-2]
    return left if text[left] == text[at] and _opens(text, left, line, 0) else at


def title_after(text: str, start: int, stop: int) -> Title | None:
    """Return the quoted title that begins at ``start``, with ``туралы`` or ``деген`` behind it."""
    if start >= stop or text[start] not in '«"“„':
        return None
    depth = 0
    line = text.find("\n", start, min(stop, start + REACH))
    limit = line if line >= 0 else min(stop, start + REACH)
    for mark in MARK.finditer(text, start, limit):
        at = mark.start()
        depth += 1 if at == start or _opens(text, at, start, 0) else -1
        if depth == 0:
            about = ABOUT.match(text, at + 1, limit + 1)
            inner = " ".join(text[start + 1 : at].split())
            return Title(start, about.end() if about else at + 1, inner)
    return None


def unquoted_before(text: str, floor: int, stop: int) -> Title | None:
    """Return the unquoted ``… туралы`` before an issuer when it fills its item from the start."""
    line = max(floor, stop - REACH, text.rfind("\n", floor, stop))
    # A slice, for `floor` may stand behind the item's number, where no line begins.
    found = UNQUOTED.search(text[line:stop])
    if found is None or SENTENCE.search(found["title"]):
        return None
    title = found["title"]
    if not title[:1].isupper() and title[:1] not in '«"“':
        return None
    start = line + found.start("title")
    return Title(start, start + len(title), " ".join(title.split()))
