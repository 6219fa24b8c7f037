"""Quoted names and words in a command: `«X», «Y» деген жолдар`, `"X" сөздері`, `«Y» деп`.

Marks do not balance in acts (``«Nur Otan» партиясы … (келісу бойынша)» деген жол`` has lost its
first opener), so a quotation is read backwards from the mark before ``деген``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENERS, CLOSERS = "«“„", "»”"
MARKS = re.compile(r"[«»“”„\"]")
WORD_HEADS = r"сөз|аббревиатура|қысқарту|термин|цифр|сан(?=[ыдғнм]|\b)|таңба|белгі|әрі[пб]|тіркес"
LINK = re.compile(
    r"(?<![\s(\[])[»”\"](?:\s*(?:-\s*)?(?P<link>деген|дейтін|атты)(?!\w)\s*"
    rf"|\s*(?P<read>деп|болып)(?=\s)|\s+(?=(?:{WORD_HEADS}|абзац|жол(?=\W|дар|ы|дан|мен))))",
    re.IGNORECASE,
)
UNCLOSED = re.compile(
    rf"[«“](?P<inner>[^«»“”\"\n]{{1,200}}?)\s+(?:деген|дейтін)\s+(?={WORD_HEADS})", re.IGNORECASE
)
JOINED = re.compile(r"(?P<close>[»”\"])\s*(?:,|;|және|мен|пен|бен|немесе)?\s*\Z")
BRACKET = re.compile(r"\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
PLAIN_QUOTE = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"")
MASK = "\ue000"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its span with the marks and that of the wording inside; ``sure`` if balanced."""

    start: int
    stop: int
    inner_start: int
    inner_stop: int
    sure: bool = True

    def wording(self, text: str) -> str:
        """Return what stands between the marks."""
        return text[self.inner_start : self.inner_stop]


@dataclass(frozen=True, slots=True)
class Group:
    """Quotations that share one head word; ``link`` is деген, деп or nothing."""

    quotes: tuple[Quote, ...]
    link: str
    stop: int

    @property
    def start(self) -> int:
        """Where the first quotation opens."""
        return self.quotes[0].start


def groups(text: str, start: int, stop: int) -> list[Group]:
    """Return the groups of quotations in ``text[start:stop]`` that a head word follows."""
    found: list[Group] = []
    floor = start
    for link in LINK.finditer(text, start, stop):
        if link.start() < floor:
            continue
        quotes = _listed(text, floor, link.start() + 1)
        if quotes:
            word = (link["link"] or link["read"] or "").lower()
            found.append(Group(quotes, word, link.end()))
            floor = link.end()
    found += _unclosed(text, start, stop, found)
    return sorted(found, key=lambda one: one.start)


def _unclosed(text: str, start: int, stop: int, found: list[Group]) -> list[Group]:
    """``«тоқсан сайын деген сөздер``: the closer is lost, and деген ends the quotation."""
    return [
        Group(
            (Quote(one.start(), one.end("inner"), *one.span("inner"), sure=False),),
            "деген",
            one.end(),
        )
        for one in UNCLOSED.finditer(text, start, stop)
        if not any(one.start() < group.stop and group.start < one.end() for group in found)
    ]


def _listed(text: str, floor: int, stop: int) -> tuple[Quote, ...]:
    """Read the quotation that ends at ``stop`` and those joined to it, backwards."""
    quotes: list[Quote] = []
    at: int | None = stop
    while at is not None and (quote := _backwards(text, floor, at)):
        quotes.insert(0, quote)
        before = JOINED.search(text, floor, quote.start)
        at = before.start("close") + 1 if before else None
    return tuple(quotes)


def _backwards(text: str, floor: int, stop: int) -> Quote | None:
    marks = [mark.start() for mark in MARKS.finditer(text, floor, stop - 1)]
    depth = 1
    for place in range(len(marks) - 1, -1, -1):
        depth += -1 if _opens(text, marks[place], floor) else 1
        if depth == 0:
            return _whole(text, floor, marks[: place + 1], stop)
    if not marks or not _opens(text, marks[0], floor):
        return None
    # More closers than openers: the outer opener is the one that was lost.
    return Quote(marks[0], stop, marks[0], stop - 1, sure=False)


def _whole(text: str, floor: int, marks: list[int], stop: int) -> Quote:
    """Go on to an opener further left that nothing closes: ``«A «B» деген``."""
    depth = 0
    for at in reversed(marks[:-1]):
        depth += -1 if _opens(text, at, floor) else 1
        between = text[at + 1 : marks[-1]].strip()
        if UNCLOSED.match(text, at, marks[-1]):
            break
        if depth < 0 and not between.endswith((",", ";", ":")):
            return Quote(at, stop, at + 1, stop, sure=False)
    return Quote(marks[-1], stop, marks[-1] + 1, stop - 1)


def _opens(text: str, at: int, floor: int) -> bool:
    if text[at] in OPENERS:
        return True
    if text[at] in CLOSERS:
        return False
    left = at == floor or text[at - 1].isspace() or text[at - 1] in '([-/«"'
    return left and at + 1 < len(text) and not text[at + 1].isspace()


def masked(text: str, start: int, stop: int, spans: list[tuple[int, int]]) -> str:
    """Return ``text[start:stop]`` with ``spans``, brackets and quotations blanked, same length."""
    piece = list(text[start:stop])
    for span in spans:
        first, last = max(span[0], start), min(span[1], stop)
        piece[first - start : last - start] = MASK * max(0, last - first)
    blanked = "".join(piece)
    for pattern in (PLAIN_QUOTE, PLAIN_QUOTE, BRACKET):
        blanked = pattern.sub(lambda match: MASK * len(match.group()), blanked)
    return blanked
