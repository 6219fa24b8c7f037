"""The Kazakh alphabet as character classes, and the two foldings that look-ups rest on.

``UPPER``, ``LOWER`` and ``LETTER`` go between the square brackets of a pattern. They exist
because spaCy's ``ALPHA`` classes lack Қ қ Ғ ғ Ұ ұ. Foldings: ``«Қағидалары»`` → ``КАГИДАЛАРЫ``
(skeleton, for look-up only), ``«  Іс-Қимыл  жоспары»`` → ``іс-қимыл жоспары``.
"""

from __future__ import annotations

import re
import unicodedata

LOWER = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
UPPER = LOWER.upper()
LETTER = UPPER + LOWER
BACK_VOWELS = "аоұыяё"
FRONT_VOWELS = "әөүіеэ"
VOWELS = BACK_VOWELS + FRONT_VOWELS + "иую"

# Letters that scans, old fonts and keyboards without Kazakh letters put for one another.
_SKELETON = str.maketrans(
    {
        "Қ": "К",
        "Ғ": "Г",
        "Ң": "Н",
        "Ү": "У",
        "Ұ": "У",
        "Ө": "О",
        "Ә": "А",
        "І": "И",
        "Һ": "Х",
        "Ё": "Е",
    }
)
_OUTSIDE = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")


def skeleton(text: str) -> str:
    """Return ``text`` in capitals of the common Cyrillic letters, without spaces and marks.

    >>> skeleton("Қағидалары") == skeleton("Кагидалары")
    True
    """
    capitals = unicodedata.normalize("NFC", text).upper()
    return _OUTSIDE.sub("", capitals.translate(_SKELETON))


# Russian loans are also met with ь for ъ (субьект).
_SMALL_SKELETON = str.maketrans("қғңүұөәіһёъ", "кгнууоаихеь")


def small_skeleton(word: str) -> str:
    """Return one word in small letters with the common Cyrillic letters only; quick."""
    return word.translate(_SMALL_SKELETON)


def fold(text: str) -> str:
    """Return ``text`` composed (NFC), in small letters, its white space single and trimmed."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()
