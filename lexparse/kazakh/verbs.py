"""The verb forms that acts use, read by their endings, with voice and negation.

Imperative of the third person (``қабылдасын``, ``жүктелсін``), present and past (``етеді``,
``жойылды``), infinitive (``бекіту``), participles (``бекітілген``, ``жүргізетін``), converbs
(``беріп``, ``кешіктірмей``), condition (``болмаса``). The dictionary form of a verb is its
infinitive: ``қабылдансын`` → ``қабылдау``, passive.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lexparse.kazakh.endings import SOUND
from lexparse.kazakh.letters import VOWELS
from lexparse.kazakh.lexicon import verbs


class VerbEnding(NamedTuple):
    """What a verb's ending says; ``after`` as in a noun's ending, ``known`` asks a listed stem."""

    form: str
    mood: str | None
    after: str
    known: bool


class Root(NamedTuple):
    """A verb stem taken apart: its active base and what was put on it."""

    base: str
    voice: str
    negative: bool
    listed: bool


_ANY, _VOICED, _CONSONANT = "VGLNZT", "VGLNZ", "GLNZT"


def _endings() -> dict[str, VerbEnding]:
    table: dict[str, VerbEnding] = {}

    def add(texts: str, form: str, mood: str | None, after: str, *, known: bool = True) -> None:
        table.update((text, VerbEnding(form, mood, after, known)) for text in texts.split())

    add("сын сін", "Imp", "Imp", _ANY, known=False)
    add("ады еді", "Fin", "Ind", _CONSONANT, known=False)
    add("йды йді", "Fin", "Ind", "V", known=False)
    add("амын емін амыз еміз", "Fin", "Ind", _CONSONANT)
    add("ймын ймін ймыз йміз", "Fin", "Ind", "V")
    add("ды ді", "Fin", "Ind", _VOICED)
    add("ты ті", "Fin", "Ind", "T")
    add("дым дім дық дік", "Fin", "Ind", _VOICED)
    add("тым тім тық тік", "Fin", "Ind", "T")
    add("са се", "Cond", "Cnd", _ANY)
    add("ған ген", "Part", None, _VOICED, known=False)
    add("қан кен", "Part", None, "T", known=False)
    add("атын етін", "Part", None, _CONSONANT, known=False)
    add("йтын йтін", "Part", None, "V", known=False)
    add("ар ер", "Part", None, _CONSONANT)
    add("мас мес бас бес пас пес", "Part", None, _ANY)
    add("ып іп", "Conv", None, _CONSONANT, known=False)
    add("п", "Conv", None, "VG")
    add("а е", "Conv", None, _CONSONANT)
    add("й", "Conv", None, "V")
    add("ғанша генше", "Conv", None, _VOICED, known=False)
    add("қанша кенше", "Conv", None, "T", known=False)
    add("ғалы гелі", "Conv", None, _VOICED)
    add("қалы келі", "Conv", None, "T")
    add("у", "Inf", None, _CONSONANT + "V", known=False)
    add("ю", "Inf", None, _ANY)
    # Spellings that hide the stem's last letter: қой + ады = қояды, қамты + йды = қамтиды.
    add("яды", "Fin", "Ind", _ANY)
    add("ятын", "Part", None, _ANY)
    add("я", "Conv", None, _ANY)
    add("иды иді", "Fin", "Ind", _ANY)
    add("итын итін", "Part", None, _ANY)
    return table


ENDINGS = _endings()
# What an auxiliary says bare: «көзделіп отыр», «тұр».
STANDING = {"отыр": "отыру", "тұр": "тұру", "жүр": "жүру", "жатыр": "жату"}
_NEGATIONS = ("ма", "ме", "ба", "бе", "па", "пе")
_HARDENED = {"б": "п", "ғ": "қ", "г": "к"}


def infinitive(stem: str) -> str:
    """Return the dictionary form: қабылда → қабылдау, оқы → оқу, қой → қою, тап → табу."""
    last = stem[-1]
    if last in "ыі" and len(stem) > 2:
        return stem[:-1] + "у"
    if last == "й":
        return stem[:-1] + "ю"
    softened = {hard: soft for soft, hard in _HARDENED.items()}
    if last in softened and stem[-2:-1] and stem[-2] in VOWELS:
        return stem[:-1] + softened[last] + "у"
    return stem + "у"


def _listed(stem: str) -> str | None:
    """Return the listed verb that ``stem`` is, a softened end made hard (таб → тап)."""
    known = verbs()
    if stem in known:
        return stem
    hard = stem[:-1] + _HARDENED.get(stem[-1:], "")
    return hard if stem[-1:] in _HARDENED and hard in known else None


def _active(stem: str) -> str | None:
    """Return the listed verb whose passive ``stem`` is, or ``None``."""
    tail, short, shorter = stem[-2:], stem[:-1], stem[:-2]
    if stem[-1:] not in ("л", "н") or len(stem) < 3:
        return None
    if tail in ("ыл", "іл", "ын", "ін"):
        return _listed(shorter) or _listed(short)
    return _listed(short) if tail[0] in VOWELS else None


def _likely_active(stem: str) -> str | None:
    """Guess the active stem of an unlisted passive: -тал/-дал, -лан, consonant + -ыл."""
    if len(stem) < 6:
        return None
    if stem.endswith(("ыл", "іл")):
        base = stem[:-2]
        return base[:-1] + _HARDENED.get(base[-1], base[-1])
    if stem.endswith(("дал", "дел", "тал", "тел", "лан", "лен")):
        return stem[:-1]
    return None


@lru_cache(maxsize=16384)
def root(stem: str) -> Root | None:
    """Take a verb stem apart, or return ``None`` if it cannot be one."""
    if len(stem) < 2 and stem not in verbs():
        return None
    listed = _listed(stem)
    if listed:
        return Root(listed, "Act", False, True)
    active = _active(stem)
    if active:
        return Root(active, "Pass", False, True)
    if stem[-2:] in _NEGATIONS and len(stem) > 3:
        inner = root(stem[:-2])
        if inner and (inner.listed or len(stem) > 6):
            return inner._replace(negative=True)
    active = _likely_active(stem)
    return Root(active or stem, "Pass" if active else "Act", False, False)


def infinitive_root(word: str) -> Root | None:
    """Take apart an infinitive: оқу may be оқ or оқы, жою is жой, қию is қи."""
    if word.endswith("ю"):
        found = root(word[:-1] + "й")
        return found if found and found.listed else root(word[:-1])
    stem = word[:-1]
    if not stem:
        return None
    plain = root(stem)
    if plain and plain.listed:
        return plain
    for vowel in "ыі":
        full = root(stem + vowel)
        if full and full.listed:
            return full
    return plain


def hidden_root(stem: str, ending: str) -> Root | None:
    """Take apart a stem whose last letter melted into the ending (қо-яды, қамт-иды)."""
    for letter in "й" if ending[0] == "я" else "ыі":
        found = root(stem + letter)
        if found and found.listed:
            return found
    return None


class Verbal(NamedTuple):
    """A verb form read; ``printed`` is the infinitive as it stands where its stem is unlisted."""

    root: Root
    form: str
    mood: str | None
    printed: str | None = None


def read(small: str) -> tuple[Verbal | None, Verbal | None]:
    """Read a word in small letters as a verb of the list and as a likely unlisted one."""
    likely: Verbal | None = None
    for place in _places(small):
        ending = ENDINGS[small[place:]]
        found = _with_ending(small, place, ending)
        if found and found.root.listed:
            return found, likely
        if found and not likely and not ending.known and _is_likely(small[:place], ending):
            likely = found
    return None, likely


def _places(small: str) -> list[int]:
    """Return where a verb's ending may begin, the longest ending first."""
    length = len(small)
    return [
        length - size
        for size in (5, 4, 3, 2, 1)
        if length > size + 1 and small[length - size :] in ENDINGS
    ]


def _with_ending(small: str, place: int, ending: VerbEnding) -> Verbal | None:
    stem = small[:place]
    if ending.form == "Inf":
        found = infinitive_root(small)
    elif small.endswith(_NEGATIVE_CONVERBS):
        found = root(small[:-1])
    elif small[place] in "яи":
        found = hidden_root(stem, small[place:])
    elif SOUND.get(stem[-1], "T") in ending.after:
        found = root(stem)
    else:
        found = None
    if found is None:
        return None
    if small.endswith(_NEGATIVE_PARTICIPLES) and ending.form == "Part":
        found = found._replace(negative=True)
    plain = ending.form == "Inf" and not (found.listed or found.negative) and found.voice == "Act"
    return Verbal(found, ending.form, ending.mood, small if plain else None)


_NEGATIVE_CONVERBS = tuple(f"{negation}й" for negation in _NEGATIONS)
_NEGATIVE_PARTICIPLES = tuple(f"{negation}с" for negation in _NEGATIONS)


def _is_likely(stem: str, ending: VerbEnding) -> bool:
    """Tell whether an unlisted stem with this ending is rather a verb than a noun.

    After a vowel ``-сын`` is as often a noun's third person accusative (палатасын), and
    ``-етін`` the same after -ет (құрметін), so these ask for the sounds of a derived verb.
    """
    if len(stem) < 3 or not any(letter in VOWELS for letter in stem):
        return False
    if ending.form == "Imp":
        return stem[-1] not in VOWELS or (stem.endswith(_DERIVED) and len(stem) > 4)
    if ending is ENDINGS["атын"] or ending is ENDINGS["етін"]:
        return stem[-1] in "лн"
    return ending.form != "Conv" or len(stem) > 3


_DERIVED = ("ла", "ле", "да", "де")
