"""Persons by initials and surname, the case ending of the surname taken off.

Literal forms: ``Қ.С. Мусин``, ``Ә.А.Ергалиев``, ``А. Хасенов``, ``Жәкенов А.С.``, with a lost dot
``Горват АМ.``; inflected ``И.Н.Тасмағамбетовке``, ``И.В. Лепехаға``, ``В.В. Мейстердің``.
A person is always given as ``И.О. Тегі``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.kazakh.letters import BACK_VOWELS, FRONT_VOWELS, LOWER, UPPER
from lexparse.organs.naming import head
from lexparse.records import Record

INITIAL = rf"(?<![{UPPER}{LOWER}])[{UPPER}]\."
SURNAME = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
# `бастығы В.М. Ертіс өзенінен`: the surname is lost, and the river is nobody's.
PLACE = r"\s(?:өзені|көлі|қаласы|облысы|ауданы|ауылы|тауы|көшесі)"
INITIALS_FIRST = rf"{INITIAL}\s?(?:[{UPPER}]\.\s?)?(?P<surname>{SURNAME})(?![{LOWER}])(?!{PLACE})"
# `Министр А. Хасенов`: a post or body stands before initials as a surname does.
NO_SURNAME = (
    rf"(?![{UPPER}{LOWER}-]*(?:инистр|иректор|өраға|асшы|асты[қғ]|атшы|резидент|рокурор|мині"
    rf"|рынбасар|омитет|епартамент|асқарма|рталы[қғ]))"
)
# The last alternative has lost the dot between two initials: `Горват АМ.`
SURNAME_FIRST = (
    rf"(?<![{UPPER}{LOWER}-]){NO_SURNAME}(?P<surname>{SURNAME})\s"
    rf"(?P<initials>[{UPPER}]\.\s?[{UPPER}](?:\.|(?![{LOWER}{UPPER}]))"
    rf"|[{UPPER}]{{2}}\.|[{UPPER}]\.(?!\s?[{UPPER}]))"
)

# Said of a person, who then has no ending: `Р.В. Скляр мырзаға`.
COURTESY = rf"\s+(?:мырза|ханым)[{LOWER}]*"
DATIVE = ("ға", "ге", "қа", "ке", "на", "не")
CASES = ("ның", "нің", "дың", "дің", "тың", "тің", "ны", "ні", "ды", "ді", "ты", "ті", "мен")
# No surname of these kinds ends in a Kazakh case ending of its own.
_RUSSIAN = re.compile(
    r"(?P<surname>\w+(?:[ое]в|[иы]н|ский|[ое]ва|[иы]на|ская|ко))"
    r"(?:[ққғгкн][ае]|[нтд][ыі]ң?|[мпб]ен|[тд]ан|[тд]ен|нан|нен)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person as named: ``name`` is ``И.О. Тегі`` in the nominative."""

    text: str
    name: str


def surname(printed: str, oblique: bool = False) -> str:
    """Return a surname without its case ending; ``oblique`` says that the sentence asks for one.

    ``Лепехаға`` is undone only where a dative is due: a surname may end so by itself.
    """
    russian = _RUSSIAN.fullmatch(printed)
    if russian:
        return russian["surname"]
    if oblique:
        for ending in DATIVE[:4] + CASES:
            if printed.endswith(ending) and _agrees(printed[: -len(ending)], ending):
                return printed[: -len(ending)]
    return printed


def _agrees(rest: str, ending: str) -> bool:
    """Tell whether an ending has the vowels of what it stands behind (`мен` goes with all)."""
    if len(rest) < 3 or ending == "мен":
        return len(rest) >= 3
    last = next((letter for letter in reversed(rest) if letter in _VOWELS), "")
    return (last in _FRONT) == any(letter in _FRONT for letter in ending)


_FRONT = FRONT_VOWELS + "и"
_VOWELS = BACK_VOWELS + _FRONT + "ую"


def persons(text: str, oblique: bool = False) -> tuple[str, ...]:
    """Return the persons named in ``text``, in order."""
    return tuple(_name(found, oblique) for found in PERSON.find(text))


def _name(person: Person, oblique: bool) -> str:
    initials, _, last = person.name.partition(" ")
    return f"{initials} {surname(last, oblique)}"


def _initials_first(match: re.Match[str]) -> Reading:
    initials = re.sub(r"\s", "", match.group()[: match.start("surname") - match.start()])
    return {"name": f"{initials} {surname(match['surname'])}"}


def _surname_first(match: re.Match[str]) -> Reading | None:
    if head(match["surname"]):
        return None
    letters = re.sub(r"[.\s]", "", match["initials"])
    return {"name": f"{'.'.join(letters)}. {surname(match['surname'])}"}


PERSON = Grammar(
    "person",
    Person,
    (
        Rule("initials, then surname", re.compile(INITIALS_FIRST), _initials_first),
        Rule("surname, then initials", re.compile(SURNAME_FIRST), _surname_first),
    ),
    anchor=re.compile(rf"[{UPPER}]\."),
)
