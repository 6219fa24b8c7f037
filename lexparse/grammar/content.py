"""The wording that a command brings: where it ends and what stands between its marks.

Literal forms: ``«2. … .»;``, ``«A»;`` and ``«B».`` as two rows, ``«`` + a table + ``»;``, and what
lost its marks (``«5) … белгісімен);`` never closed): there the wording ends where a line speaks
as the amending act again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar.command import COMMAND
from lexparse.structure.markers import marker
from lexparse.text.document import CELL_BREAK
from lexparse.text.span import Span, trimmed

MARK = re.compile(r"[«»“”„\"]")
OPENS = re.compile(r"\s*[«\"“„]")
CLOSES = re.compile(r"[»\"”]\s*[.;,:]*\s*\Z")
ONLY_MARKS = re.compile(r"[\s«»\"“”.;,:]*\Z")
# A line of the amending act itself: a command, a context line, a base act, a row to be changed.
OWN_TAIL = re.compile(
    r"(?:(?:тарма[қғ]|бап|баб|абзац|бөлі[кгм]|тарау|параграф|[қк]осымша|жол|баған|ереже|[қк]ағида|"
    r"тізбе|жоспар|құрам|нұсқаулы[қғ]|тәртіп|тәртіб|стандарт|регламент|лимит|функция|мәтін|тақырып|"
    r"тақырыб|кесте|кіріспе|аулы|бұйры[қғ]|жарлы[қғ]|шешім|өкім)\w{0,14}"
    r"(?:\s*\([^()]*\))?|\bмына(?:дай)?)\s*:+\s*\Z",
    re.IGNORECASE,
)
OWN_HEAD = re.compile(r"деген\s+(?:жол|сөз|бөлім|абзац|кіші)", re.IGNORECASE)
NAMED_FIRST = re.compile(r"[«\"“][^\n]*[»\"”]\s*деген\s", re.IGNORECASE)
CHANGES_MADE = re.compile(r"(?:өзгеріс|өзгерту|толықтыру)\w*\s+енгізілсін", re.IGNORECASE)
AMENDS = frozenset({"substitute", "replace", "supplement", "delete", "repeal"})
SPEAKS = AMENDS | {"suspend", "rename", "renumber"}
NUMBER_FIRST = re.compile(r"\s*(?P<num>\d{1,4}(?:\s?-\s?\d{1,3})*)\s?(?P<mark>[.)]|\s*\t\|)")


@dataclass(frozen=True, slots=True)
class Content:
    """New wording: its span with marks, the wording, and whether its marks are sound."""

    start: int
    stop: int
    text: str
    inner: Span
    sure: bool


def is_own(text: str, start: int, stop: int) -> bool:
    """Tell whether a line speaks as the amending act and not as the wording it brings."""
    if CELL_BREAK in text[start:stop]:
        return False
    if OPENS.match(text, start, stop) and not NAMED_FIRST.match(text, start, stop):
        return False
    if OWN_HEAD.match(text, start, stop):
        return True
    leads = text[start:stop].rstrip().endswith(":")
    if leads and OWN_TAIL.search(text, max(start, stop - 400), stop):
        return True
    return _commands(text, start, stop)


def _commands(text: str, start: int, stop: int) -> bool:
    """Tell whether a line ends in the verb of a command."""
    tail = text[max(start, stop - 160) : stop]
    found = COMMAND.find(tail)
    return (
        bool(found)
        and found[-1].kind in SPEAKS
        and bool(re.fullmatch(r"[\s.;:,»\"]*(?:\([^()]*\))?[\s.;:]*", tail[found[-1].stop :]))
    )


def end_of(text: str, lines: list[Span], first: int, start: int | None = None) -> int:
    """Return the index of the line behind the wording that begins at ``start``.

    ``lines[first]`` is the first whole line of it; ``start`` lies before where the wording
    begins on the command's own line.
    """
    start = lines[first].start if start is None and first < len(lines) else start
    at = first - 1 if first and start is not None and start < lines[first - 1].stop else first
    while at < len(lines) and start is not None:
        at += 1
        if at >= len(lines) or _goes_back(text, start, lines[at - 1], lines[at]):
            return at
    return at


def _goes_back(text: str, start: int, above: Span, line: Span) -> bool:
    """Tell whether the amending act speaks again at ``line``."""
    opening = marker(text, *line)
    words = opening.stop if opening and opening.kind != "article" else line.start
    quoted = bool(OPENS.match(text, *line))
    if is_own(text, *line) or (not quoted and is_own(text, words, line.stop)):
        return not _inside(text, start, above)
    if quoted or not CLOSES.search(text, above.start, above.stop):
        return False
    held = content_of(text, start, above.stop)
    return held is not None and held.sure


def _inside(text: str, start: int, above: Span) -> bool:
    """Tell whether wording that began with a command of its own is still open.

    An act that amends an amending act quotes commands: they close with the outer mark only.
    """
    line_end = text.find("\n", start, above.stop)
    first = text[start : line_end if line_end >= 0 else above.stop]
    if not _nests(first):
        return False
    held = content_of(text, start, above.stop)
    return held is None or not held.sure


def _nests(first: str) -> bool:
    """Tell whether quoted wording opens with a command or the lead of commands."""
    leads = CHANGES_MADE.search(first) or OWN_TAIL.search(first)
    return bool(leads) or any(one.kind in AMENDS for one in COMMAND.find(first))


def numbering_goes_on(text: str, content: Content, ahead: Span) -> bool:
    """Tell whether the next command's number is also the next of a list in the wording.

    Of wording that is never closed nobody can say then where it ends.
    """
    opening = marker(text, *ahead)
    if opening is None or opening.num is None:
        return False
    held = [marker(line, 0, len(line)) for line in content.text.split("\n")]
    numbers = [one.num for one in held if one and one.kind == opening.kind and one.num]
    return bool(numbers) and _figure(opening.num) == _figure(numbers[-1]) + 1


def _figure(num: str) -> int:
    found = re.match(r"\d+", num)
    return int(found.group()) if found else -1


def content_of(text: str, start: int, stop: int) -> Content | None:
    """Return the wording in ``text[start:stop]``, or ``None`` where no mark opens it."""
    span = trimmed(text, start, stop)
    if not OPENS.match(text, span.start, span.stop):
        return None
    closing = CLOSES.search(text, span.start + 1, span.stop)
    inner = _between(text, span.start + 1, closing.start() if closing else span.stop)
    rows = _rows(text, span) if closing else None
    if rows:
        return Content(span.start, span.stop, "\n".join(rows), inner, sure=True)
    sure = closing is not None and _balanced(text, inner)
    if closing and not sure and _lost_opener(text, inner):
        inner = Span(span.start, inner.stop)
    elif closing and not sure and _depth(text, inner) == 1:
        # `«11. … «X орталығы».;`: the one closer is the inner name's, the outer one is lost.
        kept = re.compile(r"[»”]\s*\.?").match(text, closing.start())
        inner = Span(inner.start, kept.end() if kept else inner.stop)
    return Content(span.start, span.stop, text[inner.start : inner.stop], inner, sure)


def _depth(text: str, inner: Span) -> int:
    """Return how many angle marks are opened inside and not closed."""
    marks = [mark.group() for mark in MARK.finditer(text, inner.start, inner.stop)]
    return sum(mark in "«“„" for mark in marks) - sum(mark in "»”" for mark in marks)


def _lost_opener(text: str, inner: Span) -> bool:
    """``«Amanat» партиясы … (келісу бойынша)».``: the outer opener is the one that was lost.

    Wording that opens with its number has its outer opener; there an inner one is missing.
    """
    marks = [mark.group() for mark in MARK.finditer(text, inner.start, inner.stop)]
    closers = sum(mark in "»”" for mark in marks)
    numbered = NUMBER_FIRST.match(text, inner.start, inner.stop)
    return not numbered and closers == len(marks) - closers + 1 and marks[:1] == ["»"]


def _between(text: str, start: int, stop: int) -> Span:
    """Return the wording without spaces and line ends; the tabs of an empty cell stay."""
    while start < stop and text[start] in " \n":
        start += 1
    while stop > start and text[stop - 1] in " \n":
        stop -= 1
    return Span(start, stop)


def _rows(text: str, span: Span) -> list[str] | None:
    """Return the rows of ``«A»;`` ``«B».``: several lines, each quoted for itself."""
    lines = [line.strip() for line in text[span.start : span.stop].split("\n") if line.strip()]
    if len(lines) < 2 or any(CELL_BREAK in line for line in lines):
        return None
    rows: list[str] = []
    for line in lines:
        closing = CLOSES.search(line, 1)
        if not OPENS.match(line) or not closing or not _balanced(line, Span(1, closing.start())):
            return None
        rows.append(line[1 : closing.start()].strip())
    return rows


def _balanced(text: str, inner: Span) -> bool:
    """Tell whether the marks inside pair off, never closing more than they opened.

    Straight marks name no side: they pair off where they are even in number. Between angle marks
    on lines of their own they say nothing of where the wording ends (a scan lost one in a cell of
    the plan of № 274).
    """
    depth = straight = 0
    angled = (
        text[max(0, inner.start - 4) : inner.start].rstrip().endswith("«")
        and text[inner.start - 1] == "\n"
    )
    for mark in MARK.finditer(text, inner.start, inner.stop):
        if mark.group() == '"':
            straight += 1
            continue
        depth += 1 if mark.group() in "«“„" else -1
        if depth < 0:
            return False
    return depth == 0 and (angled or straight % 2 == 0)


def number_of(text: str) -> str | None:
    """Return the number that a wording opens with, or ``None``."""
    found = NUMBER_FIRST.match(text)
    return found["num"].replace(" ", "") if found else None


def split_at(text: str, inner: Span, numbers: list[str]) -> list[Span] | None:
    """Cut a wording into the units ``numbers``, each at the line that its number opens."""
    places: list[int] = []
    at = inner.start
    for number in numbers:
        opening = re.compile(rf"^[ \t]*{re.escape(number)}\s?(?:[.)]|\t\|)", re.MULTILINE)
        found = opening.search(text[at : inner.stop])
        if found is None or (not places and found.start()):
            return None
        places.append(at + found.start())
        at = places[-1] + 1
    ends = [*places[1:], inner.stop]
    return [trimmed(text, a, b) for a, b in zip(places, ends, strict=True)]
