"""Numbers in words and digits are read, and nothing that is no number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexparse.kazakh.numerals import (
    NUMBER,
    ORDINAL,
    ROMAN,
    cardinal,
    ordinal,
    placed,
    roman,
    written,
)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("нөл", 0),
        ("он бес", 15),
        ("жиырма бір", 21),
        ("жүз", 100),
        ("жүз жиырма", 120),
        ("бір жүз бес", 105),
        ("мың", 1000),
        ("екі мың он", 2010),
        ("екі мың жиырма екі", 2022),
        ("тоғыз мың тоғыз жүз тоқсан тоғыз", 9999),
        ("он мың", 10000),
        ("Үш", 3),
        ("кырық бес", 45),
        ("онекі", 12),
        ("10 (он)", 10),
        ("үш (3)", 3),
        ("10(он)", 10),
        ("10 000", 10000),
    ],
)
def test_a_cardinal(words: str, number: int) -> None:
    assert cardinal(words) == number


@pytest.mark.parametrize(
    "words",
    ["", "он жиырма", "бір екі", "3 (екі)", "оның", "үшін", "5-ке", "мыңжылдық", "1,5", "-3"],
)
def test_no_cardinal(words: str) -> None:
    assert cardinal(words) is None


def test_every_number_to_9999_is_read_as_written() -> None:
    number_pattern = re.compile(NUMBER)
    for number in range(10_000):
        words = written(number)
        assert cardinal(words) == number
        assert number_pattern.fullmatch(words), words


def test_every_place_to_9999_is_read_as_written() -> None:
    place_pattern = re.compile(ORDINAL)
    for number in range(1, 10_000):
        words = placed(number)
        assert ordinal(words) == number
        assert place_pattern.fullmatch(words), words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("бірінші", 1),
        ("бесінші", 5),
        ("алтыншы", 6),
        ("он алтыншы", 16),
        ("жиырмасыншы", 20),
        ("жиырма төртінші", 24),
        ("елуінші", 50),
        ("жүз бірінші", 101),
        ("тогызыншы", 9),
        ("бесіншісінде", 5),
        ("17-ші", 17),
        ("5-і", 5),
        ("20-сы", 20),
        ("15-іне", 15),
        ("10-ынан", 10),
        ("20-сына", 20),
    ],
)
def test_an_ordinal(words: str, number: int) -> None:
    assert ordinal(words) == number


@pytest.mark.parametrize(
    "words", ["", "бес", "5-ке", "17-бап", "орынбасаршы", "тұтынушы", "нөлінші"]
)
def test_no_ordinal(words: str) -> None:
    assert ordinal(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("тіркелгеннен кейін он жұмыс күні ішінде", ["он"]),
        ("3 (үш) жұмыс күнінен кешіктірмей", ["3 (үш)"]),
        ("үш (3) күн, жиырма төрт сағат", ["үш (3)", "жиырма төрт"]),
        ("оның үшін онлайн бесік", []),
        ("10,5 теңге 12.05.2022", []),
        ("он күн.", ["он"]),
    ],
)
def test_numbers_in_running_text(text: str, found: list[str]) -> None:
    assert re.findall(NUMBER, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("осы тармақтың бірінші бөлігінде", ["бірінші"]),
        (
            "он екінші, он үшінші және он төртінші абзацтармен",
            ["он екінші", "он үшінші", "он төртінші"],
        ),
        ("айдың 20-сына дейін", ["20-сына"]),
        ("17-ші бабына", ["17-ші"]),
        ("4-тармақтың 5-ке", []),
    ],
)
def test_ordinals_in_running_text(text: str, found: list[str]) -> None:
    assert re.findall(ORDINAL, text) == found


@pytest.mark.parametrize(
    ("letters", "number"),
    [("I", 1), ("ІV", 4), ("ІІІ", 3), ("XXI", 21), ("ХІХ", 19), ("XL", 40), ("XCIX", 99)],
)
def test_a_roman_numeral_in_either_script(letters: str, number: int) -> None:
    assert roman(letters) == number
    assert re.fullmatch(ROMAN, letters)


@pytest.mark.parametrize("letters", ["", "IIII", "VX", "IC", "A", "ҚР", "iv"])
def test_no_roman_numeral(letters: str) -> None:
    assert roman(letters) is None


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    cardinal(text), ordinal(text), roman(text)
