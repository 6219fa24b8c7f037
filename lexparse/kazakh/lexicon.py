"""The word lists that morphology rests on, read once: nouns, adjectives, verbs, closed classes.

Each list is plain text beside this file, one word a line, ``#`` opens a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lexparse.kazakh.letters import UPPER, VOWELS
from lexparse.kazakh.numerals import WORDS, place_word

_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}


class Lexeme(NamedTuple):
    """A dictionary word; ``linking`` where this stem stands only before a vowel (тармағ-, орн-)."""

    lemma: str
    pos: str
    linking: bool = False


class Closed(NamedTuple):
    """A word that is looked up whole."""

    lemma: str
    pos: str
    case: str | None


def words(name: str) -> Iterator[list[str]]:
    """Yield the columns of each line of the list ``name`` that is not empty or a comment."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        columns = line.split("#", 1)[0].split()
        if columns:
            yield columns


def stem_variants(lemma: str, other: str | None = None) -> Iterator[tuple[str, bool]]:
    """Yield the stems of ``lemma`` and whether each stands only before a vowel.

    A final қ, к, п softens before a vowel (тармақ → тармағы, кітап → кітабы), ь falls (модель →
    моделі), and so does half of a double letter (процесс → процестер). ``other`` is the list's
    own second stem (орын → орны, акт → актілер).
    """
    yield lemma, False
    if other:
        yield other, other[-1] not in VOWELS
    elif lemma[-1] in _SOFTENED and lemma[-2:-1] and lemma[-2] in VOWELS:
        yield lemma[:-1] + _SOFTENED[lemma[-1]], True
    elif lemma.endswith("ь"):
        yield lemma[:-1], True
    elif lemma[-1] == lemma[-2:-1]:
        yield lemma[:-1], False


@cache
def nominals() -> dict[str, Lexeme]:
    """Return every known nominal stem, in small letters, with the word it belongs to."""
    known: dict[str, Lexeme] = {}
    for number in WORDS:
        for stem, linking in stem_variants(number):
            known.setdefault(stem, Lexeme(number, "NUM", linking))
        known[place_word(number)] = Lexeme(place_word(number), "NUM")
    for lemma, *other in words("lemmas.txt"):
        pos = "PROPN" if lemma[0] in UPPER else "NOUN"
        for stem, linking in stem_variants(lemma.lower(), *other):
            known.setdefault(stem, Lexeme(lemma, pos, linking))
    for (lemma,) in words("adjectives.txt"):
        known.setdefault(lemma, Lexeme(lemma, "ADJ"))
    return known


@cache
def closed() -> dict[str, Closed]:
    """Return the closed classes: conjunctions, postpositions, particles, pronouns' forms."""
    found: dict[str, Closed] = {}
    for form, pos, *rest in words("closed.txt"):
        found.setdefault(form, Closed(rest[0] if rest else form, pos, (*rest, None, None)[1]))
    return found


@cache
def verbs() -> frozenset[str]:
    """Return the known verb stems (the imperative singular, active)."""
    return frozenset(stem for (stem,) in words("verbs.txt"))
