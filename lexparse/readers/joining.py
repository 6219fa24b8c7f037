"""When a line goes on with the sentence of the line before it.

Page ends and hard wraps cut paragraphs; stamps and signatures are cut on purpose. Literal forms
that are joined: ``… Қазақстан Республикасы ¶¶ Цифрлық даму … министрлігінің`` (a page end),
``… күшіне енеді ¶ және 6 ай бойы қолданылады.`` (a hard wrap). Never joined: a line that opens
with ``1.``, ``2)``, ``- ``, ``1-тарау``, ``Ескерту``; short lines such as ``№ 88 қаулысына ¶
қосымша``.
"""

from __future__ import annotations

import re

_LOWER = "а-яёәғқңөұүһіa-z"
_UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
NUMBER = r"\d{1,3}(?:[-.]\d{1,3})*\s?\\?[.)](?!\d)"
MARKER = re.compile(
    rf"{NUMBER}|[{_LOWER}]\\?\)\s|[-•·*+▪]\s|[IVXІХ]{{1,6}}\\?[.)]\s|[{_UPPER}]\)\s|<\*>|\*\s"
)
_UNIT = re.compile(
    r"(?:\d{1,3}(?:-\d{1,3})?|[IVXІХ]{1,6})\s?-?\s?"
    rf"(?:тарау|бөлім|кіші бөлім|параграф|бап|қосымша|бөлік)(?![{_LOWER}])"
    r"|(?:глава|раздел|параграф|статья|приложение|тарау|бөлім)\s+(?:№\s?)?[\dIVXІХ]",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\(?(?:ескерту|сноска|рқао|примечание)", re.IGNORECASE)
LINK_CODE = re.compile(r"\s*[A-Z]{1,2}\d{6,10}_{1,2}\s*\Z")
_SMALL = re.compile(f"[{_LOWER}]")
_CAPITALS = re.compile(f"[{_UPPER}]{{4}}")
_ENDS = tuple(".;:!?…")
_CLOSING = "'\"»”’)]*"
# A full stop behind these ends no sentence: 2000 ж., т.б., an initial before a surname.
_ABBREVIATED = re.compile(
    rf"(?:\b\d{{2,4}}\s?(?:ж|жж|г|гг)\.|(?<![{_UPPER}{_LOWER}])[{_UPPER}]\.)\Z"
)
# A genitive, an attributive or a conjunction wants its head; Қазақстан Республикасы mostly too.
_UNFINISHED = re.compile(
    rf"(?:[{_LOWER}]{{2}}[ндт][ыі]ң|[{_LOWER}]{{3}}(?:дағы|дегі|тағы|тегі|атын|етін|йтын|йтін)"
    r"|\b[Ққ]азақстан(?:\s+Республикасы)?|\bжылғы|№"
    r"|\b(?:және|мен|пен|бен|немесе|сондай-ақ|не|яғни|и|или|в|на|о|об|от|по|с|для|при))\Z"
)
_GOES_ON = re.compile(rf"[\"«„(]?[{_LOWER}]|\(")
# A form to be filled in: its lines stand for themselves.
_BLANKS = ("....", "___")
# The endings looked for are shorter than this.
_TAIL = 40

# Stamps and signatures stand in narrow columns; running text is set wider.
NARROW = 36
WIDE = 60
# A block set wider than this holds one paragraph a line, it is not hard-wrapped.
WRAPPED = 110


def opens(line: str) -> bool:
    """Tell whether ``line`` opens a unit, a heading or a note and so continues nothing."""
    if MARKER.match(line) or _UNIT.match(line) or _NOTE.match(line):
        return True
    return not _SMALL.search(line) and _CAPITALS.search(line) is not None


def ended(line: str) -> bool:
    """Tell whether ``line`` ends with a sentence or a list item."""
    if not line.rstrip(_CLOSING).endswith(_ENDS):
        return False
    return not _ABBREVIATED.search(line[-_TAIL:])


def continues(before: str, line: str, width: int = 0) -> bool:
    """Tell whether ``line`` goes on with ``before``, which stands directly above it.

    ``width`` is the longest line of their block: a line that had no room for the next word was
    wrapped, one that had room was ended on purpose.
    """
    if len(before) < NARROW or _parted(before, line):
        return False
    if _GOES_ON.match(line):
        return True
    if _unfinished(before):
        return True
    if not WIDE <= width <= WRAPPED or _UNIT.match(before):
        return False
    return len(before) + 1 + len(line.split(None, 1)[0]) > width


def goes_on_after_gap(before: str, line: str, *, fence: bool = False) -> bool:
    """Tell whether ``line`` goes on with ``before`` over blank lines or into a code fence.

    Blank lines part paragraphs, so both sides must show that the sentence is unfinished; at a
    fence, which the source opens in mid-sentence, a shorter line is believed.
    """
    if _UNIT.match(before) or _parted(before, line):
        return False
    small, unfinished = bool(_GOES_ON.match(line)), _unfinished(before)
    if _NOTE.match(before):
        return small
    if fence and small:
        return len(before) >= NARROW
    if unfinished:
        return len(before) >= (NARROW if small else WIDE) - 6
    return small and len(before) >= WIDE


def _parted(before: str, line: str) -> bool:
    blanks = any(blank in before or blank in line for blank in _BLANKS)
    return ended(before) or opens(line) or blanks


def _unfinished(before: str) -> bool:
    return bool(_UNFINISHED.search(before[-_TAIL:]))
