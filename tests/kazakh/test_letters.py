"""The alphabet is whole, and the foldings keep what look-ups need."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexparse.kazakh.letters import LETTER, LOWER, UPPER, fold, skeleton, small_skeleton


def test_the_alphabet_has_all_forty_two_letters() -> None:
    assert len(LOWER) == len(set(LOWER)) == 42
    assert LOWER.upper() == UPPER
    assert re.fullmatch(f"[{LETTER}]+", "ҚазақстанҒылымҰлттыққаңтарҮкіметӨңірӘділетІсҺ")


@pytest.mark.parametrize(
    ("printed", "lost"),
    [
        ("Қағидалары", "Кагидалары"),
        ("жөніндегі", "жониндеги"),
        ("Әділет министрлігі", "Адилет  министрлиги"),
        ("іс-қимыл", "ис кимыл"),
        ("ҰҚК", "УКК"),
        ("ғаһар", "гахар"),
    ],
)
def test_a_skeleton_forgets_lost_letters(printed: str, lost: str) -> None:
    assert skeleton(printed) == skeleton(lost)


def test_a_skeleton_keeps_digits_and_drops_marks() -> None:
    assert skeleton("№ 193/НҚ") == "193НК"


@given(st.text())
def test_a_skeleton_is_its_own(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.text(alphabet=LOWER))
def test_a_word_keeps_its_length_in_the_small_skeleton(word: str) -> None:
    assert len(small_skeleton(word)) == len(word)


def test_fold() -> None:
    assert fold("  Іс-Қимыл\n жоспары ") == "іс-қимыл жоспары"
    assert fold("й") == "й"
