"""Latin letters that stand inside Cyrillic words are put back into Cyrillic, one for one.

Literal forms: ``Үкiметi`` → ``Үкіметі``, ``CЖPA`` → ``СЖРА``, ``Yкiметi`` → ``Үкіметі``,
``əкiм`` → ``әкім``, ``5-i`` → ``5-і``, ``C.Жүсіпова`` → ``С.Жүсіпова``. Left as printed:
``Smart Data``, ``IT-қызмет``, ``XXI``, ``APIжүйесі``, ``COVID-19``, ``egov.kz``.
"""

from __future__ import annotations

import re

_LATIN = "AaBCcEeHhIiKkMOoPpTXxYyƏəǝƎƟɵı"
_CYRILLIC = "АаВСсЕеНһІіКкМОоРрТХхҮуӘәәӘӨөі"
_TWINS = {ord(latin): cyrillic for latin, cyrillic in zip(_LATIN, _CYRILLIC, strict=True)}
# In Russian a Latin Y stands for У, and no word holds һ.
_RUSSIAN_TWINS = {**_TWINS, ord("Y"): "У"}
_ALL_TWINS = re.compile(rf"[{_LATIN}\u0400-\u04ff]+\Z")

_LAT = "A-Za-zƏəǝƎƟɵı"
_CYR = "\u0400-\u04ff"
_TOUCH = re.compile(rf"[{_LAT}](?:(?=[{_CYR}])|(?<=[{_CYR}].))")
_LETTERS = frozenset(_LATIN + "DFGJLNQRSUVWZbdfgjlmnqrstuvwz") | {
    chr(code) for code in range(0x400, 0x500)
}
_WORD = re.compile(rf"[{_LAT}{_CYR}]*")
_HUMP = re.compile(r"(?<=[a-zа-яёәғқңөұүһі])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
# Roman numbers and Latin abbreviations glued to a Kazakh word: XXIғасыр, APIжүйесі.
_LATIN_HEAD = re.compile(rf"[A-Z]{{2,}}[а-яёәғқңөұүһі]{{2}}(?!.*[{_LAT}])")
_LATIN_TAIL = re.compile(rf"[^{_LAT}]*[а-яёәғқңөұүһі][A-Z]{{2,}}\Z")
_KAZAKH = re.compile(f"[әғқңөұүіӘҒҚҢӨҰҮІ]|i(?=[{_CYR}])|I(?=[{_CYR}])")

# Words wholly of look-alikes that are read as Cyrillic, and letters that may be initials.
_ALONE = re.compile("KCPO|CCCP|PMM|PMK|TOO|OAO|ici|ic|A|B|C|E|H|K|M|O|P|T|X|Y")
_BEFORE = re.compile(rf"[{_LAT}{_CYR}\d.@/_-]")
_AFTER = re.compile(rf"[{_LAT}\d@/_]|[-.][A-Za-z\d]")
_SURNAME = re.compile(rf"\.\s?(?:[{_LAT}{_CYR}]\.\s?)?[А-ЯӘҒҚҢӨҰҮҺІ][{_CYR}a-z]{{2}}")
_ENDING = re.compile(r"i(?<=\d-i)(?![A-Za-z])")


def cyrillic(text: str) -> str:
    """Return ``text`` of the same length with the look-alikes of its Cyrillic words mended."""
    if not re.search(f"[{_LAT}]", text) or not re.search(f"[{_CYR}]", text):
        return text
    if first := _TOUCH.search(text):
        twins = _TWINS if _KAZAKH.search(text) else _RUSSIAN_TWINS
        text = _mended(text, first, twins)
    if _ALONE.search(text):
        text = _ALONE.sub(_alone, text)
    return _ENDING.sub("і", text)


def _alone(found: re.Match[str]) -> str:
    text, word, (start, stop) = found.string, found.group(), found.span()
    if start and _BEFORE.match(text, start - 1):
        return word
    if _SURNAME.match(text, stop) if len(word) == 1 else not _AFTER.match(text, stop):
        return word.translate(_TWINS)
    return word


def _mended(text: str, touch: re.Match[str] | None, twins: dict[int, str]) -> str:
    known: dict[str, str] = {}
    pieces: list[str] = []
    behind = 0
    while touch:
        start = touch.start()
        while start > behind and text[start - 1] in _LETTERS:
            start -= 1
        word = _WORD.match(text, start).group()  # type: ignore[union-attr]  # matches always
        if word not in known:
            known[word] = _word(word, twins)
        pieces += (text[behind:start], known[word])
        behind = start + len(word)
        touch = _TOUCH.search(text, behind)
    pieces.append(text[behind:])
    return "".join(pieces)


def _word(word: str, twins: dict[int, str]) -> str:
    if _LATIN_HEAD.match(word) or _LATIN_TAIL.match(word):
        return word
    if _ALL_TWINS.match(word):
        return word.translate(twins)
    parts = _HUMP.split(word)
    if len(parts) == 1:
        return word
    return "".join(_word(part, twins) if _TOUCH.search(part) else part for part in parts)
