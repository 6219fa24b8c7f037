"""The value that a read word form is, and how it is built from an ending."""

from __future__ import annotations

from typing import NamedTuple

from lexparse.kazakh.endings import Ending
from lexparse.kazakh.verbs import Verbal, infinitive

NOMINATIVE = Ending(False, None, "Nom", False, "", False, "")


class Analysis(NamedTuple):
    """One word form read; a field that does not apply is ``None``.

    A named tuple and no dataclass: words are read by the ten thousand, and it is built in a
    fifth of the time.

    ``lemma`` is in small letters but for proper nouns and abbreviations; a verb's is its active
    infinitive. ``pos`` is a universal tag or ``ABBR``. ``case`` is one of Nom, Gen, Dat, Acc, Loc,
    Abl, Ins; ``possessive`` 1, 2 or 3; ``number`` Sing or Plur; ``verb_form`` Imp, Fin, Cond, Inf,
    Part or Conv; ``mood`` Imp, Ind, Cnd or Nec (тиіс, міндетті); ``voice`` Act or Pass.
    ``attributive`` marks ``-дағы`` (тармақтағы). ``settled`` tells whether the stem is listed;
    where it is not, ``pos`` and ``lemma`` are guesses.
    """

    text: str
    lemma: str
    pos: str
    case: str | None = None
    possessive: str | None = None
    number: str | None = None
    verb_form: str | None = None
    mood: str | None = None
    voice: str | None = None
    negative: bool = False
    attributive: bool = False
    settled: bool = True


def nominal(
    word: str, lemma: str, pos: str, ending: Ending = NOMINATIVE, *, settled: bool = True
) -> Analysis:
    """Build the reading of a noun, name, number or adjective with ``ending``."""
    if pos == "ADJ":
        # A bare adjective stands before its noun and has no case; with an ending it is a noun.
        if ending is NOMINATIVE:
            return Analysis(word, lemma, pos, settled=settled)
        pos = "NOUN"
    return Analysis(
        word,
        lemma,
        pos,
        ending.case,
        ending.possessive,
        "Plur" if ending.plural else "Sing",
        attributive=ending.attributive,
        settled=settled,
    )


def verbal(word: str, verb: Verbal) -> Analysis:
    """Build the reading of a verb form without a noun's ending."""
    bare_infinitive = verb.form == "Inf"
    return Analysis(
        word,
        verb.printed or infinitive(verb.root.base),
        "VERB",
        "Nom" if bare_infinitive else None,
        None,
        "Sing" if bare_infinitive else None,
        verb.form,
        verb.mood,
        verb.root.voice,
        verb.root.negative,
        False,
        verb.root.listed,
    )


def verbal_noun(word: str, verb: Verbal, ending: Ending) -> Analysis:
    """Build the reading of an infinitive or participle with a noun's ending (тіркелгеннен)."""
    return verbal(word, verb)._replace(
        case=ending.case,
        possessive=ending.possessive,
        number="Plur" if ending.plural else "Sing",
        attributive=ending.attributive,
    )
