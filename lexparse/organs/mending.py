"""Words of a name as they were before a scan changed their letters or glued them together.

Literal forms: ``аумактык инспекция`` (к for қ), ``бастықгары`` (г for т), ``табиғиресурстар`` (a
lost space), ``қаласыының`` (a letter twice), ``басшылар,ы`` (a comma that cuts a word). A word is
mended only into a form of a listed word, and only where one word fits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lexparse.kazakh.cuts import NOMINALS
from lexparse.kazakh.letters import LOWER, small_skeleton
from lexparse.kazakh.lexicon import verbs
from lexparse.kazakh.morphology import analyse
from lexparse.kazakh.verbs import infinitive

# No Kazakh г stands behind a voiceless letter: `бастықгары`, `мемлекетгік`.
_G_FOR_T = re.compile(r"(?<=[қкпстшч])г")
# No Kazakh word has one of these twice: `қаласыының`.
_DOUBLED = re.compile(r"([ыіұүө])\1")
_CUT = re.compile(rf"(?<=[{LOWER}]),(?=[ыі](?!\w))")
_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}
# What scans put for Kazakh letters; the other way round it is another word.
_LOST = frozenset("кгнуоаих")
_SHORTEST = 5
_SHORTEST_GLUED = 10
_WORD = re.compile(rf"[{LOWER}]+", re.IGNORECASE)


@cache
def _infinitives() -> dict[str, str | None]:
    """Return the listed verbs' infinitives by skeleton; ``None`` where two share one."""
    found: dict[str, str | None] = {}
    for stem in verbs():
        whole = infinitive(stem)
        bones = small_skeleton(whole)
        found[bones] = None if found.get(bones, whole) != whole else whole
    return found


@lru_cache(maxsize=8192)
def mended_word(word: str) -> str:
    """Return ``word`` with its lost letters, or as it is where it is sound or unknown."""
    small = word.lower()
    if len(word) < _SHORTEST or small[1:] != word[1:] or analyse(word).settled:
        return word
    mended = _restored(small) or _parted(small) or small
    return mended[0].upper() + mended[1:] if word[0].isupper() else mended


def _restored(small: str) -> str | None:
    spelling = _DOUBLED.sub(r"\1", _G_FOR_T.sub("т", small))
    read = analyse(spelling)
    if read.settled:
        return spelling
    verb = _infinitives().get(small_skeleton(spelling))
    if verb and _is_lost(spelling, verb):
        return verb
    lemma = read.lemma.lower()
    for stem in (lemma, lemma[:-1] + _SOFTENED.get(lemma[-1], lemma[-1])):
        start = spelling[: len(stem)]
        if (
            stem != start
            and small_skeleton(start) == small_skeleton(stem)
            and _is_lost(start, stem)
        ):
            return stem + spelling[len(stem) :]
    return None


def _is_lost(printed: str, whole: str) -> bool:
    pairs = zip(printed, whole, strict=True)
    return all(left == right or left in _LOST for left, right in pairs)


def _parted(small: str) -> str | None:
    """Part an adjective from its noun: no adjective forms one word with the noun behind it."""
    if len(small) < _SHORTEST_GLUED:
        return None
    found = [
        f"{small[:cut]} {small[cut:]}"
        for cut in range(_SHORTEST, len(small) - _SHORTEST + 1)
        if (left := NOMINALS.get(small[:cut])) and left.pos == "ADJ" and _is_word(small[cut:])
    ]
    return found[0] if len(found) == 1 else None


def _is_word(small: str) -> bool:
    read = analyse(small)
    return read.settled and read.pos == "NOUN"


def uncut(name: str) -> str:
    """Return a name without the comma that cuts a word's last vowel off: ``басшылар,ы``."""
    return _CUT.sub("", name)


_QUOTED = re.compile(r"(«[^»]*»|\"[^\"]*\")")


@lru_cache(maxsize=4096)
def mended_words(name: str) -> str:
    """Return a name with every word mended; what stands in quotes stays as printed."""
    parts = _QUOTED.split(uncut(name))
    parts[::2] = [_WORD.sub(lambda found: mended_word(found.group()), part) for part in parts[::2]]
    return "".join(parts)
