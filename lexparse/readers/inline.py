r"""Mark-up inside a Markdown line or cell is dropped: tags, entities, escapes, emphasis.

Literal forms: ``1\.`` → ``1.``, ``&quot;`` → ``"``, ``**Ә. Смайылов**`` → ``Ә. Смайылов``,
``<a id="p1"></a>`` → nothing. The mark ``<*>`` and link codes such as ``P960665_`` are text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lexparse.text.builder import Piece, folded
from lexparse.text.normalise import normalise

_BLOCK_TAGS = (
    r"br|p|div|li|ul|ol|table|thead|tbody|tfoot|tr|td|th|caption|h[1-6]|hr|center|html|body"
)
_INLINE_TAGS = r"a|b|i|u|s|em|strong|font|span|sup|sub|del|ins|small|big|img|nobr|col|colgroup|o:p"
TAG = rf"</?(?:{_BLOCK_TAGS}|{_INLINE_TAGS})(?=[\s/>])[^<>]*>"
ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_NOISE = re.compile(
    rf"(?P<entity>{ENTITY})|(?P<tag>{TAG}|<!--[^<>]*-->)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<strong>\*\*(?=\S)[^*\n]+(?<=\S)\*\*)"
    r"|(?P<em>(?<![\w*<])\*(?=[^\s*>])[^*\n]+(?<=[^\s*<])\*(?![\w*>]))",
    re.IGNORECASE,
)
_SUSPECT = re.compile(r"[&<\\*]")
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK_TAGS})\b", re.IGNORECASE)
_ONLY_TAGS = re.compile(rf"\s*(?:(?:{TAG}|<!--[^<>]*-->)\s*)+\Z", re.IGNORECASE)


def only_tags(text: str) -> bool:
    """Tell whether a line holds mark-up and nothing else, such as an anchor."""
    return "<" in text and bool(_ONLY_TAGS.match(text))


def line_pieces(source: str, start: int, stop: int) -> list[Piece]:
    """Return what a line shows without its mark-up; a tab is shown as a space."""
    return [_untabbed(source, piece) for piece in _trimmed(source, _pieces(source, start, stop))]


def cell_pieces(source: str, start: int, stop: int) -> list[Piece]:
    """Return what a cell shows, its white space folded to single spaces."""
    if not _SUSPECT.search(source, start, stop):
        return folded(source, start, stop)
    out: list[Piece] = []
    spaced = True
    for piece in _pieces(source, start, stop):
        for part in [piece] if piece[2] is not None else folded(source, *piece[:2]):
            shown = _left_trimmed(source, part) if spaced else part
            if words := _words(source, shown):
                out.append(shown)
                spaced = words.endswith(" ")
    return _trimmed(source, out)


def _pieces(source: str, start: int, stop: int) -> list[Piece]:
    if not _SUSPECT.search(source, start, stop):
        return [(start, stop, None)]
    pieces: list[Piece] = []
    for found in _NOISE.finditer(source, start, stop):
        if start < found.start():
            pieces.append((start, found.start(), None))
        start = found.end()
        pieces += _shown(source, found)
    if start < stop:
        pieces.append((start, stop, None))
    return pieces


def _shown(source: str, found: re.Match[str]) -> list[Piece]:
    start, stop = found.span()
    if found.lastgroup == "entity":
        return [(start, stop, character(found.group()))]
    if found.lastgroup == "tag":
        return [(start, stop, " ")] if _BLOCK_TAG.match(found.group()) else []
    if found.lastgroup == "escape":
        return []
    width = 2 if found.lastgroup == "strong" else 1
    return _pieces(source, start + width, stop - width)


@lru_cache(maxsize=1024)
def character(entity: str) -> str:
    """Return the normalised character that an entity stands for, or the entity if for none."""
    from html import unescape

    return re.sub(r"\s", " ", normalise(unescape(entity))[0])


def _trimmed(source: str, pieces: list[Piece]) -> list[Piece]:
    """Return ``pieces`` without white space at either end of what they show."""
    first, last = 0, len(pieces)
    while first < last and not _words(source, pieces[first]).strip():
        first += 1
    while first < last and not _words(source, pieces[last - 1]).strip():
        last -= 1
    kept = pieces[first:last]
    if kept:
        kept[0] = _left_trimmed(source, kept[0])
        kept[-1] = _right_trimmed(source, kept[-1])
    return kept


def _left_trimmed(source: str, piece: Piece) -> Piece:
    start, stop, shown = piece
    if shown is not None:
        return (start, stop, shown.lstrip())
    return (stop - len(source[start:stop].lstrip()), stop, None)


def _right_trimmed(source: str, piece: Piece) -> Piece:
    start, stop, shown = piece
    if shown is not None:
        return (start, stop, shown.rstrip())
    return (start, start + len(source[start:stop].rstrip()), None)


def _untabbed(source: str, piece: Piece) -> Piece:
    words = _words(source, piece)
    return (*piece[:2], words.replace("\t", " ")) if "\t" in words else piece


def _words(source: str, piece: Piece) -> str:
    start, stop, shown = piece
    return source[start:stop] if shown is None else shown
