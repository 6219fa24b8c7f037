"""What a Kazakh word form is: its dictionary form, case, possessive, number, and verb form.

``тармағының`` → тармақ, genitive, third person; ``министрліктеріне`` → министрлік, plural,
dative, third person; ``ЦДИАӨМ-ге`` → ЦДИАӨМ, dative; ``қабылдансын`` → қабылдау, imperative,
passive. Rules first, a short word list second (Қазақстан is no ablative, жұмыс no possessive).

Readings are ranked: a listed noun, a listed verb, a listed noun misspelt, a likely verb, a guess;
among listed nouns the longest stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lexparse.kazakh import verbs
from lexparse.kazakh.analysis import NOMINATIVE, Analysis, nominal, verbal, verbal_noun
from lexparse.kazakh.cuts import (
    NOMINALS,
    Cut,
    cuts,
    dictionary_form,
    guessed,
    is_sound,
    respelt,
)
from lexparse.kazakh.endings import ENDINGS, Ending
from lexparse.kazakh.inflection import any_noun, noun
from lexparse.kazakh.letters import LOWER, UPPER
from lexparse.kazakh.lexicon import closed

__all__ = ["Analysis", "analyse", "any_noun", "case", "lemma", "noun", "stems"]

_DIGITS = re.compile(r"\d[\d.,/]*")
_PLACE = re.compile(rf"(\d+)-?(?:ш[ыі]|с[ыі]|[ыі])(н?[{LOWER}]*)")
_ABBREVIATION = re.compile(rf"([{UPPER}]{{2,}})-?([{LOWER}]*)")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_ABBREVIATION = 7
_NECESSITY = frozenset(("тиіс", "міндетті"))


def _wholes() -> Iterator[Analysis]:
    """Yield the readings of the words that are listed as they stand, the later ones stronger."""
    for small, infinitive in verbs.STANDING.items():
        root = verbs.Root(infinitive, "Act", False, True)
        yield verbal(small, verbs.Verbal(root, "Fin", "Ind", infinitive))
    for small, lexeme in NOMINALS.items():
        if not lexeme.linking:
            yield nominal(small, lexeme.lemma, lexeme.pos)
    for small, fixed in closed().items():
        yield Analysis(small, fixed.lemma, fixed.pos, fixed.case)
    yield from (Analysis(small, small, "ADJ", mood="Nec") for small in _NECESSITY)


_WHOLE = {found.text: found[1:] for found in _wholes()}


@lru_cache(maxsize=65536)
def analyse(word: str) -> Analysis:
    """Read one word form; never raises, whatever the string."""
    small = word.lower()
    whole = _WHOLE.get(small)
    if whole:
        return Analysis(word, *whole)
    if not word.isalpha() or len(word) == 1:
        return _odd(word, small)
    if word[-1] in UPPER or word[:2].isupper():
        abbreviation = _abbreviation(word, small)
        if abbreviation:
            return abbreviation
    return _inflected(word, small)


def lemma(word: str) -> str:
    """Return the dictionary form of ``word``."""
    return analyse(word).lemma


def case(word: str) -> str | None:
    """Return the case of ``word``, or ``None`` where it has none."""
    return analyse(word).case


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Return the candidate dictionary forms of ``word`` for search, the likeliest first.

    Small letters throughout; a handful at most, the word itself among them.
    """
    small = word.lower()
    read = analyse(word)
    likely = [read.lemma.lower()]
    if read.verb_form in (None, "Inf", "Part"):
        likely += [dictionary_form(cut) for cut in cuts(small) if is_sound(cut)]
    return tuple(dict.fromkeys([*likely[:5], small]))


def _inflected(word: str, small: str) -> Analysis:
    found = cuts(small)
    for cut in found:
        if cut.lexeme:
            return nominal(word, cut.lexeme.lemma, cut.lexeme.pos, cut.ending)
    listed, likely = verbs.read(small)
    if listed:
        return verbal(word, listed)
    noun_listed, noun_likely = _verbal_nouns(word, found)
    if noun_listed:
        return noun_listed
    spelt = respelt(word, small, found)
    if spelt:
        return spelt
    if likely:
        return verbal(word, likely)
    return noun_likely or guessed(word, small, found)


def _verbal_nouns(word: str, found: list[Cut]) -> tuple[Analysis | None, Analysis | None]:
    """Read infinitives and participles with a noun's ending: of a listed verb, of a likely one."""
    guess: Analysis | None = None
    for stem, ending, _ in found:
        if stem[-1] not in "уюн" or ending.possessive in ("1", "2") or ending.noisy:
            continue
        listed, likely = verbs.read(stem)
        if listed and listed.form in ("Inf", "Part"):
            return verbal_noun(word, listed, ending), guess
        if likely and not guess and likely.form in ("Inf", "Part"):
            guess = verbal_noun(word, likely, ending)
    return None, guess


def _odd(word: str, small: str) -> Analysis:
    """Read what is not letters throughout, or one letter."""
    if word in UPPER and word:
        return nominal(word, word, "ABBR")
    if not _LETTER.search(word):
        pos = "NUM" if _DIGITS.fullmatch(word) else "X" if word.isalnum() else "PUNCT"
        return Analysis(word, word, pos)
    return _hyphened(word, small)


def _abbreviation(word: str, small: str) -> Analysis | None:
    """Read ``ЦДИАӨМ``, ``НҚАға``; a long word in capitals is a heading, not an abbreviation."""
    parts = _ABBREVIATION.fullmatch(word)
    if not parts:
        return None
    capitals, tail = parts.groups()
    if not tail and (len(capitals) > _LONGEST_ABBREVIATION or _inflected(word, small).settled):
        return None
    ending = _loose(tail)
    return nominal(word, capitals, "ABBR", ending) if ending else None


def _loose(tail: str) -> Ending | None:
    """Return what a tail says after an abbreviation or digits, whose sounds are not printed."""
    if not tail:
        return NOMINATIVE
    found = ENDINGS.get(tail, ())
    return next((ending for ending in found if ending.possessive in (None, "3")), None)


def _hyphened(word: str, small: str) -> Analysis:
    """Read the last part of a hyphened word; the parts before it join its dictionary form."""
    place = _PLACE.fullmatch(small)
    ending = _loose(place.group(2)) if place else None
    if place and ending:
        return nominal(word, place.group(1), "NUM", ending)
    head, _, tail = word.rpartition("-")
    ending = _loose(tail) if head and tail else None
    if ending and _ABBREVIATION.fullmatch(head):
        return nominal(word, head, "ABBR", ending)
    if ending and head.isdigit():
        return nominal(word, head, "NUM", ending)
    if not head or not _LETTER.search(tail):
        return nominal(word, small, "X", settled=False)
    return _joined(word, "" if head.isdigit() else head, analyse(tail))


def _joined(word: str, head: str, last: Analysis) -> Analysis:
    name = last.pos in ("PROPN", "ABBR")
    front = f"{head if name else head.lower()}-" if head else ""
    return last._replace(text=word, lemma=f"{front}{last.lemma}")
