"""How a line opens: the printed number or word that says which unit begins there.

Literal forms: ``1-бөлім``, ``II БӨЛІМ``, ``2-тарау.``, ``3-параграф.``, ``9-бап.``, ``4.``,
``2-1.``, ``1.1.``, ``1)``, ``8-1)``, ``а)``, ``- ``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# The order of nesting; a marker closes every open unit of its own level or deeper.
LEVELS = {
    "part": 1,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "paragraph": 5,
    "subparagraph": 6,
    "point": 7,
    "indent": 8,
    "alinea": 8,
}
EID_PART = {
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "paragraph": "para",
    "subparagraph": "subpara",
    "point": "point",
    "indent": "indent",
    "alinea": "al",
    "attachment": "att",
    "table": "table",
    "row": "row",
    "cell": "col",
    "note": "note",
    "stamp": "stamp",
    "signature": "signature",
    "proofreaders": "proofreaders",
    "title": "title",
    "quoted": "quoted",
    "legend": "legend",
    "requisite": "requisite",
    "status": "status",
    "preamble": "preamble",
    "heading": "heading",
    "agreement": "agreement",
}

NUMBER = r"\d{1,4}(?:-\d{1,3})*"
ROMAN = r"[IVXІХ]{1,6}"
DIVISION_WORD = {"бөлім": "part", "тарау": "chapter", "параграф": "section", "бап": "article"}
DIVISION = re.compile(
    rf"(?P<num>{NUMBER}|{ROMAN}|[А-ЯӘІҢҒҮҰҚӨҺа-яәіңғүұқөһ]+(?:інші|ыншы|нші|ншы))"
    r"\s*-?\s*(?P<word>бөлім|тарау|параграф|бап)(?![а-яәіңғүұқөһ])[.:]?\s*",
    re.IGNORECASE,
)
# A dotted number of two or more short figures is 2.11, never the date 15.05.2000.
# `2-бөлім мынадай редакцияда жазылсын:` commands; it heads nothing.
COMMANDED = re.compile(r"\s+[а-яәіңғүұқөһ«][^\n]*[лнйр]с[ыі]н[\s.:;,]*\Z")
DECIMAL = re.compile(r"(?P<num>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?=\s|[^\d\s.)])\s*")
PARAGRAPH = re.compile(rf"(?P<num>{NUMBER})\s?\\?\.(?!\d)\s*")
# `5), 60), 61) тармақшалар алып тасталсын` names units; it opens none.
SUBPARAGRAPH = re.compile(
    rf"(?P<num>{NUMBER})\s?\\?\)(?!\s*(?:,|-?\s*тармақша|(?:және|мен|пен)\s+\d))(?:\s*|-)"
)
POINT = re.compile(r"(?P<num>[а-яәіңғүұқөһa-z])\)\s+")
DASH = re.compile(r"[-•*·]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A unit's opening: its kind, the number as a citation writes it, and where it ends."""

    kind: str
    num: str | None
    stop: int

    @property
    def level(self) -> int:
        """Depth of nesting, 1 outermost."""
        return LEVELS[self.kind]


def marker(text: str, start: int, stop: int) -> Marker | None:
    """Return the marker at ``start``, or ``None`` for a line that opens with plain words.

    The number keeps the bracket of a subparagraph (``1)``) and loses a paragraph's dot.
    """
    first = text[start] if start < stop else ""
    if first.isdigit():
        return _numbered(text, start, stop)
    if first in "-•*·":
        if found := DASH.match(text, start, stop):
            return Marker("indent", None, found.end())
        return None
    if found := DIVISION.match(text, start, stop):
        return _division(found, text, stop)
    if found := POINT.match(text, start, stop):
        return Marker("point", f"{found['num']})", found.end())
    return None


def _numbered(text: str, start: int, stop: int) -> Marker | None:
    if found := SUBPARAGRAPH.match(text, start, stop):
        return Marker("subparagraph", f"{found['num']})", found.end())
    if found := DECIMAL.match(text, start, stop):
        return Marker("subparagraph", found["num"], found.end())
    if found := PARAGRAPH.match(text, start, stop):
        return Marker("paragraph", found["num"], found.end())
    if found := DIVISION.match(text, start, stop):
        return _division(found, text, stop)
    return None


def _division(found: re.Match[str], text: str, stop: int) -> Marker | None:
    if COMMANDED.match(text[found.end("word") : stop]):
        return None
    return Marker(DIVISION_WORD[found["word"].lower()], found["num"], found.end())


def eid_number(num: str) -> str:
    """Return a printed number as an eId writes it: ``8-1)`` -> ``8-1``, ``2.11`` -> ``2-11``."""
    return num.rstrip(").").replace(".", "-").replace(" ", "").lower()
