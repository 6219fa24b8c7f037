"""Akims and akimats of places: an enumeration gives one name a body.

Literal forms: ``Нұр-Сұлтан, Алматы, Шымкент қалаларының және облыстардың әкімдіктері``,
``облыстар, Астана. Алматы қалаларының әкімдіктері``, ``Ақтөбе, Батыс Қазақстан облыстарының
әкімдері``, ``Аудандар мен Көкшетау, Степногорск қалаларының әкімдері``, ``облыс әкімі``,
``Көкшетау қаласының әкімі``.

An enumeration is read from its head leftwards: a plural class with an owner's ending
(``қалаларының``) takes the names before it, a bare plural (``облыстардың``) stands for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lexparse.grammar.rule import Grammar, Reading, Rule
from lexparse.kazakh.letters import LOWER, UPPER
from lexparse.organs.naming import Head, head, listed
from lexparse.records import Record

Known = Callable[[str], bool]

# Class nouns: as they stand before one akim, and before the akims of all.
CLASSES = {
    "облыс": ("облысының", "облыстардың"),
    "қала": ("қаласының", "қалалардың"),
    "аудан": ("ауданының", "аудандардың"),
    "округ": ("округінің", "округтердің"),
    "ауыл": ("ауылының", "ауылдардың"),
    "кент": ("кентінің", "кенттердің"),
    "өңір": ("өңірінің", "өңірлердің"),
    "астана": ("астананың", "астаналардың"),
}
DIRECTIONS = frozenset({"Батыс", "Шығыс", "Солтүстік", "Оңтүстік", "Орталық"})
# Names that a lost comma may have joined; others side by side are taken for one name.
PLACES = listed(
    """Абай Ақмола Ақтау Ақтөбе Алматы Арқалық Астана Атбасар Атырау Балқаш Екібастұз Жамбыл
    Жезқазған Жетісу Қапшағай Қарағанды Көкшетау Қонаев Қостанай Қызылорда Лисаковск Макинск
    Маңғыстау Нұр-Сұлтан Өскемен Павлодар Петропавл Риддер Рудный Сарань Сәтбаев Семей
    Степногорск Талдықорған Тараз Текелі Теміртау Түркістан Ұлытау Шахтинск Шымкент Щучинск
    Щучье"""
)
MODIFIERS = listed(
    """республикалық облыстық аудандық қалалық ауылдық қаладағы облыстағы маңызы бар
    бағыныстағы бағынысты барлық"""
)
JOINS = frozenset({"және", "мен", "пен", "бен"})

_TOKEN = re.compile(rf"[{UPPER}{LOWER}]+(?:-[{UPPER}{LOWER}]+)*|[,.]|[^\s]")
_CLASS = re.compile(
    rf"(?P<class>{'|'.join(CLASSES)})(?P<plural>[лдт][ае]р)?(?P<owned>(?<!астана)с?[ыі])?"
    r"(?P<gen>[нтд]?[ыі]ң)?"
)
_HEAD = re.compile(rf"(?<![{UPPER}{LOWER}])әкім(?!ші)[{LOWER}]*", re.IGNORECASE)
# What makes an akim the owner of the body or post that follows: `облыс әкімі аппараты`.
_OWNER = re.compile(
    r"\s+(?:(?:бірінші|аға|бас)\s+)?(?:аппарат|орынбасар|кеңес|шешім|өкім|қаулы|резерв|жан[ыа]нда)"
)
FARTHEST = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Akimats(Record):
    """The akims or akimats that one phrase names: ``names`` in printed order, ``case`` of all."""

    text: str
    names: tuple[str, ...]
    case: str = "Nom"


class _Token(NamedTuple):
    start: int
    stop: int
    text: str


def akimats(text: str, start: int, stop: int, known: Known = lambda _: False) -> list[Akimats]:
    """Return the akimats named in ``text[start:stop]``.

    ``known`` tells of a capitalised word that it is a body's name and so ends the enumeration.
    """
    found: list[Akimats] = []
    floor = start
    for match in _HEAD.finditer(text, start, stop):
        # No enumeration runs over a bracket.
        bracket = text.rfind(")", floor, match.start()) + 1
        reading = _enumeration(match, max(floor, bracket, match.start() - FARTHEST), stop, known)
        if reading:
            found.append(reading)
            floor = match.end()
    return found


def _enumeration(match: re.Match[str], floor: int, stop: int, known: Known) -> Akimats | None:
    text = match.string
    last = head(match.group())
    if last is None or last.sort != "akimat" or _OWNER.match(text, match.end(), stop):
        return None
    if last.case == "Gen":
        return None
    tokens = [
        _Token(token.start(), token.end(), token.group())
        for token in _TOKEN.finditer(text, floor, match.start())
    ]
    names, first = _Reader(tokens, last, known).read()
    if not names:
        return None
    start = match.start() if first is None else first
    return Akimats(
        start=start,
        stop=match.end(),
        rule=_RULE_NAME,
        text=text[start : match.end()],
        names=tuple(names),
        case=last.case,
    )


_RULE_NAME = "akims or akimats of places"


@lru_cache(maxsize=1024)
def _class(word: str) -> re.Match[str] | None:
    # `облыстар, Астана, Алматы қалаларының`: with a capital it is the city's name.
    return None if word == "Астана" else _CLASS.fullmatch(word.lower())


@lru_cache(maxsize=1024)
def _may_name_a_place(word: str) -> bool:
    return (
        word[0].isupper()
        and (len(word) == 1 or not word.isupper())
        and _class(word) is None
        and head(word) is None
        and word.lower() not in MODIFIERS
    )


def _is_of_all(name: str) -> bool:
    """Tell ``қалалардың әкімдері`` from ``Алматы қаласының әкімі``."""
    return any(name.startswith(of_all) for _, of_all in CLASSES.values())


class _Reader:
    """Reads the tokens before a head from right to left."""

    def __init__(self, tokens: list[_Token], last: Head, known: Known) -> None:
        self.tokens = tokens
        self.head = last
        self.known = known
        self.at = len(tokens) - 1
        self.names: list[str] = []
        self.first: int | None = None
        # Places among the names of classes that stand with their owner's ending.
        self.owned: list[int] = []

    def read(self) -> tuple[list[str], int | None]:
        while self._class_and_names():
            before = self.at
            if not self._skip_separator():
                break
            if self._class_at(self.at) is None:
                self.at = before
                break
        self.names.reverse()
        return self.names, self.first

    def _class_at(self, at: int) -> re.Match[str] | None:
        if at < 0:
            return None
        return _class(self.tokens[at].text)

    def _skip_separator(self) -> bool:
        skipped = False
        while self.at >= 0 and (self.tokens[self.at].text in JOINS | {",", "."}):
            self.at -= 1
            skipped = True
        return skipped

    def _class_and_names(self) -> bool:
        found = self._class_at(self.at)
        if found is None:
            return False
        self.first = self.tokens[self.at].start
        self.at -= 1
        if found["plural"] and (found["owned"] or (not found["gen"] and not self._free())):
            self._plural_with_names(found["class"])
        elif found["plural"] or found["class"] == "астана":
            self._all(found["class"], bool(found["plural"]))
        else:
            self._one(found["class"])
        return True

    def _free(self) -> bool:
        """Tell whether a bare plural stands for all: no name stands right before it."""
        return not self._is_name(self.at)

    def _is_name(self, at: int) -> bool:
        if at < 0:
            return False
        word = self.tokens[at].text
        return _may_name_a_place(word) and not self.known(word)

    def _take_name(self) -> str:
        """Take one name; words side by side are one unless a lost comma parted two places."""
        words = [self._take()]
        while self._is_name(self.at) and self._touches():
            word = self.tokens[self.at].text
            if word not in DIRECTIONS and word in PLACES and words[0] in PLACES:
                break
            words.insert(0, self._take())
        return " ".join(words)

    def _touches(self) -> bool:
        return self.tokens[self.at + 1].start - self.tokens[self.at].stop <= 1

    def _take(self) -> str:
        token = self.tokens[self.at]
        self.first = token.start
        self.at -= 1
        return token.text

    def _plural_with_names(self, class_: str) -> None:
        count = len(self.names)
        while self._is_name(self.at):
            self._add(f"{self._take_name()} {CLASSES[class_][0]}", False)
            before = self.at
            self._skip_separator()
            if not self._is_name(self.at):
                self.at = before
                break
        if len(self.names) == count:
            self._all(class_, True)
            self.owned.append(count)
            if self.at >= 0 and self.tokens[self.at].text.lower() == "облыс":
                self._take()
                self._of_the_region()

    def _of_the_region(self) -> None:
        """Name the owner of all classes: ``Облыс қалалары мен аудандарының``."""
        for place in self.owned:
            every, _, noun = self.names[place].partition(" ")
            ending = "ының" if every.endswith("дың") else "інің"
            self.names[place] = f"облыс {every[:-3]}{ending} {noun}"

    def _all(self, class_: str, plural: bool) -> None:
        modifiers: list[str] = []
        while self.at >= 0 and self.tokens[self.at].text.lower() in MODIFIERS:
            modifiers.insert(0, self._take().lower())
        if "бағыныстағы" in modifiers:
            # `Облыстық бағыныстағы аудандар мен қалалар`: said of both.
            said = " ".join(modifiers)
            self.names = [f"{said} {name}" if _is_of_all(name) else name for name in self.names]
        elif "маңызы" not in modifiers and "қаладағы" not in modifiers:
            modifiers = [word for word in modifiers if word == "ауылдық"]
        forms = CLASSES[class_]
        self._add(" ".join([*modifiers, forms[1] if plural else forms[0]]), plural)

    def _one(self, class_: str) -> None:
        modifiers = []
        if class_ == "округ" and self.at >= 0 and self.tokens[self.at].text.lower() == "ауылдық":
            modifiers = [self._take().lower()]
        if self._is_name(self.at):
            owner = " ".join([self._take_name(), *modifiers, CLASSES[class_][0]])
            self._add(owner, False)
            if class_ == "қала":
                self._drop_the_region()
        elif self.head.plural:
            self._add(CLASSES[class_][1], True)
        else:
            self._add(" ".join([*modifiers, class_]), False)

    def _drop_the_region(self) -> None:
        """Pass over ``Павлодар облысы`` before ``Павлодар қаласының``: the city says enough."""
        found = self._class_at(self.at)
        if found is None or found["class"] != "облыс" or found["plural"] or not found["owned"]:
            return
        if self._is_name(self.at - 1):
            self._take()
            self._take_name()

    def _add(self, owner: str, plural: bool) -> None:
        stem = self.head.stem
        one, many = ("әкімдігі", "әкімдіктері") if stem == "әкімдік" else ("әкімі", "әкімдері")
        self.names.append(f"{owner} {many if plural else one}")


def _read(match: re.Match[str]) -> Reading | None:
    found = _enumeration(match, max(0, match.start() - FARTHEST), match.endpos, lambda _: False)
    if found is None:
        return None
    return {"start": found.start, "stop": found.stop, "names": found.names, "case": found.case}


AKIMAT = Grammar("akimat", Akimats, (Rule(_RULE_NAME, _HEAD, _read),))
