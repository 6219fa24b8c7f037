"""The one spelling of letters, spaces, dashes and number signs that later stages read.

Literal forms, before → after: ``Үкiметi`` → ``Үкіметі`` (``lookalikes``), ``əкім``, ``ӛзгеріс``,
``ҥкімет``, ``ӊ`` → ``әкім``, ``өзгеріс``, ``үкімет``, ``ң``; NBSP and exotic spaces → space; soft
hyphen, zero-width characters and BOM → nothing; ``–``, ``—``, ``−``, ``‒`` → ``-``; ``N 606``,
``N606``, ``№ N 606``, ``№№``, ``N° 5`` → ``№ 606`` and so on. Letters are composed (NFC), never
folded (NFKC makes ``No`` of ``№``). Quotes, case and ``ХХІ`` stay as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from lexparse.text import charsets
from lexparse.text.lookalikes import cyrillic
from lexparse.text.offsets import OffsetMap, Run

_SPACES = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_DROPPED = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Abkhaz, Chuvash and Khanty letters that old fonts and PDF files put for the Kazakh ones.
_STRANGERS = dict(zip("ҥҤҧҦӛӚҽҼӊӉӈӇӄӃӷӶ", "үҮұҰөӨәӘңҢңҢқҚғҒ", strict=True))
_MARKS = "\u0300-\u036f"

_NOISE = re.compile(
    rf"[{_SPACES}{_BREAKS}{_DASHES}{_DROPPED}\r\ud800-\udfff{_MARKS}"
    rf"{''.join(_STRANGERS)}ЃѓЌќЎўЏџЂђЉљЊњЋћЅѕЈјЇїЄєҐґÐÑ]"
)
_SWAPPED = re.compile(rf"[{_SPACES}{_BREAKS}{_DASHES}{''.join(_STRANGERS)}\ud800-\udfff]|\r(?!\n)")
_KINDS = ((_SPACES, " "), (_BREAKS + "\r", "\n"), (_DASHES, "-"), ("\ud800-\udfff", "\ufffd"))
_REMOVED = re.compile(rf"\xad[ \t]*\r?\n[ \t]*(?=[^\W\d_])|[{_DROPPED}]+|\r+(?=\n)")
# Composing sorts a letter's marks in square time: no letter has more than a few.
_ACCENTED = re.compile(rf"[^{_MARKS}][{_MARKS}]{{1,32}}")
_NUMBER_SIGN = re.compile(
    r"№(?:\s?№+|\s?N[°º]?(?=\s?\d))+"
    r"|N(?:(?<![^\W_]N)|(?<=г[іi]N)|(?<=ғыN))(?:[°ºoоOО]\.?)?(?=\s?\d)"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")

Rewritten = tuple[str, OffsetMap]


def normalise(text: str) -> Rewritten:
    """Return ``text`` normalised and the map of its characters to those of ``text``.

    Clean text costs a few scans; only removals, compositions and repaired charsets move
    characters, all else is replaced one for one.
    """
    origin = OffsetMap.identity(len(text))
    if _NOISE.search(text):
        text, origin = _without_noise(text)
    elif not unicodedata.is_normalized("NFC", text):
        text, origin = _composed(text)
    if _NUMBER_SIGN.search(text) and _CYRILLIC.search(text):
        text, moved = _rewritten(text, _NUMBER_SIGN, lambda _: "№")
        origin = moved.over(origin)
    return cyrillic(text), origin


def _without_noise(text: str) -> Rewritten:
    text, origin = charsets.repaired(text)
    for step in (_trimmed, _composed):
        text, moved = step(text)
        origin = moved.over(origin)
    return _SWAPPED.sub(lambda found: _swap(found.group()), text), origin


def _trimmed(text: str) -> Rewritten:
    return _rewritten(text, _REMOVED, lambda _: "")


def _composed(text: str) -> Rewritten:
    if unicodedata.is_normalized("NFC", text):
        return text, OffsetMap.identity(len(text))
    return _rewritten(text, _ACCENTED, lambda found: unicodedata.normalize("NFC", found.group()))


@lru_cache(maxsize=256)
def _swap(letter: str) -> str:
    shown = (new for kind, new in _KINDS if re.match(f"[{kind}]", letter))
    return _STRANGERS.get(letter) or next(shown)


def _rewritten(
    text: str, pattern: re.Pattern[str], shown: Callable[[re.Match[str]], str]
) -> Rewritten:
    """Return ``text`` with each match of ``pattern`` replaced, and the map back."""
    pieces: list[str] = []
    runs: list[Run] = []
    at = behind = 0
    for found in pattern.finditer(text):
        start, stop = found.span()
        new = shown(found)
        pieces += (text[behind:start], new)
        runs.append((at, behind, start - behind, start))
        at += start - behind
        runs.append((at, start, min(len(new), stop - start), stop))
        at += len(new)
        behind = stop
    if not pieces:
        return text, OffsetMap.identity(len(text))
    pieces.append(text[behind:])
    runs.append((at, behind, len(text) - behind, len(text)))
    changed = "".join(pieces)
    return changed, OffsetMap.of_wide(runs, len(changed), len(text))
