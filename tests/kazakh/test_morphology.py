"""The analyser reads the forms that acts use, and never fails on any string."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexparse.kazakh.letters import LETTER
from lexparse.kazakh.lexicon import closed, nominals, verbs, words
from lexparse.kazakh.morphology import analyse, case, lemma, stems

GOLD = [
    line.split("\t")
    for line in Path(__file__).with_name("inflections.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
KAZAKH_WORDS = st.text(alphabet=LETTER + "-", max_size=24)


def test_the_gold_is_large() -> None:
    assert len(GOLD) >= 150


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row[0])
def test_a_form_is_read_as_a_reader_would(row: list[str]) -> None:
    form, *expected = row
    found = analyse(form)
    read = (
        found.lemma,
        found.pos,
        found.case,
        found.possessive,
        found.number,
        found.verb_form,
        found.voice,
    )
    assert [value or "-" for value in read] == expected


@pytest.mark.parametrize(
    ("form", "base"),
    [(row[0], row[1]) for row in GOLD if row[2] in ("NOUN", "PROPN", "ADJ")],
)
def test_the_dictionary_form_is_among_the_stems(form: str, base: str) -> None:
    assert stems(form)[0] == base.lower()
    assert form.lower() in stems(form)


@pytest.mark.parametrize(
    ("word", "mood"),
    [
        ("қабылдасын", "Imp"),
        ("етеді", "Ind"),
        ("тиіс", "Nec"),
        ("міндетті", "Nec"),
        ("болса", "Cnd"),
    ],
)
def test_mood(word: str, mood: str) -> None:
    assert analyse(word).mood == mood


@pytest.mark.parametrize("word", ["қабылдамасын", "кешіктірмей", "бермеуге", "болмаған", "өтпейді"])
def test_negation_is_seen(word: str) -> None:
    assert analyse(word).negative


@pytest.mark.parametrize("word", ["қабылдасын", "басқарма", "тармақ", "жиырмасыншы", "мекеме"])
def test_negation_is_not_imagined(word: str) -> None:
    assert not analyse(word).negative


def test_what_stands_in_a_place_is_attributive() -> None:
    assert analyse("тармақтағы").attributive
    assert analyse("бөлігіндегі").attributive
    assert not analyse("тармақта").attributive


def test_an_unlisted_word_is_marked_as_a_guess() -> None:
    assert analyse("тармағының").settled
    assert not analyse("фонограмманың").settled
    assert analyse("фонограмманың").lemma == "фонограмма"


def test_closed_classes_are_looked_up_whole() -> None:
    assert (lemma("оған"), case("оған")) == ("ол", "Dat")
    assert analyse("туралы").pos == "ADP"
    assert case("туралы") is None


@pytest.mark.parametrize(
    "word", ["", " ", "12", "2.5", "№", "-", "а", "Я", "ы-", "-ге", "ьь", "\n"]
)
def test_anything_is_read(word: str) -> None:
    assert analyse(word).text == word


@given(st.text(max_size=30))
def test_no_string_makes_it_fail(word: str) -> None:
    assert analyse(word).text == word
    assert word.lower() in stems(word)


@given(KAZAKH_WORDS)
def test_no_kazakh_letters_make_it_fail(word: str) -> None:
    found = analyse(word)
    assert found.text == word
    assert found.lemma or not word


@given(KAZAKH_WORDS)
def test_reading_is_pure(word: str) -> None:
    first = analyse(word)
    analyse.cache_clear()
    assert analyse(word) == first
    assert lemma(word) == first.lemma


def test_every_listed_noun_is_its_own_dictionary_form() -> None:
    strays = {
        entry: lemma(entry)
        for entry, *_ in words("lemmas.txt")
        if lemma(entry) != entry and entry not in closed()
    }
    assert strays == {}


@pytest.mark.parametrize("name", ["lemmas.txt", "adjectives.txt", "verbs.txt"])
def test_a_word_is_listed_once(name: str) -> None:
    entries = [columns[0] for columns in words(name)]
    assert sorted(entries) == sorted(set(entries))


def test_the_lists_are_of_some_size() -> None:
    assert len(nominals()) > 1000
    assert len(verbs()) > 300
