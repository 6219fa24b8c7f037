"""The noun phrase that ends at a bracket: what a short name ``(бұдан әрі - X)`` stands for.

Literal forms: ``Осы [… автоматтандыру қағидалары] (``, ``Қоса беріліп отырған ["…" туралы …
жоспары] (``, ``… тәртіппен [Қазақстан Республикасы спортшыларының … ойындарына] (``,
``[Қазақстан Республикасы ІІМ Әкімшілік полиция комитетінде] (…), [Полиция департаменттерінде] (``.
The phrase is read leftwards word by word: case and verb form tell where its clause begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lexparse.grammar.quotation import title_before
from lexparse.kazakh.letters import LOWER
from lexparse.kazakh.morphology import Analysis, analyse

REACH = 700
WORDS = 70
LONGEST_WORD = 40
WORD = re.compile(r"[\w№%/.-]*[\w%№]\Z")
# `2019 - 2021 жылдарға арналған жоспар`: a range of years is inside the phrase.
YEARS = re.compile(r"\d{4} - \d{4}")
# `отбасылық - тұрмыстық`, `зорлық - зомбылыққа`, `іс - шаралар` are one word each: both halves
# have one ending. In `орган - мемлекеттік мекеме` the dash parts a term from its meaning.
DERIVED = rf"(?<![{LOWER}-])[{LOWER}]+[лдт][ыі][қкғг]"
COMPOUND = re.compile(rf"(?:{DERIVED} - {DERIVED}|(?<![{LOWER}-])[Іі]с - (?:шара|қимыл|әрекет))")
CLAUSE_OPENERS = frozenset(
    (
        "осы",
        "мынадай",
        "мына",
        "бұл",
        "қоса",
        "сондай-ақ",
        "егер",
        "ал",
        "оның",
        "олардың",
        "келесі",
        "деп",
        "деген",
        "және",
        "мен",
        "пен",
        "немесе",
        "не",
        "болып",
        "кейін",
        "соң",
        "бастап",
        "дейін",
    )
)
CONJUNCTIONS = frozenset(("және", "мен", "пен", "бен", "немесе", "не", "әрі"))
OBLIQUE = frozenset(("Dat", "Acc", "Loc", "Abl", "Ins"))
PREDICATES = frozenset(("Conv", "Imp", "Fin", "Cond"))
LINKING = frozenset(
    (
        "туралы",
        "жөніндегі",
        "бойынша",
        "қатысты",
        "байланысты",
        "жөнінде",
        "арналған",
        "бағынысты",
        "тиесілі",
        "қарсы",
    )
)
STATE = "Қазақстан"


@dataclass(slots=True)
class _Walk:
    """Where the phrase begins so far, and what the words read of it allow further left."""

    text: str
    floor: int
    start: int
    head: Analysis | None = None
    right: Analysis | None = None
    governed: bool = False
    listed: bool = False
    kept: list[tuple[int, Analysis | None]] = field(default_factory=list)


def phrase_before(text: str, floor: int, stop: int) -> tuple[int, int] | None:
    """Return the span of the noun phrase that ends at ``stop``, not left of ``floor``."""
    line = max(text.rfind("\n", floor, stop), text.rfind("\t", floor, stop)) + 1
    end = _back(text, stop)
    walk = _Walk(text, max(floor, line, end - REACH), end)
    for _ in range(WORDS):
        if not _left(walk):
            break
    start = _trimmed(walk)
    return (start, end) if start < end else None


def _back(text: str, position: int) -> int:
    while position > 0 and text[position - 1] in " \u2009":
        position -= 1
    return position


def _left(walk: _Walk) -> bool:
    """Take in one more word, quotation or bracket; ``False`` where the phrase begins."""
    end = _back(walk.text, walk.start)
    if end <= walk.floor:
        return False
    mark = walk.text[end - 1]
    if mark in '»"”':
        return _quotation(walk, end)
    if mark == ")":
        return _bracket(walk, end)
    if mark == ",":
        return _comma(walk, end - 1)
    if mark == "-" and _joins(walk, end - 1):
        walk.start = end - 1
        return True
    word = WORD.search(walk.text, max(walk.floor, end - LONGEST_WORD), end)
    return word is not None and _word(walk, word.start(), word.group())


def _joins(walk: _Walk, dash: int) -> bool:
    """Tell a dash inside a range of years or one compound word from one between two clauses."""
    if YEARS.search(walk.text, max(walk.floor, dash - 7), walk.start + 5):
        return True
    left = max(walk.floor, dash - LONGEST_WORD)
    found = COMPOUND.finditer(walk.text, left, walk.start + LONGEST_WORD)
    return any(word.start() < dash < word.end() for word in found)


def _quotation(walk: _Walk, end: int) -> bool:
    title = title_before(walk.text, walk.floor, end)
    # `«Азаматтарға арналған үкімет» корпорациясы» қоғамы` lacks an opener: take the one there is.
    start = title.start if title else walk.text.rfind("«", max(walk.floor, end - 250), end)
    if start < 0:
        return False
    walk.start, walk.right = start, None
    walk.kept.append((start, None))
    return True


def _bracket(walk: _Walk, end: int) -> bool:
    opening = walk.text.rfind("(", walk.floor, end)
    # `7)` is an item's number, and behind another short name another phrase ends.
    if opening < 0 or "әрі" in walk.text[opening:end] or not walk.kept:
        return False
    walk.start = opening
    return True


def _word(walk: _Walk, start: int, word: str) -> bool:
    small = word.lower()
    if small in CONJUNCTIONS and walk.head:
        return _conjunction(walk, start)
    if small in CLAUSE_OPENERS or not re.search(r"[\w№]", word):
        return False
    read = analyse(word)
    if walk.head is None:
        walk.head = read
    elif not _modifies(walk, read):
        return False
    walk.start = start
    walk.governed = walk.governed or read.verb_form in {"Part", "Inf"} or read.lemma in LINKING
    walk.right = read
    walk.kept.append((start, read))
    return True


def _modifies(walk: _Walk, read: Analysis) -> bool:
    """Tell whether the word belongs to the phrase on its right."""
    if read.verb_form in PREDICATES or read.mood == "Nec":
        return False
    if read.case in OBLIQUE and not read.attributive:
        return walk.governed
    if read.pos == "ADP":
        return read.lemma in LINKING or walk.governed
    if read.case == "Nom" and read.pos in {"NOUN", "ABBR"}:
        return _is_part_of_name(read, walk.right)
    return True


def _is_part_of_name(read: Analysis, right: Analysis | None) -> bool:
    """Tell a noun inside a name from a subject that stands before another phrase."""
    if right is None or right.text == STATE:
        # `Бөлімшелер Қазақстан Республикасы …`, `Қызмет «Азаматтарға …`: a name begins here.
        return False
    if read.possessive != "3" or right.text == "бар":
        return True
    # `министрлігі Салық комитеті` is one name; `критерийлері меншік …` begins a new phrase.
    owned = right.text[:1].isupper() or right.possessive == "3"
    return owned or right.pos == "ADP" or bool(right.verb_form)


def _neighbour(walk: _Walk, end: int) -> Analysis | None:
    end = _back(walk.text, end)
    word = WORD.search(walk.text, max(walk.floor, end - LONGEST_WORD), end)
    return analyse(word.group()) if word else None


def _conjunction(walk: _Walk, start: int) -> bool:
    """``Сауда және интеграция министрлігі`` goes on; ``X-ға және Y-ға (`` begins at Y."""
    left, head = _neighbour(walk, start), walk.head
    if left is None or head is None or left.verb_form in PREDICATES:
        return False
    if left.case in OBLIQUE and left.case == head.case and not left.attributive:
        return False
    if left.possessive == "3" and left.case == head.case and head.possessive == "3":
        return False
    walk.start, walk.listed = start, True
    return True


def _comma(walk: _Walk, at: int) -> bool:
    """A comma parts like words before one noun: ``қалалық, аудандық органдар``."""
    left = _neighbour(walk, at)
    if left is None or walk.right is None or left.verb_form in PREDICATES:
        return False
    adjectives = _is_adjectival(left) and _is_adjectival(walk.right)
    names = walk.listed and left.case in {"Nom", "Gen"} and left.possessive is None
    owners = left.case == "Gen" and any(r and r.case == "Gen" for _, r in walk.kept[-4:])
    if adjectives or names or owners:
        walk.start = at
        return True
    return False


def _is_adjectival(read: Analysis) -> bool:
    return read.pos == "ADJ" or read.attributive or read.verb_form == "Part"


THIS = re.compile(r"\b[Оо]сы\s+\Z")
LEADING = re.compile(r"[\s,]+|(?:және|мен|пен|немесе)\s+")


def _trimmed(walk: _Walk) -> int:
    """Drop what cannot open a phrase: a comma, a conjunction, the end of a converb's verb."""
    start = _first_kept(walk)
    leading = LEADING.match(walk.text, start)
    start = leading.end() if leading else start
    this = THIS.search(walk.text, max(walk.floor, start - 5), start)
    first = walk.kept[-1][1] if walk.kept else None
    # `осы тармақта көрсетілген құжаттар`: осы belongs to the paragraph, not to the documents.
    inner = first and first.case in OBLIQUE and first != walk.head
    return this.start() if this and inner else start


def _first_kept(walk: _Walk) -> int:
    """Return the first word's place; ``[беріліп] отырған жоспар`` begins at the plan."""
    if not walk.kept:
        return walk.start
    start, first = walk.kept[-1]
    behind = _neighbour(walk, start)
    after_converb = behind is not None and behind.verb_form == "Conv"
    if len(walk.kept) > 1 and after_converb and first and first.verb_form == "Part":
        return walk.kept[-2][0]
    return start
