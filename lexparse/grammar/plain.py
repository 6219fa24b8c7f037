"""Letters that scans and keyboards lose, folded alike in a text and in the patterns for it.

``тоқсан``, ``токсан``; ``күнтізбелік``, ``кунтизбелик``: both are read as the second. A letter
stays one letter, so every offset holds. ``І`` stays, for it is also a Roman numeral.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from lexparse.kazakh.letters import LOWER

LOST = {
    "қ": "к", "ғ": "г", "ң": "н", "ү": "у", "ұ": "у", "ө": "о", "ә": "а", "і": "и",
    "Қ": "К", "Ғ": "Г", "Ң": "Н", "Ү": "У", "Ұ": "У", "Ө": "О", "Ә": "А",
}  # fmt: skip
# The small letters as ranges, which cost less than one by one.
ANY_LETTER = "".join(LOST.get(letter, letter) for letter in LOWER)
RANGE = "а-яёһ"
BOTH_RANGE = RANGE + "".join(sorted(set(LOWER) & set(LOST)))
CLASS = re.compile(r"\[([а-яА-Я]+)\]")
CLASS_OR_LETTER = re.compile(rf"\[[^\]]*\]|[{''.join(LOST)}]")


def common(text: str) -> str:
    """Return ``text`` with the common Cyrillic letters only, of the same length."""
    for letter, other in LOST.items():
        text = text.replace(letter, other)
    return text


# A cell's words are asked for by one grammar after another.
plain_phrase = lru_cache(maxsize=512)(common)


@lru_cache(maxsize=16)
def plain(text: str) -> str:
    """Return ``common(text)`` of a whole document, which is asked for again and again."""
    return common(text)


class Lazy:
    """A pattern that is compiled when it is first asked to match, then as quick as any.

    A hundred patterns of the calendar would cost every start a quarter of a second; an act
    asks for a few dozen.
    """

    def __init__(self, source: Callable[[], str], flags: re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and answer for the compiled pattern from now on."""
        pattern = re.compile(self._source(), self._flags)
        for method in ("match", "search", "finditer", "findall", "fullmatch", "sub", "pattern"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def compiled(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return ``pattern``, written with all Kazakh letters, as a pattern for a plain text."""
    return cast("re.Pattern[str]", Lazy(lambda: _plain_source(pattern), flags))


def compiled_for_both(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` for a text as printed as well as for a plain one."""
    return cast("re.Pattern[str]", Lazy(lambda: _source_for_both(pattern), re.NOFLAG))


def _plain_source(pattern: str) -> str:
    return CLASS.sub(_letters, common(pattern).replace(ANY_LETTER, RANGE))


def _source_for_both(pattern: str) -> str:
    return CLASS_OR_LETTER.sub(_with_common, pattern.replace(LOWER, BOTH_RANGE))


def _letters(match: re.Match[str]) -> str:
    """Write ``[ккг]`` as ``[кг]`` and ``[ии]`` as ``и``, which is matched faster."""
    letters = "".join(dict.fromkeys(match[1]))
    return letters if len(letters) == 1 else f"[{letters}]"


def _with_common(match: re.Match[str]) -> str:
    if len(match[0]) == 1:
        return f"[{match[0]}{LOST[match[0]]}]"
    lost = "".join(LOST[letter] for letter in match[0] if letter in LOST)
    return match[0] if "-" in match[0] else f"{match[0][:-1]}{lost}]"
