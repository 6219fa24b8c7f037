"""Numbers as acts write them: ``он бес``, ``10 (он)``, ``үш (3)``, ``бесінші``, ``17-ші``, ``XXI``.

Cardinals in words reach 999 999; ordinals are words (``жиырма төртінші``) or digits with a tail
(``17-ші``, ``5-і``, ``20-сы``, ``15-іне``). The fragments ``NUMBER``, ``ORDINAL`` and ``ROMAN``
go inside a larger pattern; they hold no named or numbered group.
"""

from __future__ import annotations

import re
from functools import cache

from lexparse.kazakh.letters import BACK_VOWELS, FRONT_VOWELS, LOWER, fold

ONES = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
}
TENS = {
    "он": 10,
    "жиырма": 20,
    "отыз": 30,
    "қырық": 40,
    "елу": 50,
    "алпыс": 60,
    "жетпіс": 70,
    "сексен": 80,
    "тоқсан": 90,
}
WORDS = {"нөл": 0, **ONES, **TENS, "жүз": 100, "мың": 1000, "миллион": 10**6, "миллиард": 10**9}

# A letter and what stands for it where Kazakh letters were lost.
_NOISE = {"қ": "[қк]", "ғ": "[ғг]", "ң": "[ңн]", "ү": "[үұу]", "ө": "[өо]", "і": "[іи]"}
_UNNOISE = str.maketrans("қғңүұөәі", "кгнууоаи")


def _one_of(words: dict[str, int]) -> str:
    longest = sorted(words, key=len, reverse=True)
    spelt = ("".join(_NOISE.get(letter, letter) for letter in word) for word in longest)
    return f"(?:{'|'.join(spelt)})"


_ONE, _TEN = _one_of(ONES), _one_of(TENS)
_HUNDRED, _THOUSAND = "ж[үұу]з", "мы[ңн]"
_BELOW_100 = rf"(?:{_TEN}(?:\s*{_ONE})?|{_ONE})"
_BELOW_1000 = rf"(?:(?:{_ONE}\s*)?{_HUNDRED}(?:\s*{_BELOW_100})?|{_BELOW_100})"
_SPELT = rf"(?:(?:{_BELOW_1000}\s*)?{_THOUSAND}(?:\s*{_BELOW_1000})?|{_BELOW_1000}|н[өо]л)"
_WORD_END = rf"(?![{LOWER}])"

# The boundary stands first and alone: it turns down most places of a text at once.
DIGITS = r"(?<![.,/])\d+(?![.,/]?\d)"
CARDINAL_WORDS = rf"\b{_SPELT}{_WORD_END}"
_PLAIN = rf"\b(?:{DIGITS}|{_SPELT}{_WORD_END})"
NUMBER = rf"{_PLAIN}(?:\s*\(\s*{_PLAIN}\s*\))?"

_ORDINAL_MARK = "(?:с?[ыі])?нш[ыі]"
_LAST_ORDINAL = rf"(?:{_TEN}|{_ONE}|{_HUNDRED}|{_THOUSAND}){_ORDINAL_MARK}"
_CASE_TAIL = "(?:с[ыі])?(?:н[ае]н?|[нд][ыі]ң?|н?д[ае](?:[ғг][ыі]|н)?|[ғг][ае]|мен|н)?"
ORDINAL_WORDS = rf"\b(?:{_SPELT}\s*)??{_LAST_ORDINAL}{_CASE_TAIL}{_WORD_END}"
ORDINAL_TAIL = r"(?:ш[ыі](?:с[ыі])?|с[ыі]|[ыі])(?:н(?:[ае]н?|д[ае]|[ыі]ң)?|д[ае]н?|[ғг][ае])?"
_DIGIT_TAIL = rf"-\s*{ORDINAL_TAIL}"
ORDINAL_DIGITS = rf"\b(?<![.,/])\d+{_DIGIT_TAIL}{_WORD_END}"
ORDINAL = rf"(?:{ORDINAL_DIGITS}|{ORDINAL_WORDS})"
ROMAN = r"\b[IVXLCІХС]+\b"

_TOKEN = re.compile("|".join(_one_of({word: 0}) for word in sorted(WORDS, key=len, reverse=True)))
_GLOSSED = re.compile(r"([^()]+?)\s*\(\s*([^()]+?)\s*\)")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+")
_ORDINAL_DIGITS = re.compile(rf"(\d+){_DIGIT_TAIL}")
_ORDINAL_WORDS = re.compile(rf"(.+)нш[ыі]{_CASE_TAIL}")
# What joins the mark to its number: алты-ншы, бес-і-нші, жиырма-сы-ншы.
_ORDINAL_LINKS = ("", "ы", "і", "сы")
_VALUES = {word.translate(_UNNOISE): value for word, value in WORDS.items()}


@cache
def _spelt_whole() -> re.Pattern[str]:
    return re.compile(_SPELT)  # large: compiled when a number is first asked for


def _spelt(text: str) -> int | None:
    if not _spelt_whole().fullmatch(text):
        return None
    total, group = 0, 0
    for token in _TOKEN.finditer(text):
        value = _VALUES[token.group().translate(_UNNOISE)]
        if value == 1000:
            total, group = (group or 1) * 1000, 0
        elif value == 100:
            group = (group or 1) * 100
        else:
            group += value
    return total + group


def _plain(text: str) -> int | None:
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    return _spelt(text)


def cardinal(text: str) -> int | None:
    """Return the whole number that ``text`` writes, or ``None``.

    A number with its gloss must say the same twice: ``3 (үш)`` is 3, ``3 (екі)`` is nothing,
    for which of the two was meant cannot be known.
    """
    text = fold(text)
    glossed = _GLOSSED.fullmatch(text)
    if not glossed:
        return _plain(text)
    number, gloss = _plain(glossed.group(1)), _plain(glossed.group(2))
    return number if number == gloss else None


def ordinal(text: str) -> int | None:
    """Return the place that ``text`` names (``он алтыншы``, ``17-ші``, ``20-сы``), or ``None``."""
    text = fold(text)
    digits = _ORDINAL_DIGITS.fullmatch(text)
    if digits:
        return int(digits.group(1))
    spelt = _ORDINAL_WORDS.fullmatch(text)
    return _counted(spelt.group(1)) if spelt else None


def _counted(stem: str) -> int | None:
    for link in _ORDINAL_LINKS:
        value = _spelt(stem.removesuffix(link)) if stem.endswith(link) else None
        if value:
            return value
    return None


_ROMAN_LETTERS = str.maketrans("ІХС", "IXC")
_ROMAN_VALUES = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def _as_roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN_VALUES:
        times, number = divmod(number, value)
        written += letters * times
    return written


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral up to 399 in Latin or look-alike letters, or ``None``."""
    letters = text.strip().translate(_ROMAN_LETTERS)
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    if not letters or set(letters) - set(values):
        return None
    numbers = [values[letter] for letter in letters]
    total = sum(
        -now if now < max(numbers[place + 1 :], default=0) else now
        for place, now in enumerate(numbers)
    )
    return total if total > 0 and _as_roman(total) == letters else None


_ONES_WRITTEN = {value: word for word, value in (*ONES.items(), *TENS.items())}


def written(number: int) -> str:
    """Return ``number`` (0 to 999 999) in words; the reverse of ``cardinal``."""
    if not 0 <= number < 10**6:
        raise ValueError(number)
    if number == 0:
        return "нөл"
    thousands, rest = divmod(number, 1000)
    parts = [_below_1000(thousands) if thousands > 1 else "", "мың"] if thousands else []
    return " ".join(filter(None, [*parts, _below_1000(rest)]))


def _below_1000(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = rest - rest % 10, rest % 10
    parts = [_ONES_WRITTEN[hundreds] if hundreds > 1 else "", "жүз"] if hundreds else []
    return " ".join(filter(None, [*parts, *(_ONES_WRITTEN.get(n, "") for n in (tens, ones))]))


def place_word(word: str) -> str:
    """Return the ordinal of one number word: бес → бесінші, екі → екінші, жиырма → жиырмасыншы."""
    if word == "жиырма":
        return "жиырмасыншы"
    back = _last_vowel(word) in BACK_VOWELS
    link = "" if word[-1] in "ыі" else "ы" if back else "і"
    return f"{word}{link}нш{'ы' if back else 'і'}"


def _last_vowel(word: str) -> str:
    """Return the last vowel that has a harmony; елу goes by its е."""
    return next(c for c in reversed(word) if c in BACK_VOWELS or c in FRONT_VOWELS)


def placed(number: int) -> str:
    """Return the ordinal of ``number`` (1 to 999 999) in words; the reverse of ``ordinal``."""
    head, _, last = written(number).rpartition(" ")
    return f"{head} {place_word(last)}".strip()
