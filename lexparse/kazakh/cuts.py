"""The ways to cut a noun's ending off a word, and which of them to believe of an unlisted word.

``тармағының`` parts into тармағ + ының, тармағы + ның; a listed stem decides, else the sounds:
an ending must agree with the vowels and the last letter before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from lexparse.kazakh.analysis import NOMINATIVE, Analysis, nominal
from lexparse.kazakh.endings import ENDINGS, SOUND, Ending
from lexparse.kazakh.inflection import fits
from lexparse.kazakh.letters import UPPER, VOWELS, small_skeleton
from lexparse.kazakh.lexicon import Closed, Lexeme, closed, nominals

NOMINALS = nominals()
_SHORTEST = 2


class Cut(NamedTuple):
    """A stem and the ending cut from it; ``lexeme`` where the stem is listed."""

    stem: str
    ending: Ending
    lexeme: Lexeme | None


def _backwards() -> dict[str, Any]:
    """Return the endings as a tree of letters read from the word's end; ``""`` holds a value."""
    tree: dict[str, Any] = {}
    for text, endings in ENDINGS.items():
        node = tree
        for letter in reversed(text):
            node = node.setdefault(letter, {})
        node[""] = dict(_by_letter_before(endings))
    return tree


def _by_letter_before(endings: tuple[Ending, ...]) -> Iterator[tuple[str, Ending]]:
    """Yield each letter that a stem may end in with the ending that it takes."""
    for letter, sound in SOUND.items():
        for ending in endings:
            if sound in ending.after:
                yield letter, ending
                break


_TREE = _backwards()


def cuts(small: str) -> list[Cut]:
    """Return every cut that the last letters allow, the longest stem first."""
    found = []
    node, place = _TREE, len(small)
    for letter in small[: _SHORTEST - 1 : -1]:
        if letter not in node:
            break
        node = node[letter]
        place -= 1
        endings = node.get("")
        ending = endings and endings.get(small[place - 1])
        if ending:
            stem = small[:place]
            lexeme = NOMINALS.get(stem)
            if lexeme and lexeme.linking and letter not in "ыі":
                lexeme = None
            found.append(Cut(stem, ending, lexeme))
    return found


# Мусин is a surname, the clipped ministry Әділетмин(і) is none.
SURNAME = re.compile(
    r"(?![а-яәіңғүұқөһ]{4,}мин$)[а-яәіңғүұқөһ]{2,}(?:[оеё]ва?|ина?|ский|енко|[ое]вич|ұлы|қызы)"
)
_PATRONYMIC = ("ұлы", "қызы")
# Ends that look like endings of a noun and are none: agents, lands, what lacks something; and
# adjectives of time and place (жазғы, сыртқы), whose -ғы follows a consonant, while that of a
# softened қ follows a vowel (тармағы).
_WHOLE_ENDS = ("шы", "ші", "стан", "сыз", "сіз")
_AFTER_CONSONANT = ("ғы", "гі", "қы", "кі")
_ADJECTIVES = (
    *(f"{d}{y}" for d in "лдт" for y in ("ық", "ік")),
    *("сыз", "сіз", "ғы", "гі", "қы", "кі", "лы", "лі"),
)
_ATTRIBUTIVE = ("дағ", "дег", "тағ", "тег")
_HARDENED = {"ғ": "қ", "г": "к", "б": "п"}


def is_sound(cut: Cut) -> bool:
    """Tell whether the cut's stem, listed or not, may stand before the ending."""
    stem, ending = cut.stem, cut.ending
    if cut.lexeme:
        return True
    if ending.noisy or ending.possessive in ("1", "2") or len(stem) <= _SHORTEST:
        return False
    if stem.endswith(_ATTRIBUTIVE):  # -дағы is one ending
        return False
    if not fits(ending, stem) and not SURNAME.fullmatch(stem):
        return False  # a surname keeps the speaker's vowels, not the letters': Бекетаевқа
    return any(letter in VOWELS for letter in stem)


def dictionary_form(cut: Cut) -> str:
    """Return the cut's stem in small letters as a dictionary has it, its softened end hard."""
    if cut.lexeme:
        return cut.lexeme.lemma.lower()
    stem = cut.stem
    linked = cut.ending.possessive == "3" and not cut.ending.plural and stem[-1] not in VOWELS
    if linked and stem[-1] in _HARDENED and stem[-2] in VOWELS and stem[-2] not in "ую":  # клубы
        return stem[:-1] + _HARDENED[stem[-1]]
    return stem


def guessed(word: str, small: str, found: list[Cut]) -> Analysis:
    """Cut the longest ending that the sounds allow off an unlisted word."""
    best = None if _is_uncut(word, small) else _longest(found)
    if best is None:
        return _bare(word, small)
    form = dictionary_form(best)
    if word[0] in UPPER and SURNAME.fullmatch(form):
        return nominal(word, word[0] + form[1:], "PROPN", best.ending, settled=False)
    return nominal(word, form, "NOUN", best.ending, settled=False)


def _is_uncut(word: str, small: str) -> bool:
    """Tell whether the word is a dictionary form although its end looks like an ending."""
    if _is_whole(small):
        return True
    if small.endswith(("лы", "лі")) and small[:-2] in NOMINALS:  # пайдалы, жоспарлы
        return True
    return word[0] in UPPER and small.endswith(_PATRONYMIC)


def _is_whole(small: str) -> bool:
    if small.endswith(_AFTER_CONSONANT):
        return small[-3:-2] not in VOWELS
    return small.endswith(_WHOLE_ENDS)


def _longest(found: list[Cut]) -> Cut | None:
    sound = [cut for cut in found if is_sound(cut)]
    stems = {cut.stem for cut in sound}
    return next((cut for cut in reversed(sound) if _is_preferred(cut, stems)), None)


def _is_preferred(cut: Cut, stems: set[str]) -> bool:
    """Tell whether no better cut of the same word competes.

    ``-ысы``, ``-ісі`` are rather nouns in -ыс with ``-ы`` (тексерісі) than -ы with ``-сы``, except
    after an agent's ``-шы``; and ``-шының`` keeps its ``-шы``.
    """
    stem = cut.stem
    if stem[-1] in "ыі" and cut.ending.possessive == "3" and stem + "с" in stems:
        return stem.endswith(("шы", "ші"))
    if stem[-1] in "шғгқк":
        wholes = (stem + vowel for vowel in "ыі" if stem + vowel in stems)
        return not any(_is_whole(whole) for whole in wholes)
    return True


def _bare(word: str, small: str) -> Analysis:
    if word[0] in UPPER and SURNAME.fullmatch(small):
        return nominal(word, word[0] + small[1:], "PROPN", settled=False)
    pos = "ADJ" if small.endswith(_ADJECTIVES) else "NOUN"
    return nominal(word, small, pos, settled=False)


@cache
def _by_skeleton() -> dict[str, tuple[str, Lexeme] | None]:
    """Return the listed stems by their skeleton; ``None`` where two words share one."""
    found: dict[str, tuple[str, Lexeme] | None] = {}
    for stem, lexeme in NOMINALS.items():
        other = found.setdefault(small_skeleton(stem), (stem, lexeme))
        if other and other[1].lemma != lexeme.lemma:
            found[small_skeleton(stem)] = None
    return found


@cache
def _closed_by_skeleton() -> dict[str, Closed]:
    return {small_skeleton(form): fixed for form, fixed in closed().items()}


def _misspelt(printed: str) -> Lexeme | None:
    """Return the listed word that ``printed`` is with Kazakh letters lost (к for қ) or ү for ұ.

    The other way round it is another word: білік is no misspelling of билік. Stems under five
    letters are too like one another for this (түр, тұр, тур).
    """
    known = _by_skeleton().get(small_skeleton(printed)) if len(printed) >= 5 else None
    if not known:
        return None
    stem, lexeme = known
    lost = all(a == b or a in "кгнуоаихеь" or a in "үұ" for a, b in zip(printed, stem, strict=True))
    return lexeme if lost else None


def respelt(word: str, small: str, found: list[Cut]) -> Analysis | None:
    """Read a listed word in spite of its spelling (косымшасына, жүмыстары, жоніндегі)."""
    whole = _misspelt(small)
    if whole and not whole.linking:
        return nominal(word, whole.lemma, whole.pos, NOMINATIVE, settled=False)
    fixed = _closed_by_skeleton().get(small_skeleton(small)) if len(small) > 6 else None
    if fixed:
        return Analysis(word, fixed.lemma, fixed.pos, fixed.case, settled=False)
    for stem, ending, _ in found:
        lexeme = _misspelt(stem)
        if lexeme and (not lexeme.linking or small[len(stem)] in "ыі"):
            return nominal(word, lexeme.lemma, lexeme.pos, ending, settled=False)
    return None
