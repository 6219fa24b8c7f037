"""Where the noun phrase before a short name's bracket begins."""

from __future__ import annotations

import pytest

from lexparse.grammar.antecedent import phrase_before


def phrase(text: str) -> str:
    span = phrase_before(text, 0, len(text))
    assert span
    return text[span[0] : span[1]]


@pytest.mark.parametrize(
    "printed",
    [
        "ішкі істер органдарының отбасылық - тұрмыстық зорлық - зомбылыққа қарсы күрес бөлімшелері",
        "ішкі істер органдарының отбасылық-тұрмыстық зорлық-зомбылыққа қарсы күрес бөлімшелері",
        "әлеуметтік - экономикалық даму болжамы",
        "санитариялық іс - шаралар",
    ],
)
def test_a_dash_inside_one_word_is_inside_the_phrase(printed: str) -> None:
    """Both halves have one ending, or are one set word."""
    assert phrase(f"Осы {printed}") == printed


@pytest.mark.parametrize("term", ["уәкілетті орган", "қызмет", "заңды тұлға"])
def test_a_dash_behind_a_term_parts(term: str) -> None:
    """What is defined is no part of what defines it."""
    assert phrase(f"{term} - мемлекеттік мекеме") == "мемлекеттік мекеме"
