"""Every month is read in every case and spelling that acts have, and no word like it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexparse.kazakh.months import MONTH, month

TABLE = [
    (int(number), form)
    for number, forms in (
        line.split("\t")
        for line in Path(__file__).with_name("months.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
    for form in forms.split()
]


@pytest.mark.parametrize(("number", "form"), TABLE)
def test_a_month_in_any_form(number: int, form: str) -> None:
    assert month(form) == number
    assert re.fullmatch(MONTH, form, re.IGNORECASE)


@pytest.mark.parametrize(
    "word", ["", "ай", "қазандық", "маусымдық", "тамызық", "наурызнама", "қаратау", "жыл", "май"]
)
def test_no_month(word: str) -> None:
    assert month(word) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022 жылғы 13 сәуірдегі № 872 Жарлығының", ["сәуірдегі"]),
        ("1999 жылдың 1 қазанына дейін", ["қазанына"]),
        ("2022 жылғы қараша2022 жылғы желтоқсан", ["қараша", "желтоқсан"]),
        ("2023 жылғы маусымжыл сайын", ["маусым"]),
        ("15 мамырғадейін", ["мамырға"]),
        ("қазандық қондырғылар, маусымдық жұмыстар", []),
    ],
)
def test_months_in_running_text(text: str, found: list[str]) -> None:
    assert re.findall(MONTH, text) == found


@given(st.text(max_size=20))
def test_any_word_is_read_or_refused(word: str) -> None:
    assert month(word) in (None, *range(1, 13))
