"""The twelve months in every case and in the spellings that acts have.

``қаңтар``, ``наурызы``, ``мамырдағы``, ``1 қазанына``, ``ақпанға``, ``қыркүйегі``; without the
Kazakh letters ``казан``, ``кантар``, ``желтоксан``, ``сауір``; mistyped ``науырыз``; glued to the
year's word ``маусымжыл``. Left alone: ``қазандық`` (a boiler), ``маусымдық`` (seasonal).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lexparse.kazakh.inflection import WORD_END, any_noun
from lexparse.kazakh.letters import skeleton

MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
# Spellings that no lost letter explains, met in acts of district akims and old orders.
_MISTYPED = {"науырыз": 3, "наурз": 3, "сәуыр": 4, "мамр": 5, "қыркүйк": 9, "желтоқан": 12}
_SPELT = (*MONTHS, *_MISTYPED)

# A month is glued to what follows it in flattened tables: «маусымжыл сайын», «15 мамырғадейін».
_GLUED = "(?=жыл|дейін|кешік|бастап)"
_FORMS = any_noun(_SPELT).removesuffix(f"{WORD_END})") + ")"
MONTH = rf"(?:{_FORMS}(?:{WORD_END}|{_GLUED}))"

_STARTS = {
    **{skeleton(stem): number for number, stem in enumerate(MONTHS, 1)},
    **{skeleton(stem): number for stem, number in _MISTYPED.items()},
    "КЫРКУЙЕ": 9,  # its к softens: қыркүйегі
}


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(_FORMS, re.IGNORECASE)  # large: compiled when a month is first asked for


@lru_cache(maxsize=512)
def month(word: str) -> int | None:
    """Return the number of the month that ``word`` names in any case or spelling, or ``None``."""
    if not _whole().fullmatch(word.strip()):
        return None
    key = skeleton(word)
    found = [number for start, number in _STARTS.items() if key.startswith(start)]
    return found[0] if found else None
