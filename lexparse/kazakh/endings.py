"""The endings of a Kazakh noun: plural, possessive and case in one table of their joined forms.

``-тарының`` is plural + third person + genitive; it follows a voiceless consonant and a back
vowel. Every joined form is listed once with the sounds it may follow, so that reading a word is
one look-up a length. Also ``-дағы`` (what is in or at), and the noise of lost Kazakh letters:
``-нын``, ``-ныц``, ``-га``, ``-дагы``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lexparse.kazakh.letters import BACK_VOWELS, FRONT_VOWELS, LOWER


class Ending(NamedTuple):
    """What an ending says, and after what it may stand.

    ``after`` holds sound classes (see ``SOUND``), ``harmony`` is ``B`` for back vowels, ``F``
    for front ones and empty where the ending has both (``-мен``). ``noisy`` marks a spelling
    with a lost letter: it counts only after a stem that is known.
    """

    plural: bool
    possessive: str | None
    case: str
    attributive: bool
    harmony: str
    noisy: bool
    after: str


def _sounds() -> dict[str, str]:
    classes = {"V": "аәеёоөыіэя", "G": "рйуию", "L": "л", "N": "мнң", "Z": "зж"}
    sounds = dict.fromkeys(LOWER, "T")
    for name, letters in classes.items():
        sounds.update(dict.fromkeys(letters, name))
    # A sign is silent: what stands before it decides (модель, рубль).
    sounds["ь"] = sounds["ъ"] = "L"
    return sounds


# V vowel, G glide or р, L л, N nasal, Z voiced sibilant, T all that count as voiceless.
SOUND = _sounds()
HARMONY = dict.fromkeys(BACK_VOWELS, "B") | dict.fromkeys(FRONT_VOWELS, "F")

_Step = tuple[str, str, bool]  # suffix, case, attributive


def _cases(after: str, a: str, y: str, g: str, k: str) -> Iterator[_Step]:
    """Yield the case suffixes after a bare stem or a plural that ends in the class ``after``."""
    hard = after == "T"
    d = "т" if hard else "д"
    yield "", "Nom", False
    yield ("н" if after in "VN" else d) + y + "ң", "Gen", False
    yield (k if hard else g) + a, "Dat", False
    yield ("н" if after == "V" else d) + y, "Acc", False
    yield d + a, "Loc", False
    yield d + a + g + y, "Loc", True
    yield ("н" if after == "N" else d) + a + "н", "Abl", False
    yield {"Z": "б", "T": "п"}.get(after, "м") + "ен", "Ins", False


def _third_person_cases(a: str, y: str, g: str) -> Iterator[_Step]:
    yield "", "Nom", False
    yield "н" + y + "ң", "Gen", False
    yield "н" + a, "Dat", False
    yield "н", "Acc", False
    yield "нд" + a, "Loc", False
    yield "нд" + a + g + y, "Loc", True
    yield "н" + a + "н", "Abl", False
    yield "мен", "Ins", False


def _near_person_cases(a: str, y: str) -> Iterator[_Step]:
    yield "", "Nom", False
    yield "н" + y + "ң", "Gen", False
    yield a, "Dat", False
    yield "д" + y, "Acc", False
    yield "д" + a, "Loc", False
    yield "н" + a + "н", "Abl", False
    yield "мен", "Ins", False


def _owned(after: str, a: str, y: str, g: str, k: str) -> Iterator[tuple[str, str | None, _Step]]:
    """Yield possessive suffix, person and case suffix after the class ``after``."""
    vowel = after == "V"
    link = "" if vowel else y
    for step in _cases(after, a, y, g, k):
        yield "", None, step
    for step in _third_person_cases(a, y, g):
        yield ("с" if vowel else "") + y, "3", step
    for step in _near_person_cases(a, y):
        yield link + "м", "1", step
        yield link + "ң", "2", step
    for step in _cases("Z", a, y, g, k):
        yield link + "м" + y + "з", "1", step
        yield link + "ң" + y + "з", "2", step


def _joined() -> Iterator[tuple[str, Ending]]:
    for harmony, (a, y, g, k) in (("B", tuple("аығқ")), ("F", tuple("еігк"))):
        for after in "VGLNZT":
            plural = {"V": "л", "G": "л", "T": "т"}.get(after, "д") + a + "р"
            for many, start, last in ((False, "", after), (True, plural, "G")):
                for suffix, person, (tail, case, attributive) in _owned(last, a, y, g, k):
                    text = start + suffix + tail
                    kept = "" if text in ("мен", "бен", "пен") else harmony
                    yield text, Ending(many, person, case, attributive, kept, False, after)


_LOST_LETTERS = (str.maketrans("ңғқ", "нгк"), str.maketrans("ң", "ц"))


def _table() -> dict[str, tuple[Ending, ...]]:
    classes: dict[tuple[str, Ending], set[str]] = defaultdict(set)
    for text, ending in _joined():
        if text:
            classes[text, ending._replace(after="")].add(ending.after)
    table: dict[str, list[Ending]] = defaultdict(list)
    for (text, ending), after in classes.items():
        table[text].append(ending._replace(after="".join(sorted(after))))
    for text, endings in list(table.items()):
        for noisy in (text.translate(lost) for lost in _LOST_LETTERS):
            if noisy not in table:
                table[noisy] = [e._replace(noisy=True) for e in endings if e.possessive in _OF_ACTS]
    # The third person before the others: acts speak of what belongs to a body, not to you or me.
    return {
        text: tuple(sorted(found, key=lambda e: (e.possessive or "0").translate(_ACTS_FIRST)))
        for text, found in table.items()
        if found
    }


_OF_ACTS = (None, "3")
_ACTS_FIRST = str.maketrans("0312", "0123")
ENDINGS = _table()
LONGEST = max(map(len, ENDINGS))
