"""A noun in every inflection, generated from its stem and written as one tight pattern.

``noun("тармақ")`` matches тармақ, тармағы, тармағының, тармақта, тармақтарын and leaves
тармақша; ``noun("тармақ", "Gen")`` matches тармақтың, тармағының, тармақтардың, тармақтарының.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from lexparse.kazakh.endings import ENDINGS, HARMONY, SOUND, Ending
from lexparse.kazakh.letters import LOWER, VOWELS
from lexparse.kazakh.lexicon import stem_variants, words

# Letters that scans and keyboards put for one another, as one class each.
_CLASSES = ("қк", "ғг", "ңн", "үұу", "өо", "әа", "іи")
_CLASS_OF = {letter: group[0] for group in _CLASSES for letter in group}
_WRITTEN = {group[0]: group for group in _CLASSES}
WORD_END = rf"(?!(?-i:[{LOWER}]))"


def harmony(stem: str) -> str:
    """Return ``B`` or ``F``, the class of the last vowel that has one; empty if none has.

    Loans with и, у, ю before a last consonant go either way: лимитке, пунктке, ресурсқа.
    """
    for letter in reversed(stem):
        kind = HARMONY.get(letter)
        if kind:
            return kind
        if letter in "иую" and stem[-1] not in "иую":
            return ""
    return ""


def fits(ending: Ending, stem: str) -> bool:
    """Tell whether ``ending`` may stand after ``stem`` by the sounds alone."""
    if SOUND.get(stem[-1], "T") not in ending.after:
        return False
    kind = ending.harmony and harmony(stem)
    return not kind or kind == ending.harmony


@cache
def _second_stems() -> dict[str, str]:
    return {lemma.lower(): other[0] for lemma, *other in words("lemmas.txt") if other}


_Form = tuple[str, Ending | None]


def inflections(stem: str) -> Iterator[_Form]:
    """Yield every form of the noun ``stem`` with its ending; the bare form has none."""
    second = _second_stems().get(stem)
    # Loans with a second stem in -і take front endings after the first too: банктер, банкке.
    front = second is not None and second[-1] in VOWELS
    for variant, linking in stem_variants(stem, second):
        if front and variant == stem:
            yield from _attached(variant, "F", linking=linking, softened=False)
        yield from _attached(variant, harmony(variant), linking=linking, softened=_softens(stem))
    yield stem, None


def _softens(stem: str) -> bool:
    return stem[-1] in "қкп" and stem[-2:-1] != "" and stem[-2] in VOWELS


@cache
def _attachable(after: str, kind: str) -> tuple[tuple[str, Ending], ...]:
    """Return the endings that follow the sound class ``after`` and the harmony ``kind``.

    The first and second person are left out: an act speaks of no one's own paragraph.
    """
    return tuple(
        (text, ending)
        for text, endings in ENDINGS.items()
        for ending in endings
        if after in ending.after
        and not ending.noisy
        and ending.possessive in (None, "3")
        and (not kind or ending.harmony in ("", kind))
    )


def _attached(stem: str, kind: str, *, linking: bool, softened: bool) -> Iterator[_Form]:
    for text, ending in _attachable(SOUND.get(stem[-1], "T"), kind):
        links = text[0] in "ыі"
        if not (linking and not links) and not (links and softened and not linking):
            yield stem + text, ending


def _letter(letter: str, *, either: bool) -> str:
    """Return the pattern of one letter with its look-alikes, in both cases if ``either``."""
    group = _WRITTEN.get(letter, letter)
    if either:
        group = "".join(dict.fromkeys(group.upper() + group))
    return f"[{group}]" if len(group) > 1 else re.escape(group)


def _trie(forms: Iterable[str], *, either: bool = False) -> str:
    """Return a pattern of the ``forms`` without their common starts written twice."""
    branches: dict[str, list[str]] = {}
    ends = False
    for form in forms:
        if form:
            branches.setdefault(_CLASS_OF.get(form[0], form[0]), []).append(form[1:])
        else:
            ends = True
    if not branches:
        return ""
    parts = [_letter(letter, either=either) + _trie(rests) for letter, rests in branches.items()]
    if len(parts) == 1 and not ends:
        return parts[0]
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"


def noun(stem: str, *cases: str) -> str:
    """Return a regex fragment that matches ``stem`` in every inflection, or in ``cases`` only.

    The first letter may be a capital; capitals throughout need ``re.IGNORECASE``. Lost Kazakh
    letters are tolerated (``косымшасына``). The match ends where the small letters end, so that
    тармақша is no form of тармақ, yet ``РеспубликасыҮкіметінің`` parts. Start and end of the
    word before are the caller's to guard. The fragment holds no capturing group.
    """
    return any_noun((stem,), *cases)


@lru_cache(maxsize=1024)
def any_noun(stems: tuple[str, ...], *cases: str) -> str:
    """Return the fragment of ``noun`` for several stems at once, which is quicker than a choice."""
    forms = {
        form
        for stem in stems
        for form, ending in inflections(stem.lower())
        if not cases or (ending.case if ending else "Nom") in cases
    }
    return f"(?:{_trie(sorted(forms), either=True)}{WORD_END})"
