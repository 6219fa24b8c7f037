"""What the name of a body or post is made of: its head noun, its case, and the key it is found by.

A name ends in its head, and the head alone is inflected: ``Қаржы министрлігіне`` (head
министрлік, dative), ``облыс әкімінің орынбасары`` (head орынбасар, nominative). The heads are a
closed list; their tails are regular, so a word is a head when what follows the stem is a tail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from lexparse.kazakh.endings import ENDINGS
from lexparse.kazakh.inflection import harmony
from lexparse.kazakh.letters import LOWER, UPPER, VOWELS, small_skeleton
from lexparse.kazakh.morphology import lemma
from lexparse.organs.mending import mended_word

Sort = Literal["body", "post", "akimat"]

QUOTES = "\"«»“”„'"

BODIES = (
    "министрлі[кг]|агентті[кг]|комитет|департамент|қолбасшылы[қғ]|басқарма|бөлімше|бөлім"
    "|орган|орталы[қғ]|офис|кеңсе|хатшылы[қғ]|аппарат|әкімшілі[кг]|үкімет|ведомство|бюро"
    "|прокуратура|полиция|сот|банк|мәслихат|парламент|сенат|мәжіліс|кабинет|комиссия|кеңес"
    "|алқа|палата|корпорация|кәсіпорын|кәсіпорн|қоғам|мекеме|ұйым|инспекция|дирекция|штаб"
    "|институт|университет|академия|училище|филиал|холдинг|компания|серіктесті[кг]"
    "|бірлесті[кг]|қауымдасты[қғ]|субъекті|станция|стансы|мұрағат|резерват|то[пб]"
)
POSTS = (
    "(?:премьер-|вице-)?министр|орынбасар|хатшы|төраға|басты[қғ]|басшы|директор|меңгеруші"
    "|командир|қолбасшы|прокурор|президент|ректор|жетекші|инспектор|уәкіл|қызметкер|маман"
)
AKIMATS = "әкімді[кг]|әкім"
# A body in these names is anyone's, not the state's: in rules their plural is no subject.
OUTSIDERS = frozenset({"кәсіпорын", "қоғам", "ұйым", "субъекті", "қауымдастық", "серіктестік"})
# Institutions and posts that anyone may have: in rules they act for the state only under a name
# of their own, an owner or an attribute that says so.
COMMON = frozenset(
    """мекеме орталық бөлімше бөлім станция стансы институт университет академия училище филиал
    компания холдинг банк серіктестік бірлестік штаб басшы директор меңгеруші жетекші қызметкер
    маман уәкіл""".split()
)


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written as plain text."""
    return frozenset(words.split())


# `бизнес-қауымдастық` is a body as a `қауымдастық` is.
_HEAD = re.compile(
    rf"(?:(?:\w{{3,}}-)?(?P<body>{BODIES})|(?P<post>{POSTS})|(?P<akimat>{AKIMATS}))(?P<tail>\w*)"
)
# A head whose letters a scan has changed: `баскармалары`, `бастықгары`.
_BONES = re.compile(
    rf"(?:{small_skeleton(f'{BODIES}|{POSTS}|{AKIMATS}')})\w*".replace("[кг]", "[кт]").replace(
        "г", "т"
    )
)


class Tail(NamedTuple):
    """What follows a head's stem; ``ending`` counts the letters of the case."""

    plural: bool
    possessed: bool
    case: str
    ending: int


@cache
def tails() -> dict[str, Tail]:
    """Every tail that a head noun may have, taken from the endings of a Kazakh noun."""
    found = {"": Tail(False, False, "Nom", 0)}
    for text in sorted(ENDINGS, key=len):
        for ending in ENDINGS[text]:
            if ending.possessive not in (None, "3") or ending.attributive or text in found:
                continue
            owned = ending.possessive == "3"
            found[text] = Tail(
                ending.plural, owned, ending.case, _ending(text, ending.plural, owned, found)
            )
    return found


def _ending(text: str, plural: bool, possessed: bool, shorter: dict[str, Tail]) -> int:
    """Count the letters behind the longest nominative tail of the same number and owner."""
    for cut in range(len(text), -1, -1):
        tail = shorter.get(text[:cut])
        if tail and tail.case == "Nom" and (tail.plural, tail.possessed) == (plural, possessed):
            return len(text) - cut
    return 0


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun as printed: its stem, number, possessive and case."""

    stem: str
    sort: Sort
    plural: bool
    possessed: bool
    case: str
    nominative: str

    @property
    def singular(self) -> str:
        """The nominative of one such body: ``министрліктеріне`` gives ``министрлігі``."""
        return owned(self.stem) if self.possessed else self.stem


_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}


def owned(noun: str) -> str:
    """Return a noun with its owner's ending: ``министрлік`` → ``министрлігі``."""
    if noun == "кәсіпорын":
        return "кәсіпорны"
    vowel = "ы" if harmony(noun) == "B" else "і"
    if noun[-1] in VOWELS:
        return f"{noun}с{vowel}"
    return f"{noun[:-1]}{_SOFTENED.get(noun[-1], noun[-1])}{vowel}"


def genitive(noun: str) -> str:
    """Return a noun that has its owner's ending in the genitive: ``Мәжілісі`` → ``Мәжілісінің``."""
    return f"{noun}{'ның' if harmony(noun) == 'B' else 'нің'}"


@lru_cache(maxsize=8192)
def head(word: str) -> Head | None:
    """Return how ``word`` is a head noun of a body or post, or ``None``."""
    found = _headed(word)
    if found is None and _BONES.fullmatch(small_skeleton(word.lower()).replace("г", "т")):
        mended = mended_word(word)
        return _headed(mended) if mended != word else None
    return found


def _headed(word: str) -> Head | None:
    found = _HEAD.fullmatch(word.lower())
    if found is None or (tail := tails().get(found["tail"])) is None:
        return None
    stem = (found["body"] or found["post"] or found["akimat"]).replace("кәсіпорн", "кәсіпорын")
    stem = stem.replace("тоб", "топ")
    if stem[-1] in "гғ":
        stem = stem[:-1] + ("к" if stem[-1] == "г" else "қ")
    sort: Sort = "body" if found["body"] else "post" if found["post"] else "akimat"
    printed = word[: len(word) - tail.ending]
    return Head(stem, sort, tail.plural, tail.possessed, tail.case, printed)


_WORD = re.compile(r"\w+")
COUNTRY = re.compile(
    rf"(?:Қазақстан\s*Республикасы(?:ның)?(?!(?-i:[{LOWER}]))|ҚР(?!\w))\s*", re.IGNORECASE
)
# Forms of companies; where one leads, it may be followed by another: `АҚ "ҚазАвтоЖол" ҰК`.
FORMS = "[АЖ]?АҚ|ҰК|ЖШС|ҚБ|ТОО|АО|[РКМҚ]{1,3}К|ШЖҚ"
_REVERSED = re.compile(
    rf"(?:(?P<form>[{UPPER}]{{2,7}})\s*(?P<name>[{QUOTES}].+[{QUOTES}])"
    rf"|(?P<before>{FORMS})\s*(?P<longer>[{QUOTES}].+[{QUOTES}]\s*(?:{FORMS})))\s*"
)


def clean(name: str) -> str:
    """Return a name with one kind of quote, single spaces, and its legal form last."""
    turned = _REVERSED.fullmatch(name)
    if turned:
        name = f"{turned['name'] or turned['longer']} {turned['form'] or turned['before']}"
    return re.sub(r"\s+", " ", re.sub(rf"[{QUOTES}]+", '"', name)).strip(" .,;:-")


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Return what all inflections of a name share, with and without the country's name.

    ``Қазақстан Республикасы Қаржы министрлігіне`` and ``Қаржы министрлігі`` have the same key.
    """
    return " ".join(lemma(word.lower()) for word in _WORD.findall(COUNTRY.sub("", clean(name))))


@lru_cache(maxsize=8192)
def glued(name: str) -> str:
    """Return the letters of a name alone, so that lost and extra spaces do not matter."""
    return "".join(_WORD.findall(COUNTRY.sub("", clean(name)).lower()))


_MARKED = re.compile(r"\AҚазақстан\s+Республикасы\s+(?=\S)")
_GLUED = re.compile(rf"(Қазақстан)\s*(Республикасы(?:ның)?)(?=[{UPPER}])")


def nominative(name: str) -> str:
    """Return a printed name with its head in the nominative and the country in its full form.

    ``Қазақстан Республикасы Қаржы министрлігіне`` gives ``Қазақстан Республикасының Қаржы
    министрлігі``; where a body of a body is named, one genitive is enough and stays as it is.
    """
    words = re.sub(r"\s+", " ", _GLUED.sub(r"\1 \2 ", name)).strip(" .,;:").split(" ")
    last = head(words[-1])
    if last:
        words[-1] = last.nominative
    name = " ".join(words)
    nested = any(
        (inner := head(word)) and (inner.case == "Gen" or (inner.case == "Nom" and inner.possessed))
        for word in words[2:-1]
    )
    return name if nested else _MARKED.sub("Қазақстан Республикасының ", name, count=1)
