"""Texts that were decoded with the wrong table are put right by counting frequent words.

Literal forms: KZ-1048 or PT154 bytes shown as cp1251 (``Ќазаќстан … Їкіметініѕ``), two maps of
old fonts (``Ќазаќстан … љ``, ``Ќазаќстан … ґ``), UTF-8 shown as cp1251 or Latin-1
(``ТљР°Р·Р°Т›СЃС‚Р°РЅ``, ``ÒšÐ°Ð·Ð°``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from lexparse.text.offsets import OffsetMap, Run

SAMPLE = 20_000
# Frequent stems of acts, most with a letter that the tables place differently.
FREQUENT = re.compile(
    r"(?<![\w])(?:қазақстан|республикас|үкімет|қаулы|туралы|және|үшін|бойынша|министрліг|тармақ"
    r"|тармағы|мемлекеттік|жылғы|қолданысқа|енгізіл|осы|бұйры|сәйкес|ұлттық|облыс|әкім|өзгеріс"
    r"|құқықтық|әділет|көрсетіл|мынадай|ережесі?|бекіт|күшіне|күні|жөнінде|тәртіп|шарала"
    r"|правительств|министерств|постановл|утвержд|приказ|пункт|соответств|котор|настоящ|област"
    r"|закон|государствен)"
)
_TELLTALE = re.compile("[ЃѓЌќЎўЏџЂђЉљЊњЋћЅѕЈјЇїЄєҐґ]")
_DOUBLED = re.compile("[РСТУÐÑÒÓРС][\u0080-\u00bf‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґёєјЅѕї№]")


def hits(text: str) -> int:
    """Return how many frequent words of acts a sample of ``text`` holds."""
    return len(FREQUENT.findall(text[:SAMPLE].lower()))


def repaired(text: str) -> tuple[str, OffsetMap]:
    """Return ``text`` as it was meant and where each character came from."""
    if len(_DOUBLED.findall(text, 0, SAMPLE)) * 12 > min(len(text), SAMPLE):
        text, origin = _decoded_again(text)
    else:
        origin = OffsetMap.identity(len(text))
    if len(_TELLTALE.findall(text, 0, SAMPLE)) >= 2:
        text = _font_letters(text)
    return text, origin


def _font_letters(text: str) -> str:
    best, most = text, hits(text)
    for table in _tables():
        candidate = text[:SAMPLE].translate(table)
        if (score := hits(candidate)) > most:
            best, most = text.translate(table), score
    return best


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, str], ...]:
    old_fonts = ("ЌќЃѓЊњЉљ", "ҚқҒғҢңӨө"), ("ЌќЅѕЎўЇїҐґЈјЄє", "ҚқҢңҰұҮүӨөӘәҒғ")
    codecs = tuple(_difference(name) for name in ("kz1048", "ptcp154"))
    return codecs + tuple(
        {ord(one): letter for one, letter in zip(shown, meant, strict=True)}
        for shown, meant in old_fonts
    )


def _difference(codec: str) -> dict[int, str]:
    table = {}
    for byte in range(0x80, 0x100):
        shown = bytes([byte]).decode("cp1251", "ignore")
        meant = bytes([byte]).decode(codec, "ignore")
        if shown and meant.isalpha() and shown != meant:
            table[ord(shown)] = meant
    return table


def _decoded_again(text: str) -> tuple[str, OffsetMap]:
    # ftfy costs 30 ms to import and is wanted for a few files in a thousand.
    from ftfy import fix_encoding

    before, shown = hits(text), fix_encoding(text)
    if hits(shown) <= before:
        return text, OffsetMap.identity(len(text))
    pieces: list[str] = []
    runs: list[Run] = []
    at = offset = 0
    for line in text.splitlines(keepends=True):
        fixed = fix_encoding(line)
        runs.extend(_line_runs(line, fixed, at, offset))
        pieces.append(fixed)
        at += len(fixed)
        offset += len(line)
    return "".join(pieces), OffsetMap.of_wide(runs, at, offset)


def _line_runs(line: str, fixed: str, at: int, offset: int) -> list[Run]:
    widths = [len(letter.encode("utf-8", "surrogatepass")) for letter in fixed]
    if sum(widths) != len(line):
        return [(at, offset, min(len(fixed), len(line)), offset + len(line))]
    runs: list[Run] = []
    for place, width in enumerate(widths):
        runs.append((at + place, offset, 1, offset + width))
        offset += width
    return runs
